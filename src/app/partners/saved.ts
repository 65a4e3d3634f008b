import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { Rule, TenantRules, TenantTransaction } from '../ports.ts';

interface Change<N extends 'partner' | 'escalations'> {
  readonly tenantId: string;
  readonly name: N;
  /** As the audit trail has it. */
  readonly action: string;
  readonly value: TenantRules[N];
  readonly version: number;
  /** What else is done in the transaction, once it is saved. */
  readonly also?: (tx: TenantTransaction) => Promise<void>;
}

/** What is on record of a partner, changed by a lead on the version they saw (else `outdated`); recorded with what it was and what it became. */
export const saveRecord = <N extends 'partner' | 'escalations'>(
  deps: Deps,
  by: Principal,
  { tenantId, name, action, value, version, also }: Change<N>,
): Promise<Result<Rule<N>, Refusal>> =>
  deps.store.inTenant(tenantId, async (tx): Promise<Result<Rule<N>, Refusal>> => {
    const before = await tx.rules.find(name);
    const saved = before.version === version && (await tx.rules.save(name, value, version, { id: by.personId, name: by.name }));
    if (!saved) return refuse({ code: 'outdated' });
    await tx.appendAudit({
      ...{ actorTenantId: by.tenantId, actorId: by.personId, action, outcome: 'done', caseId: null },
      details: { name: by.name, from: before.value, to: value },
    });
    await also?.(tx);
    return ok(await tx.rules.find(name));
  });
