import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { changeRule, type RuleView, readRule, ruleView } from '../organisation/tenant-rules.ts';
import type { TenantRules } from '../ports.ts';
import { recordRefusal } from '../refused.ts';

export type LeaverNamesView = RuleView & TenantRules['leaverNames'];

export async function readLeaverNames(deps: Deps, by: Principal): Promise<Result<LeaverNamesView, Refusal>> {
  const rule = await readRule(deps, by, 'leaverNames');
  return rule.ok ? ok({ ...ruleView(rule.value, by), ...rule.value.value }) : rule;
}

/** G-15: names of deleted accounts stay as the tenant decides. It counts for whoever is erased from then on. */
export async function setLeaverNames(
  deps: Deps,
  by: Principal,
  { names, version }: TenantRules['leaverNames'] & { readonly version: number },
): Promise<Result<LeaverNamesView, Refusal>> {
  if (!may(by, 'setRules')) return recordRefusal(deps, by, 'leaverNames.change', null, { code: 'notAllowed', action: 'setRules' });
  const changed = await changeRule(deps, by, 'leaverNames', { version, value: { names } });
  return changed.ok ? ok({ ...ruleView(changed.value, by), ...changed.value.value }) : changed;
}
