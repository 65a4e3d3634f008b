import type { Principal } from '../domain/access/principal.ts';
import type { Refusal } from '../domain/errors.ts';
import { type Result, refuse } from '../domain/result.ts';
import type { Deps } from './deps.ts';

/** Refuses, and leaves it in the audit trail of the person's own tenant (G-15): there is no case of theirs to hang it on. */
export async function recordRefusal(
  deps: Deps,
  by: Principal,
  action: string,
  caseId: string | null,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  await deps.store.inTenant(by.tenantId, (tx) =>
    tx.appendAudit({
      actorTenantId: by.tenantId,
      actorId: by.personId,
      action,
      outcome: 'refused',
      caseId,
      details: { code: refusal.code, name: by.name },
    }),
  );
  return refuse(refusal);
}

/** The same for what a transaction of its own refused; what a form says wrong is no attempt. */
export const recorded = async <T>(deps: Deps, by: Principal, action: string, done: Result<T, Refusal>): Promise<Result<T, Refusal>> =>
  done.ok || done.error.code === 'invalid' ? done : recordRefusal(deps, by, action, null, done.error);
