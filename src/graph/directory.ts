import { DirectoryUnavailable } from '../app/faults.ts';
import type { Directory, Person } from '../app/ports.ts';
import { appRolesOf, grantedByApp, grantedByDirectory } from '../domain/access/granted-roles.ts';
import type { Role } from '../domain/access/principal.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { localeOf } from '../domain/i18n/locale.ts';
import { ok, refuse } from '../domain/result.ts';
import { type RoleHolder, roleHolders } from './app-roles.ts';
import type { Graph } from './client.ts';
import type { Answer } from './fault.ts';
import type { KnownProfiles } from './own-profiles.ts';
import { directoryRolesOf, type Organization, ownOrganization, type Profile, profileOf, usersWith } from './people.ts';
import { type RecallLimits, recall, recallLimits } from './recall.ts';

export interface GraphDirectoryParts {
  readonly graph: Graph;
  /** What people's tokens and Teams' roster have shown: for tenants that have not let the desk ask. */
  readonly seen: Directory;
  /** What people have let the desk read of themselves, where their organisation has not let it read everybody's. */
  readonly own?: Pick<KnownProfiles, 'profile'> | undefined;
  readonly operatorTenantId: string;
  readonly appId: string;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
  readonly limits?: RecallLimits;
}

/** A directory whose answers may be minutes old, and that can be told to ask again. */
export type GraphDirectory = Directory & { refresh(tenantId: string): void };

const engineersListed = 200;
const peopleFound = 20;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const work: readonly Role[] = ['engineer', 'deskLead'];

/**
 * ID-3: people as Microsoft Graph knows them. Each part that a tenant has not let the desk read is taken from what was seen instead (ID-4);
 * without any permission it answers as `seen` does. While Graph is down, what was known counts for an hour.
 */
export function graphDirectory(parts: GraphDirectoryParts): GraphDirectory {
  const { graph, seen, own, operatorTenantId, appId, clock = () => performance.now(), limits = recallLimits } = parts;
  const profiles = recall<Profile>(clock, limits);
  const roles = recall<readonly string[]>(clock, limits);
  const organizations = recall<Organization>(clock, limits);
  const holders = recall<readonly RoleHolder[]>(clock, limits);

  const organizationOf = (tenantId: string): Promise<Answer<Organization>> =>
    organizations.of(tenantId, async () => {
      const found = await graph.list(tenantId, ownOrganization);
      if (!found.ok) return found;
      const [first] = found.value;
      return first ? ok(first) : refuse({ is: 'notFound' });
    });
  const holdersOf = (): Promise<Answer<readonly RoleHolder[]>> =>
    holders.of(operatorTenantId, () => roleHolders(graph, operatorTenantId, appId));

  async function templateIdsOf(tenantId: string, personId: string): Promise<Answer<readonly string[]>> {
    const held = await graph.list(tenantId, directoryRolesOf(personId));
    if (!held.ok) return held.error.is === 'notFound' ? ok([]) : held;
    const ids = held.value.map(({ roleTemplateId }) => roleTemplateId);
    return ids.every((id) => typeof id === 'string') ? ok(ids) : refuse({ is: 'noConsent' });
  }

  /** Engineers and leads are of the operator's tenant alone. */
  async function workOf(personId: string, before: Person | undefined): Promise<{ roles: readonly Role[]; desks: readonly DeskId[] }> {
    const held = answered(await holdersOf());
    if (held) return grantedByApp(held.find(({ id }) => id === personId)?.appRoles ?? []);
    return { roles: work.filter((role) => before?.roles.includes(role)), desks: before?.desks ?? [] };
  }

  return {
    async seen(person) {
      await seen.seen?.(person);
    },

    async person(tenantId, personId) {
      if (!uuid.test(tenantId) || !uuid.test(personId)) return undefined;
      const before = await seen.person(tenantId, personId);
      const key = `${tenantId} ${personId}`;
      const [asked, held, organization] = await Promise.all([
        profiles.of(key, () => graph.one(tenantId, profileOf(personId))),
        roles.of(key, () => templateIdsOf(tenantId, personId)),
        organizationOf(tenantId),
      ]);
      if (!asked.ok && asked.error.is === 'notFound') return undefined;
      const profile = answered(asked) ?? own?.profile(tenantId, personId);
      if (profile?.accountEnabled === false || (!profile && !before)) return undefined;
      const operator = tenantId === operatorTenantId;
      const guest = profile ? isGuest(profile) : (before?.roles.includes('guest') ?? true);
      const template = answered(held);
      const directoryRoles = template ? grantedByDirectory(template) : withoutWork(before?.roles ?? []);
      const atWork = operator && !guest ? await workOf(personId, before) : { roles: [], desks: [] };
      const domains = organization.ok ? domainsOf(organization.value) : (before?.domains ?? []);
      return {
        tenantId,
        tenantName: (organization.ok && organization.value.displayName) || (before?.tenantName ?? tenantId),
        kind: operator ? 'operator' : 'customer',
        personId,
        name: profile?.displayName || before?.name || profile?.userPrincipalName || '',
        email: profile?.mail || profile?.userPrincipalName || before?.email || '',
        roles: guest ? ['guest'] : [...new Set<Role>(['member', ...directoryRoles, ...atWork.roles])],
        desks: atWork.desks,
        domains: guest ? [] : domains,
        country: countryOf(profile?.usageLocation) ?? countryOf(organization.ok ? organization.value.countryLetterCode : null),
        locale: profile?.preferredLanguage ? localeOf(profile.preferredLanguage) : (before?.locale ?? 'en'),
        timeZone: before?.timeZone ?? 'UTC',
      };
    },

    async tenantName(tenantId) {
      const organization = uuid.test(tenantId) ? await organizationOf(tenantId) : undefined;
      return (organization?.ok && organization.value.displayName) || seen.tenantName(tenantId);
    },

    async domains(tenantId) {
      const organization = uuid.test(tenantId) ? await organizationOf(tenantId) : undefined;
      return organization?.ok ? domainsOf(organization.value) : seen.domains(tenantId);
    },

    // Those whose tokens have shown it: whoever has never come here could not look at the case either.
    withRole: (tenantId, role) => seen.withRole(tenantId, role),

    async searchPeople(tenantId, words) {
      const question = usersWith(words);
      if (!question || !uuid.test(tenantId)) return [];
      const asked = answered(await graph.one(tenantId, question));
      if (!asked) return seen.searchPeople(tenantId, words);
      return asked.value
        .filter((user) => !isGuest(user) && user.accountEnabled !== false)
        .map(({ id, displayName, mail, userPrincipalName }) => ({
          id,
          name: displayName || userPrincipalName,
          email: mail || userPrincipalName,
        }))
        .sort((a, b) => a.name.localeCompare(b.name))
        .slice(0, peopleFound);
    },

    forget(tenantId, personId) {
      seen.forget?.(tenantId, personId);
      for (const part of [profiles, roles]) part.refresh(`${tenantId} ${personId}`);
    },

    async engineers(desk) {
      const held = answered(await holdersOf());
      if (!held) return seen.engineers(desk);
      const wanted: readonly string[] = Object.values(appRolesOf(desk));
      return held
        .filter(({ appRoles }) => appRoles.some((role) => wanted.includes(role)))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name))
        .slice(0, engineersListed);
    },

    refresh(tenantId) {
      for (const part of [profiles, roles, organizations, holders]) part.refresh(tenantId);
    },
  };
}

/**
 * What decides on rights is known, or left to what was seen (`undefined`); it is never guessed.
 * @throws DirectoryUnavailable
 */
function answered<T>(answer: Answer<T>): T | undefined {
  if (answer.ok) return answer.value;
  if (answer.error.is === 'throttled' || answer.error.is === 'unavailable') throw new DirectoryUnavailable();
  return undefined;
}

const domainsOf = ({ verifiedDomains }: Organization): readonly string[] => verifiedDomains.map(({ name }) => name.toLowerCase());

/** Accounts older than the user type have none; a guest's user name shows it then. */
const isGuest = ({ userType, userPrincipalName }: Pick<Profile, 'userType' | 'userPrincipalName'>): boolean =>
  userType ? userType === 'Guest' : userPrincipalName.toUpperCase().includes('#EXT#');

const withoutWork = (roles: readonly Role[]): readonly Role[] => roles.filter((role) => !work.includes(role) && role !== 'guest');

const countryOf = (code: string | null | undefined): string | null => (code && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null);
