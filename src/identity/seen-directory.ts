import type { Directory, Person, SeenPerson, Store } from '../app/ports.ts';
import { appRolesOf, directoryRolesGiving, grantedByApp, grantedByDirectory } from '../domain/access/granted-roles.ts';
import { localeOf } from '../domain/i18n/index.ts';

/** How many people are remembered as unchanged, so that not every request writes. */
const remembered = 5_000;
const mostWithRole = 20;
/** Milliseconds for which a tenant's name counts. */
const believed = 5_000;

/**
 * Who people are, from what they themselves have shown: the verified token of the tab or the API names a person and their directory roles,
 * Teams' roster names whoever writes to the bot. It knows nothing of relationships between tenants.
 */
export function seenDirectory(people: Store['people'], operatorTenantId: string): Directory {
  const unchanged = new Map<string, string>();
  const names = new Map<string, { readonly name: string; readonly until: number }>();
  const forget = (tenantId: string, personId: string): void => {
    names.delete(tenantId);
    for (const suffix of ['', ':roster']) unchanged.delete(`${tenantId}:${personId}${suffix}`);
  };
  return {
    async seen(person) {
      const key = `${person.tenantId}:${person.id}${person.directoryRoles ? '' : ':roster'}`;
      const told = JSON.stringify(person);
      if (unchanged.get(key) === told) return;
      await people.save(person);
      names.delete(person.tenantId);
      unchanged.delete(key);
      unchanged.set(key, told);
      if (unchanged.size > remembered) unchanged.delete(unchanged.keys().next().value ?? '');
    },
    async person(tenantId, personId) {
      const seen = await people.find(tenantId, personId);
      // Erased, perhaps by another process: whoever it is will be shown again.
      if (!seen) forget(tenantId, personId);
      return seen && personOf(seen, operatorTenantId);
    },
    async tenantName(tenantId) {
      const before = names.get(tenantId);
      if (before && performance.now() < before.until) return before.name;
      const last = await people.lastOf(tenantId);
      const name = (last && domainOf(last)) ?? tenantId;
      if (names.size >= remembered) names.clear();
      names.set(tenantId, { name, until: performance.now() + believed });
      return name;
    },
    domains: (tenantId) => people.domains(tenantId),
    async withRole(tenantId, role) {
      const found = await people.withDirectoryRole(tenantId, directoryRolesGiving(role));
      return found
        .filter(({ guest }) => !guest)
        .slice(0, mostWithRole)
        .map(({ id }) => id);
    },
    searchPeople: (tenantId, words) => people.search(tenantId, words),
    forget,
    async engineers(desk) {
      const found = await Promise.all(Object.values(appRolesOf(desk)).map((role) => people.withAppRole(operatorTenantId, role)));
      return [...new Map(found.flat().map(({ id, name }) => [id, { id, name }])).values()];
    },
  };
}

function personOf(seen: SeenPerson, operatorTenantId: string): Person {
  const operator = seen.tenantId === operatorTenantId;
  const domain = domainOf(seen);
  const granted = operator && !seen.guest ? grantedByApp(seen.appRoles ?? []) : { roles: [], desks: [] };
  return {
    tenantId: seen.tenantId,
    tenantName: domain ?? seen.tenantId,
    kind: operator ? 'operator' : 'customer',
    personId: seen.id,
    name: seen.name || seen.email,
    email: seen.email,
    roles: seen.guest ? ['guest'] : ['member', ...grantedByDirectory(seen.directoryRoles ?? []), ...granted.roles],
    desks: granted.desks,
    domains: domain ? [domain] : [],
    country: null,
    locale: localeOf(seen.locale),
    timeZone: 'UTC',
  };
}

/** A member's user name ends in a domain that Entra has verified for the tenant; a guest's does not. */
const domainOf = ({ email, guest }: SeenPerson): string | undefined => (guest ? undefined : email.split('@')[1]?.toLowerCase());
