/** G-4: how a partner's cases for one customer stand. */
export interface CustomerStanding {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  /** Open cases that wait for the partner's answer. */
  readonly waiting: number;
  /** Open cases whose first answer is due within four hours. */
  readonly dueSoon: number;
  /** Open cases whose first answer is overdue. */
  readonly late: number;
  /** Open cases of severity A. */
  readonly severityA: number;
  /** Of cases that are open or were lately; ISO 8601 in UTC. */
  readonly updatedAt: string | null;
  /** When the right to act ends by itself; ISO 8601 in UTC. */
  readonly endsAt: string | null;
}

/** Days before its end from which on a right to act is shown as ending soon. */
export const endsSoonDays = 30;

export const endsSoon = (endsAt: string | null, now: string): boolean =>
  endsAt !== null && Date.parse(endsAt) - Date.parse(now) <= endsSoonDays * 86_400_000;

/** Where a customer stands on the board: what is most pressing first, then by name. Total: no two customers have one place. */
export type BoardPlace = readonly [
  late: number,
  severityA: number,
  dueSoon: number,
  waiting: number,
  open: number,
  name: string,
  id: string,
];

export const placeOf = ({ late, severityA, dueSoon, waiting, open, name, id }: CustomerStanding): BoardPlace => [
  late,
  severityA,
  dueSoon,
  waiting,
  open,
  name,
  id,
];

/** Negative where `a` comes before `b`. */
export function comparePlaces(a: BoardPlace, b: BoardPlace): number {
  for (const [index, mine] of a.entries()) {
    const other = b[index];
    if (typeof mine === 'number' && typeof other === 'number' && mine !== other) return other - mine;
    if (typeof mine === 'string' && typeof other === 'string' && mine !== other) return mine < other ? -1 : 1;
  }
  return 0;
}
