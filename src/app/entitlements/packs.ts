import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { confirmationOf, dayOf, incidentsPerPack, lastDayOf, type Pack } from '../../domain/entitlement/pack.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { FoundPerson } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import type { Page } from '../views.ts';
import { type PackView, packViews } from './pack-view.ts';
import { auditOf, leadsPacks, mayHavePacks, packDesk } from './standing.ts';

const notAllowed = { code: 'notAllowed', action: 'managePacks' } as const satisfies Refusal;

/** PS-7: what a customer's person bought or may use; for a lead of the desk what was sold, to everybody or one organisation. */
export async function packsFor(
  deps: Deps,
  by: Principal,
  query: { readonly tenantId: string | null; readonly cursor: string | null },
): Promise<Result<Page<PackView>, Refusal>> {
  if (leadsPacks(by)) {
    const page = await deps.store.packs.ofDesk(packDesk, { ...query, limit: limits.packs });
    return ok({ items: await packViews(deps, by, page.items), next: page.next });
  }
  if (!mayHavePacks(by)) return recordRefusal(deps, by, 'pack.list', null, notAllowed);
  return ok({ items: await packViews(deps, by, await deps.store.packs.usableBy(by.tenantId, by.personId)), next: null });
}

export interface Purchase {
  readonly tenantId: string;
  readonly personId: string;
  readonly confirmation: string;
  /** `YYYY-MM-DD`. */
  readonly purchasedOn: string;
}

/** PS-7: a lead of the desk records what somebody of a customer bought. */
export async function recordPack(deps: Deps, by: Principal, purchase: Purchase): Promise<Result<PackView, Refusal>> {
  const done = await recordIn(deps, by, purchase);
  if (!done.ok) return recorded(deps, by, 'pack.record', done);
  const [view] = await packViews(deps, by, [done.value]);
  return view ? ok(view) : refuse({ code: 'notFound' });
}

async function recordIn(deps: Deps, by: Principal, purchase: Purchase): Promise<Result<Pack, Refusal>> {
  if (!leadsPacks(by)) return refuse(notAllowed);
  const confirmation = confirmationOf(purchase.confirmation);
  const invalid = (field: string, is: 'required' | 'inFuture' | 'notThere' | 'recordedBefore') =>
    refuse({ code: 'invalid', issues: [{ field, fault: { is } }] } as const);
  if (confirmation === '') return invalid('confirmation', 'required');
  if (purchase.purchasedOn > dayOf(deps.now())) return invalid('purchasedOn', 'inFuture');
  const tenant = await deps.store.tenants.find(purchase.tenantId);
  if (!tenant || tenant.kind === 'operator' || !['listed', 'active'].includes(tenant.state)) return invalid('tenant', 'notThere');
  const person = await deps.directory.person(tenant.id, purchase.personId);
  if (!person || person.roles.includes('guest')) return invalid('person', 'notThere');
  return deps.store.inTenant(tenant.id, async (tx): Promise<Result<Pack, Refusal>> => {
    const pack: Pack = {
      ...{ id: uuidv7(), tenantId: tenant.id, confirmation, accountId: person.personId, people: [], purchasedOn: purchase.purchasedOn },
      ...{ lastDay: lastDayOf(purchase.purchasedOn), incidents: incidentsPerPack, remaining: incidentsPerPack, version: 1 },
    };
    if (!(await tx.packs.insert({ ...pack, desk: packDesk }, by.personId))) return invalid('confirmation', 'recordedBefore');
    const { id, accountId, purchasedOn, lastDay } = pack;
    await tx.appendAudit(auditOf(by, 'pack.record', { pack: id, confirmation, account: accountId, purchasedOn, lastDay }));
    return ok(pack);
  });
}

/** PS-7: whom the purchasing account lets use its pack: members of its own organisation. */
export async function namePeople(
  deps: Deps,
  by: Principal,
  id: string,
  { people, version }: { readonly people: readonly string[]; readonly version: number },
): Promise<Result<PackView, Refusal>> {
  const done = await nameIn(deps, by, id, { people: [...new Set(people)], version });
  if (!done.ok) return recorded(deps, by, 'pack.people', done);
  const [view] = await packViews(deps, by, [done.value]);
  return view ? ok(view) : refuse({ code: 'notFound' });
}

async function nameIn(
  deps: Deps,
  by: Principal,
  id: string,
  { people, version }: { readonly people: readonly string[]; readonly version: number },
): Promise<Result<Pack, Refusal>> {
  const there = await deps.store.packs.find(by.tenantId, id);
  if (!there || there.accountId !== by.personId || by.roles.includes('guest')) return refuse({ code: 'notFound' });
  if (people.length > limits.packPeople) return refuse({ code: 'limitReached', limit: 'packPeople', max: limits.packPeople });
  for (const personId of people.filter((one) => !there.people.includes(one))) {
    const person = await deps.directory.person(by.tenantId, personId);
    if (!person || person.roles.includes('guest'))
      return refuse({ code: 'invalid', issues: [{ field: 'people', fault: { is: 'notThere' } }] });
  }
  return deps.store.inTenant(by.tenantId, async (tx): Promise<Result<Pack, Refusal>> => {
    const before = await tx.packs.lock(id);
    if (before?.accountId !== by.personId || before.version !== version) return refuse({ code: 'outdated' });
    const after = { ...before, people, version: version + 1 };
    await tx.packs.save(after);
    await tx.appendAudit(auditOf(by, 'pack.people', { pack: id, from: before.people, to: people }));
    return ok(after);
  });
}

/** People to choose from: of one's own organisation, or for a lead of a customer's. */
export async function packPeople(
  deps: Deps,
  by: Principal,
  { tenantId, words }: { readonly tenantId: string | null; readonly words: string },
): Promise<Result<readonly FoundPerson[], Refusal>> {
  const lead = leadsPacks(by);
  if (!lead && !mayHavePacks(by)) return recordRefusal(deps, by, 'pack.findPeople', null, notAllowed);
  if (!lead && tenantId !== null && tenantId !== by.tenantId) return recordRefusal(deps, by, 'pack.findPeople', null, { code: 'notFound' });
  if (words.trim() === '' || (lead && tenantId === null)) return ok([]);
  return ok(await deps.directory.searchPeople(lead ? (tenantId ?? '') : by.tenantId, words.trim()));
}
