import type { Principal } from '../../domain/access/principal.ts';
import { countedSince, isOverdue, proposedSince, type RemediationPlan } from '../../domain/access/remediation.ts';
import type { Deps } from '../deps.ts';
import { type RuleView, ruleView } from '../organisation/tenant-rules.ts';

/** CS-10: a partner's improper escalations, and the plan it was asked for; the version is the plan's. */
export interface EscalationsView extends RuleView {
  /** Of the last 365 days. */
  readonly improper: number;
  /** Whether there are so many that the desk proposes a plan; for leads alone. */
  readonly proposed: boolean;
  readonly plan: (RemediationPlan & { readonly overdue: boolean }) | null;
}

/** @param leads whether the reader leads the desk */
export async function escalationsOf(deps: Deps, by: Principal, tenantId: string, leads: boolean): Promise<EscalationsView> {
  const now = deps.now();
  const rule = await deps.store.rules.find(tenantId, 'escalations');
  const { plan } = rule.value;
  const since = leads ? proposedSince(rule.value, rule.changed?.at ?? null, now) : undefined;
  const marks = (from: string) => deps.store.cases.countImproper(tenantId, from);
  const [improper, towards] = await Promise.all([marks(countedSince(now)), since === undefined ? 0 : marks(since)]);
  return {
    ...ruleView(rule, by),
    improper,
    proposed: towards > deps.settings.improperEscalations,
    plan: plan && { ...plan, overdue: isOverdue(plan, now) },
  };
}
