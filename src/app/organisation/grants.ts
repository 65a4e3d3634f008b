import { may } from '../../domain/access/authorize.ts';
import type { GrantableRole } from '../../domain/access/granted-roles.ts';
import type { Action, GeneralAction } from '../../domain/access/policy.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import type { FoundPerson, Grant } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';

export interface GrantView {
  readonly person: FoundPerson;
  readonly role: GrantableRole;
  /** Who gave it. */
  readonly by: string;
  readonly at: string;
}

/** ID-3: the roles given in the app, by name of those who have them. */
export async function grantsFor(deps: Deps, by: Principal): Promise<Result<readonly GrantView[], Refusal>> {
  if (!may(by, 'manageGrants')) return recordRefusal(deps, by, 'grant.list', null, notAllowed);
  const grants = await deps.store.grants.list(by.tenantId);
  return ok(grants.map((grant) => viewOf(grant, by)));
}

/** ID-3: gives a role to a member of the administrator's own tenant; never to guests or to people of another one. It counts at their next action. */
export async function giveRole(
  deps: Deps,
  by: Principal,
  { personId, role }: { readonly personId: string; readonly role: GrantableRole },
): Promise<Result<readonly GrantView[], Refusal>> {
  const refused = (refusal: Refusal) => recordRefusal(deps, by, 'grant.give', null, refusal);
  if (!may(by, 'manageGrants')) return refused(notAllowed);
  const person = await memberOf(deps, by, personId, 'manageGrants');
  if (!person.ok) return refused(person.error);
  const given = await deps.store.inTenant(by.tenantId, async (tx): Promise<Result<true, Refusal>> => {
    if ((await tx.grants.count()) >= limits.grants) return refuse({ code: 'limitReached', limit: 'grants', max: limits.grants });
    const added = await tx.grants.insert({ person: person.value, role, by: { id: by.personId, name: by.name } });
    if (added) await tx.appendAudit(auditOf(by, 'grant.give', { person: person.value.id, role, from: [], to: [role] }));
    return ok(true);
  });
  return given.ok ? grantsFor(deps, by) : recorded(deps, by, 'grant.give', given);
}

/** Takes a role away that was given in the app; one that the directory gives stays. Taking away what isn't there changes nothing. */
export async function takeRole(
  deps: Deps,
  by: Principal,
  { personId, role }: { readonly personId: string; readonly role: GrantableRole },
): Promise<Result<readonly GrantView[], Refusal>> {
  if (!may(by, 'manageGrants')) return recordRefusal(deps, by, 'grant.take', null, notAllowed);
  await deps.store.inTenant(by.tenantId, async (tx) => {
    const taken = await tx.grants.remove(personId, role);
    if (taken) await tx.appendAudit(auditOf(by, 'grant.take', { person: personId, role, from: [role], to: [] }));
  });
  return grantsFor(deps, by);
}

/** People of the administrator's own tenant to choose from, guests left out; at most 20. */
export async function findMembers(deps: Deps, by: Principal, words: string): Promise<Result<readonly FoundPerson[], Refusal>> {
  if (!may(by, 'manageGrants')) return recordRefusal(deps, by, 'people.find', null, notAllowed);
  return ok(words.trim() === '' ? [] : await deps.directory.searchPeople(by.tenantId, words.trim()));
}

/** The person of that id, where they are a member of the reader's own tenant. */
export async function memberOf(
  deps: Deps,
  by: Principal,
  id: string,
  action: Action | GeneralAction,
): Promise<Result<FoundPerson, Refusal>> {
  const person = await deps.directory.person(by.tenantId, id.toLowerCase());
  if (!person) return refuse({ code: 'notAllowed', action, why: 'notOfYourOrganisation' });
  if (person.roles.includes('guest')) return refuse({ code: 'notAllowed', action, why: 'guestsGetNoRole' });
  return ok({ id: person.personId, name: person.name, email: person.email });
}

const notAllowed: Refusal = { code: 'notAllowed', action: 'manageGrants' };

const auditOf = (by: Principal, action: string, details: Readonly<Record<string, unknown>>) => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action,
  outcome: 'done' as const,
  caseId: null,
  details: { name: by.name, ...details },
});

const viewOf = ({ person, role, by, at }: Grant, { locale }: Principal): GrantView => ({
  person: { ...person, name: nameOf(person.name, locale) },
  role,
  by: nameOf(by.name, locale),
  at,
});
