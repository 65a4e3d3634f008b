import type { Principal } from '../../domain/access/principal.ts';
import { isAskedAnew, type RemediationPlan } from '../../domain/access/remediation.ts';
import { textFault } from '../../domain/case/written.ts';
import { dayOf } from '../../domain/entitlement/pack.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Issue } from '../../domain/faults.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { toldPerson } from '../people/people.ts';
import type { Rule } from '../ports.ts';
import { recorded } from '../refused.ts';
import { type PartnerView, unrecordable, viewOf } from './records.ts';
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
  const refusal = await unrecordable(deps, by, tenantId);
  if (refusal) return refuse(refusal);
  const asked = { ...plan, text: plan.text.trim() };
  const before = (await deps.store.rules.find(tenantId, 'escalations')).value.plan;
  const anew = isAskedAnew(asked, before);
  const fault = textFault(plan.text, true);
  const issues: readonly Issue[] = [
    ...(fault ? [{ field: 'text', fault }] : []),
    ...(anew && asked.dueDay < dayOf(deps.now()) ? [{ field: 'dueDay', fault: { is: 'dayInThePast' } } as const] : []),
  ];
  if (issues.length > 0) return refuse({ code: 'invalid', issues });
  const told = anew ? await technicians(deps, tenantId) : [];
  return saveRecord(deps, by, {
    ...{ tenantId, name: 'escalations', action: 'partner.plan', value: { plan: asked }, version },
    also: async (tx) => {
      for (const person of told) {
        const says = { letter: 'planAsked', name: person.name, text: asked.text, dueDay: asked.dueDay } as const;
        await tx.post({ key: `plan:${version + 1}:${person.personId}`, address: person.email, locale: person.locale, says });
      }
    },
  });
}

/** The partner's people who file for its customers, by mail: by a role of the directory's, or one given in the app. */
async function technicians(deps: Deps, tenantId: string): Promise<readonly Principal[]> {
  const [known, granted] = await Promise.all([deps.directory.withRole(tenantId, 'ticketManager'), deps.store.grants.list(tenantId)]);
  const ids = [...new Set([...known, ...granted.slice(0, mostGranted).map(({ person }) => person.id)])];
  const people = await Promise.all(ids.map((id) => toldPerson(deps, tenantId, id)));
  return people.flatMap((person) => (person?.email && person.roles.includes('partnerTechnician') ? [person] : []));
}

const mostGranted = 20;
