const largest = 100;

/** What a page holds, whatever was asked for. */
export const pageSize = (asked: number): number => Math.min(largest, Math.max(1, Math.trunc(asked) || 1));
