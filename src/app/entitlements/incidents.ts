import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { incidentsFrom } from '../../domain/entitlement/pack.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { TenantTransaction } from '../ports.ts';
import { turnstile } from './turnstile.ts';

/** Ids of packs, one an incident. They stay locked to the end of the transaction, so what was found there can be taken. */
export type Incidents = readonly string[];

const turns = turnstile(2);

/** What takes nothing waits for nobody. */
export const inTurnFor = <T>({ takes }: CaseType, by: Principal, work: () => Promise<T>): Promise<T> =>
  takes === undefined ? work() : turns(`${by.tenantId} ${by.personId}`, work);

/** PS-7: what opening a case of this type takes; nothing, where it takes nothing. Two who want the last one wait for each other here. */
export const neededFor = async (tx: TenantTransaction, by: Principal, { takes }: CaseType): Promise<Result<Incidents, Refusal>> =>
  takes === undefined ? ok([]) : incidentsOf(tx, by.personId, 1);

/** Whether it was refused to somebody who has no pack at all, and so may not. */
export const hasNone = (refusal: Refusal): boolean => refusal.code === 'noIncident' && refusal.why.is === 'noPack';

/** So many incidents of a person, held; or why there are not. Whether there are any at all is seen without waiting for anybody. */
export async function incidentsOf(tx: TenantTransaction, personId: string, count: number): Promise<Result<Incidents, Refusal>> {
  const seen = incidentsFrom(await tx.packs.usableBy(personId), count, tx.now);
  if (!seen.ok) return refuse({ code: 'noIncident', why: seen.error });
  const held = incidentsFrom(await tx.packs.lockUsable(personId), count, tx.now);
  if (held.ok) return ok(held.value.map(({ id }) => id));
  return refuse({ code: 'noIncident', why: held.error.is === 'short' ? held.error : { is: 'used' } });
}
