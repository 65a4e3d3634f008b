import type { Words } from '../en/index.ts';

export const feed: Words['feed'] = {
  preview: (last, before) => (before === 0 ? last : `${last} (et ${before} de plus)`),
};
