import { actorOf, type Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { partFrom } from '../../domain/case/split.ts';
import { supportOf } from '../../domain/case/support-state.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { timersOf } from '../../domain/sla/timers.ts';
import type { Deps } from '../deps.ts';
import { incidentsOf } from '../entitlements/incidents.ts';
import type { TenantTransaction } from '../ports.ts';
import { type Fresh, insertNumbered } from './insert.ts';

/**
 * PS-1: where both sides agreed to a split, its parts are made in the same transaction. Together they cost as many incidents as there are:
 * what was taken for the whole counts for the first. With too few left in the requester's packs nothing is made.
 *
 * @param decided what happens to the whole
 * @returns the same, with what it hears of its parts
 */
export async function splitUp(
  tx: TenantTransaction,
  { settings }: Pick<Deps, 'settings'>,
  by: Principal,
  whole: Case,
  decided: readonly CaseEvent[],
): Promise<Result<readonly CaseEvent[], Refusal>> {
  const { split } = supportOf(whole);
  const agreed = decided.some((event) => event.type === 'supported' && event.what === 'splitAgreed');
  if (!agreed || !split) return ok(decided);
  const incidents = await incidentsFor(tx, whole, split.titles.length);
  if (!incidents.ok) return incidents;
  const actor = actorOf(by);
  const programme = settings.programmes[whole.desk];
  const followers = await tx.followers.of(whole.id);
  const told: CaseEvent[] = [];
  for (const [index, title] of split.titles.entries()) {
    const making = { title, actor, now: tx.now, programme };
    const part = await insertNumbered(
      tx,
      (named) => partFrom(whole, { ...named, ...making }),
      (made) => ({ audit: auditOf(by, whole, made) }),
    );
    await tx.timers.set(part.case.id, timersOfPart(part, programme));
    for (const id of followers) await tx.followers.add(part.case.id, id);
    const pack = incidents.value[index];
    if (pack === undefined) await tx.packs.moveUse(whole.id, part.case.id);
    else await tx.packs.take(pack, part.case.id);
    const { id, number } = part.case;
    told.push({ type: 'partMade', caseId: id, number, seq: whole.version + decided.length + 1 + index, at: tx.now, actor });
  }
  return ok([...decided, ...told]);
}

/** One pack a part, the last of them `undefined` where the whole's own incident is used for it. */
async function incidentsFor(tx: TenantTransaction, whole: Case, parts: number): Promise<Result<readonly (string | undefined)[], Refusal>> {
  const own = (await tx.packs.costs(whole.id)) ? 1 : 0;
  const wanted = parts - own;
  const found = await incidentsOf(tx, whole.requester.id, wanted);
  if (found.ok) return found;
  if (found.error.code !== 'noIncident') return found;
  const { why } = found.error;
  return refuse({ code: 'noIncident', why: { is: 'short', wanted, left: why.is === 'short' ? why.left : 0 } });
}

const timersOfPart = ({ case: part, events }: Fresh, programme: Parameters<typeof timersOf>[2]) =>
  events.flatMap((event) => timersOf(event, part, programme));

const auditOf = (by: Principal, whole: Case, { id, number }: Case) => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action: 'case.open',
  outcome: 'done' as const,
  caseId: id,
  details: { name: by.name, number, partOf: whole.id },
});
