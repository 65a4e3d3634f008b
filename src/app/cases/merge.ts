import { actorOf, type Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { takenIn } from '../../domain/case/merge.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction } from '../ports.ts';
import { record } from './record.ts';

/**
 * AG-4: the other side of a merge, in the same transaction: the case that goes on gets its trace of the duplicate, and whoever heard of that.
 * Of its followers as many as it has room for; whether they may see this case is asked when they are told.
 *
 * @param into locked
 */
export async function carryOver(
  tx: TenantTransaction,
  { settings }: Pick<Deps, 'settings'>,
  by: Principal,
  duplicate: Case,
  into: Case,
): Promise<void> {
  for (const id of [duplicate.requester.id, ...(await tx.followers.of(duplicate.id))]) {
    if (id !== into.requester.id) await tx.followers.add(into.id, id);
  }
  const event = { ...takenIn(into, duplicate), seq: into.version + 1, at: tx.now, actor: actorOf(by) };
  await record(tx, into, [event], settings);
  await tx.appendAudit({
    actorTenantId: by.tenantId,
    actorId: by.personId,
    action: 'case.mergedFrom',
    outcome: 'done',
    caseId: into.id,
    details: { name: by.name, duplicate: duplicate.id },
  });
}
