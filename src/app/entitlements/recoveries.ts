import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../../domain/access/principal.ts';
import { confirmationOf, type Recovery } from '../../domain/entitlement/pack.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { toldPerson } from '../people/people.ts';
import type { TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import type { PersonView } from '../views.ts';
import { personOf } from './pack-view.ts';
import { auditOf, leadsPacks, mayHavePacks, packDesk } from './standing.ts';

/** A request for a pack as its reader sees it: whoever asked, or a lead. */
export interface RecoveryView {
  readonly id: string;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly by: PersonView;
  /** For the lead: the pack, its account, and whether the directory still knows that person. */
  readonly pack: {
    readonly confirmation: string;
    readonly remaining: number;
    readonly lastDay: string;
    readonly account: PersonView;
  } | null;
  readonly accountLeft: boolean | null;
  readonly reason: string;
  readonly askedAt: string;
  readonly state: Recovery['state'];
  readonly decidedAt: string | null;
  readonly words: string;
}

const notAllowed = { code: 'notAllowed', action: 'managePacks' } as const satisfies Refusal;

/** PS-7: the order confirmation number starts a request for the pack of a purchasing account that left. */
export async function askForPack(
  deps: Deps,
  by: Principal,
  { confirmation, reason }: { readonly confirmation: string; readonly reason: string },
): Promise<Result<RecoveryView, Refusal>> {
  if (!mayHavePacks(by)) return recordRefusal(deps, by, 'pack.recover', null, notAllowed);
  const wrong = (is: 'notThere' | 'yoursAlready' | 'askedBefore') =>
    refuse({ code: 'invalid', issues: [{ field: 'confirmation', fault: { is } }] } as const);
  const id = uuidv7();
  const asked = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    const pack = await tx.packs.findByConfirmation(confirmationOf(confirmation));
    if (!pack) {
      // Whoever tries numbers leaves a trace.
      await tx.appendAudit({ ...auditOf(by, 'pack.recover', { code: 'notFound' }), outcome: 'refused' });
      return wrong('notThere');
    }
    if (pack.accountId === by.personId) return wrong('yoursAlready');
    if (!(await tx.packs.ask({ id, desk: packDesk, packId: pack.id, by: by.personId, reason }))) return wrong('askedBefore');
    await tx.appendAudit(auditOf(by, 'pack.recover', { pack: pack.id, recovery: id, reason }));
    return ok(true);
  });
  if (!asked.ok) return asked;
  return viewOfId(deps, by, by.tenantId, id);
}

/** What waits for a lead of the desk; for everybody else, their own requests. */
export async function recoveriesFor(deps: Deps, by: Principal): Promise<Result<readonly RecoveryView[], Refusal>> {
  if (!leadsPacks(by) && !mayHavePacks(by)) return recordRefusal(deps, by, 'pack.recoveries', null, notAllowed);
  const found = leadsPacks(by) ? await deps.store.packs.waiting(packDesk) : await deps.store.packs.recoveriesBy(by.tenantId, by.personId);
  const views = [];
  for (const recovery of found) views.push(await viewOf(deps, by, recovery));
  return ok(views);
}

/** How many wait for this lead, at most 100; `null` for everybody else. */
export const countRecoveries = async (deps: Deps, by: Principal): Promise<number | null> =>
  leadsPacks(by) ? (await deps.store.packs.waiting(packDesk)).length : null;

export interface Decision {
  readonly state: 'approved' | 'declined';
  readonly words: string;
}

/** PS-7: a lead gives the pack to whoever asked for it, or does not. The answer goes to them by mail. */
export async function decideRecovery(deps: Deps, by: Principal, id: string, decision: Decision): Promise<Result<RecoveryView, Refusal>> {
  const action = decision.state === 'approved' ? 'pack.approve' : 'pack.decline';
  if (!leadsPacks(by)) return recordRefusal(deps, by, action, null, notAllowed);
  const waiting = (await deps.store.packs.waiting(packDesk)).find((one) => one.id === id);
  if (!waiting) return recordRefusal(deps, by, action, null, { code: 'notFound' });
  const person = await toldPerson(deps, waiting.tenantId, waiting.by);
  if (!person && decision.state === 'approved') return refuse({ code: 'invalid', issues: [{ field: 'state', fault: { is: 'notThere' } }] });
  const done = await deps.store.inTenant(waiting.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    const recovery = await tx.packs.lockRecovery(id);
    if (recovery?.state !== 'asked') return refuse({ code: 'outdated' });
    const account = decision.state === 'approved' ? await handOver(tx, recovery) : null;
    await tx.packs.decide(id, decision, by.personId);
    await tx.appendAudit(
      auditOf(by, action, { recovery: id, pack: recovery.packId, for: recovery.by, ...(account && { account }), words: decision.words }),
    );
    if (person) await tell(tx, person, id, decision);
    return ok(true);
  });
  return done.ok
    ? viewOfId(deps, by, waiting.tenantId, id, { ...waiting, ...decision, decidedAt: deps.now() })
    : recorded(deps, by, action, done);
}

/** The pack becomes theirs; whom the account before them had named stays named. */
async function handOver(tx: TenantTransaction, { packId, by }: Recovery) {
  const pack = await tx.packs.lock(packId);
  if (!pack) return null;
  await tx.packs.save({ id: packId, accountId: by, people: pack.people.filter((one) => one !== by), version: pack.version + 1 });
  return { from: pack.accountId, to: by };
}

const tell = (tx: TenantTransaction, { email, locale, name }: Principal, id: string, { state, words }: Decision) =>
  email === ''
    ? undefined
    : tx.post({ key: `recovery:${id}`, address: email, locale, says: { letter: 'packDecided', name, state, words } });

async function viewOfId(deps: Deps, by: Principal, tenantId: string, id: string, known?: Recovery): Promise<Result<RecoveryView, Refusal>> {
  const recovery = known ?? (await deps.store.packs.recoveriesBy(tenantId, by.personId)).find((one) => one.id === id);
  return recovery ? ok(await viewOf(deps, by, recovery)) : refuse({ code: 'notFound' });
}

async function viewOf(deps: Deps, by: Principal, recovery: Recovery): Promise<RecoveryView> {
  const { id, tenantId, reason, askedAt, state, decidedAt, words } = recovery;
  const pack = leadsPacks(by) ? await deps.store.packs.find(tenantId, recovery.packId) : undefined;
  return {
    ...{ id, reason, askedAt, state, decidedAt, words },
    tenant: { id: tenantId, name: await deps.directory.tenantName(tenantId) },
    by: await personOf(deps, by, tenantId, recovery.by),
    pack: pack
      ? {
          ...{ confirmation: pack.confirmation, remaining: pack.remaining, lastDay: pack.lastDay },
          account: await personOf(deps, by, tenantId, pack.accountId),
        }
      : null,
    accountLeft: pack ? (await deps.directory.person(tenantId, pack.accountId)) === undefined : null,
  };
}
