import type { Principal } from '../../domain/access/principal.ts';
import type { RemediationPlan } from '../../domain/access/remediation.ts';
import { textFault } from '../../domain/case/written.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { Rule } from '../ports.ts';
import { recorded } from '../refused.ts';
import { isServedPartner, leadsPartners, notALead, type PartnerView, viewOf } from './records.ts';
import { saveRecord } from './saved.ts';

/** CS-10: a lead asks a partner for a remediation plan, or changes the one there is, on the version they saw. */
export async function recordPlan(
  deps: Deps,
  by: Principal,
  tenantId: string,
  change: { readonly plan: RemediationPlan; readonly version: number },
): Promise<Result<PartnerView, Refusal>> {
  const done = await planIn(deps, by, tenantId, change);
  return done.ok ? ok(await viewOf(deps, by, tenantId)) : recorded(deps, by, 'partner.plan', done);
}

async function planIn(
  deps: Deps,
  by: Principal,
  tenantId: string,
  { plan, version }: { readonly plan: RemediationPlan; readonly version: number },
): Promise<Result<Rule<'escalations'>, Refusal>> {
  if (!leadsPartners(by)) return refuse(notALead);
  if (!(await isServedPartner(deps, tenantId))) return refuse({ code: 'notFound' });
  const fault = textFault(plan.text, true);
  if (fault) return refuse({ code: 'invalid', issues: [{ field: 'text', fault }] });
  const value = { plan: { ...plan, text: plan.text.trim() } };
  return saveRecord(deps, by, { tenantId, name: 'escalations', action: 'partner.plan', value, version });
}
