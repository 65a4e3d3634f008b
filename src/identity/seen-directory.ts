import type { Directory, Person, SeenPerson, Store } from '../app/ports.ts';
import type { Role } from '../domain/access/principal.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { deskIds } from '../domain/catalogue/desks.ts';
import { localeOf } from '../domain/i18n/index.ts';

/** Directory roles by template id, and what they are here. */
const granted: Readonly<Record<string, readonly Role[]>> = {
  '62e90394-69f5-4237-9190-012177145e10': ['tenantAdministrator', 'ticketManager'], // Global Administrator
  '69091246-20e8-4a56-aa4d-066075b2a7a8': ['tenantAdministrator', 'ticketManager'], // Teams Administrator
  '729827e3-9c14-49f7-bb1b-9608f156bbb8': ['ticketManager'], // Helpdesk Administrator
  'f023fd81-a637-4b56-95fd-791ac0226033': ['ticketManager'], // Service Support Administrator
};

/** App roles, assigned in the operator's tenant: `Engineer.phoneNumbers`, `Lead.phoneNumbers`. */
const engineerRole = (desk: DeskId): string => `Engineer.${desk}`;
const leadRole = (desk: DeskId): string => `Lead.${desk}`;

/** How many people are remembered as unchanged, so that not every request writes. */
const remembered = 5_000;

/**
 * Who people are, from what they themselves have shown: the verified token of the tab or the API names a person and their directory roles,
 * Teams' roster names whoever writes to the bot. It knows nothing of relationships between tenants.
 */
export function seenDirectory(people: Store['people'], operatorTenantId: string): Directory {
  const unchanged = new Map<string, string>();
  return {
    async seen(person) {
      const key = `${person.tenantId}:${person.id}${person.directoryRoles ? '' : ':roster'}`;
      const told = JSON.stringify(person);
      if (unchanged.get(key) === told) return;
      await people.save(person);
      unchanged.delete(key);
      unchanged.set(key, told);
      if (unchanged.size > remembered) unchanged.delete(unchanged.keys().next().value ?? '');
    },
    async person(tenantId, personId) {
      const seen = await people.find(tenantId, personId);
      return seen && personOf(seen, operatorTenantId);
    },
    async tenantName(tenantId) {
      const last = await people.lastOf(tenantId);
      return (last && domainOf(last)) ?? tenantId;
    },
    async engineers(desk) {
      const found = await Promise.all([engineerRole(desk), leadRole(desk)].map((role) => people.withAppRole(operatorTenantId, role)));
      return [...new Map(found.flat().map(({ id, name }) => [id, { id, name }])).values()];
    },
  };
}

function personOf(seen: SeenPerson, operatorTenantId: string): Person {
  const operator = seen.tenantId === operatorTenantId;
  const domain = domainOf(seen);
  return {
    tenantId: seen.tenantId,
    tenantName: domain ?? seen.tenantId,
    kind: operator ? 'operator' : 'customer',
    personId: seen.id,
    name: seen.name || seen.email,
    email: seen.email,
    roles: rolesOf(seen, operator),
    desks: operator && !seen.guest ? deskIds.filter((desk) => hasRole(seen, engineerRole(desk)) || hasRole(seen, leadRole(desk))) : [],
    domains: domain ? [domain] : [],
    country: null,
    locale: localeOf(seen.locale),
    timeZone: 'UTC',
  };
}

/** A member's user name ends in a domain that Entra has verified for the tenant; a guest's does not. */
const domainOf = ({ email, guest }: SeenPerson): string | undefined => (guest ? undefined : email.split('@')[1]?.toLowerCase());

const hasRole = ({ appRoles }: SeenPerson, role: string): boolean => appRoles?.includes(role) ?? false;

function rolesOf(seen: SeenPerson, operator: boolean): readonly Role[] {
  if (seen.guest) return ['guest'];
  const fromDirectory = (seen.directoryRoles ?? []).flatMap((id) => granted[id] ?? []);
  const engineer = operator && deskIds.some((desk) => hasRole(seen, engineerRole(desk)) || hasRole(seen, leadRole(desk)));
  const lead = operator && deskIds.some((desk) => hasRole(seen, leadRole(desk)));
  return [
    ...new Set<Role>(['member', ...fromDirectory, ...(engineer ? ['engineer' as const] : []), ...(lead ? ['deskLead' as const] : [])]),
  ];
}
