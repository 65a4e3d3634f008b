import type { Logger } from 'pino';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { RegisterTransaction, Tenant } from '../ports.ts';
import { inRegister, stepped, type TenantView, tenantFor } from './tenants.ts';

/** Rows of each table that one transaction deletes. */
const batch = 500;
/** Milliseconds for which the request that begins a removal goes on with it; the rest is done in the background. */
const atOnce = 2_000;

/**
 * Removes a suspended tenant with everything of it, once an export holds all there is. The operator's own trail keeps that it was done.
 *
 * @param confirmed the tenant's name as it was typed
 */
export async function removeTenant(deps: Deps, by: Principal, id: string, confirmed: string): Promise<Result<TenantView, Refusal>> {
  const begun = await inRegister(deps, by, { id, action: 'tenant.remove' }, async (before, tx) => {
    const after = stepped(before, 'remove', before?.reason ?? null);
    if (!after.ok) return after;
    if (!(await exportIsWhole(tx, after.value))) return refuse({ code: 'exportFirst' });
    return before?.name === confirmed.trim()
      ? after
      : refuse({ code: 'invalid', issues: [{ field: 'name', fault: { is: 'notAnOption' } }] });
  });
  if (!begun.ok) return begun;
  const until = performance.now() + atOnce;
  await removeRows(deps, by.tenantId, id, () => performance.now() < until);
  return tenantFor(deps, id);
}

/** Whether the last export holds everything that the tenant's audit trail tells of; until this is committed nothing is added to that. */
const exportIsWhole = async (tx: RegisterTransaction, { id, exported }: Tenant): Promise<boolean> =>
  exported !== null && (await tx.holdTrail(id)) <= exported.auditSeq;

/** Batch after batch; where it is cut off is where it goes on later. */
async function removeRows(deps: Deps, operatorTenantId: string, id: string, goesOn: () => boolean): Promise<void> {
  let rows = 0;
  while (goesOn()) {
    const { removed, remaining } = await deps.store.tenants.removeRows(id, batch);
    rows += removed;
    if (!remaining) return finish(deps, operatorTenantId, id, rows);
    if (removed === 0) throw new Error('rows of a tenant that is being removed can’t be deleted');
  }
}

async function finish(deps: Deps, operatorTenantId: string, id: string, rows: number): Promise<void> {
  await deps.store.tenants.change(operatorTenantId, async (tx) => {
    const tenant = await tx.lock(id);
    if (tenant?.state !== 'removing') return;
    await tx.save({ ...tenant, state: 'removed', reason: null, registeredAt: null, exported: null });
    const details = { tenant: id, tenantName: tenant.name, rows };
    const actor = { actorTenantId: operatorTenantId, actorId: 'service' };
    await tx.appendAudit({ ...actor, action: 'tenant.removed', outcome: 'done', caseId: null, details });
  });
  deps.gate.forget(id);
}

const minute = 60_000;

/** Goes on with removals that a stop of the process, or their size, has cut off: at once, then every minute. @returns how to stop */
export function keepRemoving(deps: Deps, operatorTenantId: string, log: Pick<Logger, 'warn'>): () => Promise<void> {
  let round: Promise<void> | undefined;
  let stopped = false;
  const go = () => {
    round ??= continueRemovals(deps, operatorTenantId, log, () => !stopped)
      .catch((err) => log.warn({ err }, 'removals of tenants did not go on'))
      .finally(() => {
        round = undefined;
      });
  };
  go();
  const timer = setInterval(go, minute);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await round;
  };
}

async function continueRemovals(deps: Deps, operatorTenantId: string, log: Pick<Logger, 'warn'>, goesOn: () => boolean): Promise<void> {
  const { items } = await deps.store.tenants.list({ state: 'removing', kind: null, words: null, cursor: null, limit: 100 });
  for (const { id } of items) {
    // One that does not go on must not hold up the others.
    await removeRows(deps, operatorTenantId, id, goesOn).catch((err) =>
      log.warn({ err, tenant: id }, 'the removal of a tenant did not go on'),
    );
  }
}
