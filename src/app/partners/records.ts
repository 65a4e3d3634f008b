import { isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { PartnerRecord } from '../../domain/access/partner-record.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { personOf } from '../entitlements/pack-view.ts';
import { type RuleView, ruleView } from '../organisation/tenant-rules.ts';
import type { FoundPerson, Rule, Tenant } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import type { Page, PersonView } from '../views.ts';
import { type EscalationsView, escalationsOf } from './escalations.ts';
import { saveRecord } from './saved.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the desk has on record of a partner, as one reader sees it. */
export interface PartnerView extends RuleView {
  readonly tenant: Named;
  readonly contract: (PartnerRecord['contract'] & { readonly ended: boolean }) | null;
  readonly provider: Named | null;
  readonly azureGrants: readonly Named[];
  readonly supportGroup: readonly PersonView[];
  readonly escalations: EscalationsView;
}

/** Leads of the cloud-services desk, at the operator. */
export const leadsPartners = (by: Principal): boolean => isEngineerOf(by, 'cloudServices') && may(by, 'managePartners');

const notALead = { code: 'notAllowed', action: 'managePartners' } as const satisfies Refusal;

/** CS-3, CS-5: for a lead every partner by name, a page at a time; for a partner's technician what is on record of their own organisation. */
export async function partnersFor(
  deps: Deps,
  by: Principal,
  { words, cursor }: { readonly words: string | null; readonly cursor: string | null },
): Promise<Result<Page<PartnerView>, Refusal>> {
  if (leadsPartners(by)) {
    const page = await deps.store.tenants.list({ state: null, kind: 'partner', words, cursor, limit: limits.page });
    const partners = page.items.filter(({ state }) => isServed(state));
    return ok({ items: await Promise.all(partners.map(({ id }) => viewOf(deps, by, id))), next: page.next });
  }
  if (!may(by, 'seeCustomers')) return recordRefusal(deps, by, 'partner.list', null, notALead);
  return ok({ items: [await viewOf(deps, by, by.tenantId)], next: null });
}

/** CS-3, CS-5: a lead records what a partner has, on the version they saw; of two at once, the second is told (`outdated`). */
export async function recordPartner(
  deps: Deps,
  by: Principal,
  tenantId: string,
  change: { readonly value: PartnerRecord; readonly version: number },
): Promise<Result<PartnerView, Refusal>> {
  const done = await recordIn(deps, by, tenantId, change);
  return done.ok ? ok(await viewOf(deps, by, tenantId, done.value)) : recorded(deps, by, 'partner.record', done);
}

async function recordIn(
  deps: Deps,
  by: Principal,
  tenantId: string,
  { value, version }: { readonly value: PartnerRecord; readonly version: number },
): Promise<Result<Rule<'partner'>, Refusal>> {
  const refusal = await unrecordable(deps, by, tenantId);
  if (refusal) return refuse(refusal);
  const wrong = await notThere(deps, tenantId, value);
  if (wrong) return refuse({ code: 'invalid', issues: [{ field: wrong, fault: { is: 'notThere' } }] });
  return saveRecord(deps, by, { tenantId, name: 'partner', action: 'partner.record', value, version });
}

const isServed = (state: Tenant['state']): boolean => state === 'listed' || state === 'active';

/** Why `by` may not change what is on record of a tenant: they don't lead the desk, or it is no partner that is served. */
export async function unrecordable(deps: Deps, by: Principal, tenantId: string): Promise<Refusal | undefined> {
  if (!leadsPartners(by)) return notALead;
  const tenant = await deps.store.tenants.find(tenantId);
  return tenant?.kind === 'partner' && isServed(tenant.state) ? undefined : { code: 'notFound' };
}

/** The first field that names an organisation or a person the desk does not know. */
async function notThere(deps: Deps, tenantId: string, value: PartnerRecord): Promise<keyof PartnerRecord | undefined> {
  const { provider, azureGrants, supportGroup } = value;
  if (provider !== null && (provider === tenantId || (await deps.store.tenants.find(provider))?.kind !== 'partner')) return 'provider';
  for (const id of azureGrants) if ((await deps.store.tenants.find(id))?.kind !== 'customer') return 'azureGrants';
  for (const id of supportGroup) {
    const person = await deps.directory.person(tenantId, id);
    if (!person || person.roles.includes('guest')) return 'supportGroup';
  }
  return undefined;
}

/** Members of a partner to choose from, for its provider's support group. */
export async function partnerPeople(
  deps: Deps,
  by: Principal,
  { tenantId, words }: { readonly tenantId: string; readonly words: string },
): Promise<Result<readonly FoundPerson[], Refusal>> {
  if (!leadsPartners(by)) return recordRefusal(deps, by, 'partner.findPeople', null, notALead);
  const tenant = await deps.store.tenants.find(tenantId);
  return tenant?.kind === 'partner' ? ok(await deps.directory.searchPeople(tenantId, words)) : refuse({ code: 'notFound' });
}

export async function viewOf(deps: Deps, by: Principal, tenantId: string, known?: Rule<'partner'>): Promise<PartnerView> {
  const rule = known ?? (await deps.store.rules.find(tenantId, 'partner'));
  const { contract, provider, azureGrants, supportGroup } = rule.value;
  const named = async (id: string): Promise<Named> => ({ id, name: await deps.directory.tenantName(id) });
  return {
    ...ruleView(rule, by),
    tenant: await named(tenantId),
    contract: contract && { ...contract, ended: deps.now().slice(0, 10) > contract.lastDay },
    provider: provider === null ? null : await named(provider),
    azureGrants: await Promise.all(azureGrants.map(named)),
    supportGroup: await Promise.all(supportGroup.map((id) => personOf(deps, by, tenantId, id))),
    escalations: await escalationsOf(deps, by, tenantId, leadsPartners(by)),
  };
}
