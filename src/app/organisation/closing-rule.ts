import { may } from '../../domain/access/authorize.ts';
import { type ClosingRule, unnarrowed } from '../../domain/access/closing-rule.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import { seesInternal } from '../people/people.ts';
import type { Rule } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import { memberOf } from './grants.ts';
import { changeRule, type RuleView, readRule, ruleView } from './tenant-rules.ts';

export interface ClosingRuleView extends RuleView {
  readonly who: ClosingRule['who'];
  /** Whom it names; empty unless it does. */
  readonly people: readonly PersonRef[];
}

/** What an administrator asks for: people by id, at least one of them where the rule names people. */
export interface WantedClosing {
  readonly who: ClosingRule['who'];
  readonly people?: readonly string[] | undefined;
}

/** G-10: the rule that counts for this reader of a case; the desk has none above it. */
export async function closingFor(
  deps: Deps,
  reader: Principal,
  { tenantId, desk, status }: Pick<Case, 'tenantId' | 'desk' | 'status'>,
): Promise<ClosingRule> {
  if (seesInternal(reader, { desk }) || !isOpen(status)) return unnarrowed;
  if (reader.closing && reader.tenantId === tenantId) return reader.closing;
  return (await deps.store.rules.find(tenantId, 'closing')).value;
}

export async function readClosingRule(deps: Deps, by: Principal): Promise<Result<ClosingRuleView, Refusal>> {
  const rule = await readRule(deps, by, 'closing');
  return rule.ok ? ok(viewOf(rule.value, by)) : rule;
}

/** G-10: who of the tenant's side closes its cases from now on. Named are members of the tenant alone. */
export async function setClosingRule(
  deps: Deps,
  by: Principal,
  { wanted, version }: { readonly wanted: WantedClosing; readonly version: number },
): Promise<Result<ClosingRuleView, Refusal>> {
  const refused = (refusal: Refusal) => recordRefusal(deps, by, 'closing.change', null, refusal);
  if (!may(by, 'setRules')) return refused({ code: 'notAllowed', action: 'setRules' });
  const people: PersonRef[] = [];
  for (const id of wanted.who === 'named' ? new Set(wanted.people) : []) {
    const member = await memberOf(deps, by, id, 'setRules');
    if (!member.ok) return refused(member.error);
    people.push({ id: member.value.id, name: member.value.name });
  }
  if (wanted.who === 'named' && people.length === 0)
    return { ok: false, error: { code: 'invalid', issues: [{ field: 'people', fault: { is: 'required' } }] } };
  const value: ClosingRule = wanted.who === 'named' ? { who: 'named', people } : { who: wanted.who };
  const changed = await changeRule(deps, by, 'closing', { version, value });
  return changed.ok ? ok(viewOf(changed.value, by)) : changed;
}

const viewOf = (rule: Rule<'closing'>, reader: Principal): ClosingRuleView => ({
  ...ruleView(rule, reader),
  who: rule.value.who,
  people: rule.value.who === 'named' ? rule.value.people.map(({ id, name }) => ({ id, name: nameOf(name, reader.locale) })) : [],
});
