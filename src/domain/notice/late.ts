/** Seconds that a notice may wait once it is due. Gathering, paces of Teams and a first failure or two stay under it. */
export const lateAfterSeconds = 5 * 60;

/** Whether what waits in one way is late: the receiver is down, or nobody delivers. @param oldestSeconds since the oldest was due; 0: none is */
export const isLate = ({ oldestSeconds }: { readonly oldestSeconds: number }): boolean => oldestSeconds > lateAfterSeconds;
