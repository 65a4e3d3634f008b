import type { PersonRef } from '../case/events.ts';
import { ok, type Result, refuse } from '../result.ts';

/** PS-7: a pack holds so many incidents. */
export const incidentsPerPack = 5;

/** Days are `YYYY-MM-DD` in UTC. */
export interface Pack {
  readonly id: string;
  readonly tenantId: string;
  /** What the order was confirmed with, as `confirmationOf` writes it. */
  readonly confirmation: string;
  /** Id of the purchasing account, a person of the tenant. */
  readonly accountId: string;
  /** Ids of those whom the purchasing account lets use it. */
  readonly people: readonly string[];
  readonly purchasedOn: string;
  /** The last day on which it can be used. */
  readonly lastDay: string;
  readonly incidents: number;
  readonly remaining: number;
  readonly version: number;
}

/** Why there is no incident to take. `left` of those that were asked for can be taken. */
export type NoIncident =
  | { readonly is: 'noPack' }
  | { readonly is: 'used' }
  | { readonly is: 'short'; readonly wanted: number; readonly left: number }
  | { readonly is: 'expired'; readonly lastDay: string };

/** PS-7: valid one year from purchase, to the end of the same day a year later; a 29 February ends on the 28th. */
export function lastDayOf(purchasedOn: string): string {
  const [year = 0, month = 1, day = 1] = purchasedOn.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, month - 1, day));
  if (last.getUTCMonth() !== month - 1) last.setUTCDate(0);
  return dayOf(last.toISOString());
}

/** @param instant ISO 8601 in UTC */
export const dayOf = (instant: string): string => instant.slice(0, 10);
export const isExpired = ({ lastDay }: Pick<Pack, 'lastDay'>, now: string): boolean => dayOf(now) > lastDay;

/** Only the purchasing account uses a pack, and whom it names. */
export const mayUse = (pack: Pick<Pack, 'accountId' | 'people'>, personId: string): boolean =>
  pack.accountId === personId || pack.people.includes(personId);

/** An order confirmation number as it is kept: people copy it with spaces and in any case. */
export const confirmationOf = (typed: string): string => typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/**
 * The packs that so many incidents of a person come from, one entry an incident: what expires first is used first.
 *
 * @param packs those the person may use
 */
export function incidentsFrom(packs: readonly Pack[], count: number, now: string): Result<readonly Pack[], NoIncident> {
  const usable = packs.filter((pack) => !isExpired(pack, now)).sort(byLastDay);
  const incidents = usable.flatMap((pack) => Array.from({ length: pack.remaining }, () => pack));
  if (incidents.length >= count) return ok(incidents.slice(0, count));
  if (incidents.length > 0) return refuse({ is: 'short', wanted: count, left: incidents.length });
  if (usable.length > 0) return refuse({ is: 'used' });
  const latest = packs.toSorted(byLastDay).at(-1);
  return refuse(latest ? { is: 'expired', lastDay: latest.lastDay } : { is: 'noPack' });
}

const byLastDay = (a: Pack, b: Pack): number => (a.lastDay === b.lastDay ? (a.id < b.id ? -1 : 1) : a.lastDay < b.lastDay ? -1 : 1);

/** What becomes of a request for the packs of somebody who left. */
export const recoveryStates = ['asked', 'approved', 'declined'] as const;

/** PS-7: somebody asks for the pack of a purchasing account that left; a lead of the desk decides. */
export interface Recovery {
  readonly id: string;
  readonly tenantId: string;
  readonly packId: string;
  readonly by: string;
  readonly reason: string;
  readonly askedAt: string;
  readonly state: (typeof recoveryStates)[number];
  readonly decidedAt: string | null;
  /** What the lead said. */
  readonly words: string;
}

/** Of what was taken for a case. */
export interface PackUse {
  readonly packId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseRequester: PersonRef;
  readonly at: string;
  readonly returnedAt: string | null;
}
