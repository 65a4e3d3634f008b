/** A time in which a room was not well: from an instant until another, ISO 8601 in UTC; `null`: it still is not. */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** A closing of an incident, or its reopening. */
export interface Turn {
  readonly at: string;
  readonly open: boolean;
}

/** RM-2: when one incident kept its rooms from being well: from its opening until it was closed, and again after each reopening. */
export function spansOf(openedAt: string, turns: readonly Turn[]): readonly Span[] {
  const spans: Span[] = [];
  let from: string | null = openedAt;
  for (const { at, open } of turns) {
    if (open) from ??= at;
    else if (from !== null) {
      spans.push({ from, until: at });
      from = null;
    }
  }
  return from === null ? spans : [...spans, { from, until: null }];
}

/** RM-2: a room is unhealthy since the first of its open incidents; `null` for one that is well. */
export const unhealthySince = (incidents: readonly { readonly since: string }[]): string | null =>
  incidents.map(({ since }) => since).sort()[0] ?? null;
