/** A person's activity feed in Teams; what its lines begin with stands in the app's manifest. */
export const feed = {
  preview: (last: string, before: number) => (before === 0 ? last : `${last} (and ${before} more)`),
};
