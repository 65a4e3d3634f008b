/** One mail a day in place of one each, at a time by the clock on the person's wall: `HH:mm`. */
export interface Summary {
  readonly at: string;
  readonly days: SummaryDays;
}

export const summaryDays = ['daily', 'weekdays'] as const;
export type SummaryDays = (typeof summaryDays)[number];
