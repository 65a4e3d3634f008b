import type { Principal } from '../../domain/access/principal.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { OutageUpdate } from '../../domain/outage/outage.ts';
import type { CaseAsk } from '../cases/asked.ts';
import { execute } from '../cases/execute.ts';
import type { Deps } from '../deps.ts';
import { principalOf, scopeOf, versionFor } from '../people/people.ts';
import type { Sending, SendingOutcome } from '../ports.ts';

/** Another change may come between looking at a case and resolving it. */
const tries = 3;

/**
 * Takes an update to the next cases it has not reached, at most as many as a batch: each in its own organisation's transaction, with a key of
 * the update's own. A process may die anywhere in between: the same key again changes nothing, so each case has it once (F-7).
 */
export async function sendPending(deps: Deps, by: Principal, update: OutageUpdate): Promise<void> {
  const all = await deps.store.outages.sendings(by.tenantId, [update.id]);
  const pending = all.filter(({ outcome }) => outcome === null).slice(0, limits.batch);
  if (pending.length === 0) return;
  // The words stay those of whoever wrote them, and so do the rights.
  const author = update.by === by.personId ? by : await principalOf(deps, by.tenantId, update.by);
  for (const sending of pending) {
    const outcome = author ? await send(deps, author, update, sending) : 'refused';
    await deps.store.inTenant(by.tenantId, (tx) => tx.outages.settle(update.id, sending.caseId, outcome));
  }
}

async function send(deps: Deps, author: Principal, update: OutageUpdate, { caseTenantId, caseId }: Sending): Promise<SendingOutcome> {
  const key = `outage:${update.id}:${caseId}`;
  for (let left = tries; left > 0; left -= 1) {
    const case_ = await deps.store.cases.find(scopeOf(author), { id: caseId });
    if (!case_) return 'refused';
    if (!isOpen(case_.status)) return (await wasDone(deps, author, caseTenantId, key)) ? 'done' : 'skipped';
    const done = await execute(deps, author, { ...askOf(update), caseId, version: versionFor(author, case_), key });
    if (done.ok) return 'done';
    if (done.error.code !== 'changed' && done.error.code !== 'illegalStep') return 'refused';
  }
  return 'refused';
}

const askOf = ({ step, text, reason }: OutageUpdate): CaseAsk =>
  step === 'comment' ? { do: 'comment', text } : { do: 'resolve', text, reason };

const wasDone = (deps: Deps, author: Principal, tenantId: string, key: string): Promise<boolean> =>
  deps.store.inTenant(tenantId, async (tx) => (await tx.receipt(author.personId, key)) !== undefined);
