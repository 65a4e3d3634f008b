import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import type { Rule, RuleName, TenantRules } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

/** When a rule of the tenant was last changed, and by whom; `null` while it is the one that comes with the desk. */
export interface RuleView {
  readonly version: number;
  readonly changed: { readonly at: string; readonly by: string } | null;
}

export const ruleView = ({ version, changed }: Rule<RuleName>, { locale }: Principal): RuleView => ({
  version,
  changed: changed && { at: changed.at, by: nameOf(changed.by.name, locale) },
});

/** Reads a rule of the reader's own tenant. */
export async function readRule<N extends RuleName>(deps: Deps, by: Principal, name: N): Promise<Result<Rule<N>, Refusal>> {
  if (!may(by, 'setRules')) return recordRefusal(deps, by, `${name}.read`, null, { code: 'notAllowed', action: 'setRules' });
  return ok(await deps.store.rules.find(by.tenantId, name));
}

/**
 * Changes a rule of the administrator's own tenant, on the version they saw: of two at once, the second is told (`outdated`).
 * Recorded with what it was and what it became.
 */
export function changeRule<N extends RuleName>(
  deps: Deps,
  by: Principal,
  name: N,
  change: { readonly version: number; readonly value: TenantRules[N] },
): Promise<Result<Rule<N>, Refusal>> {
  return deps.store.inTenant(by.tenantId, async (tx): Promise<Result<Rule<N>, Refusal>> => {
    const before = await tx.rules.find(name);
    const saved =
      before.version === change.version && (await tx.rules.save(name, change.value, change.version, { id: by.personId, name: by.name }));
    await tx.appendAudit({
      actorTenantId: by.tenantId,
      actorId: by.personId,
      action: `${name}.change`,
      outcome: saved ? 'done' : 'refused',
      caseId: null,
      details: saved ? { name: by.name, from: before.value, to: change.value } : { name: by.name, code: 'outdated' },
    });
    return saved ? ok(await tx.rules.find(name)) : refuse({ code: 'outdated' });
  });
}
