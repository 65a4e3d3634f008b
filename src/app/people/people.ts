import { customersAt, filesByDomain, isEngineerOf } from '../../domain/access/authorize.ts';
import type { ActsFor, Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { deskIds } from '../../domain/catalogue/desks.ts';
import { type Locale, localeOf } from '../../domain/i18n/index.ts';
import { isZone } from '../../domain/time/local-date-time.ts';
import type { Deps } from '../deps.ts';
import { TenantClosed } from '../faults.ts';
import type { Profile, Scope, SeenPerson } from '../ports.ts';

/** What a face knows of a reader besides who they are: never of their rights. */
export interface ReaderHints {
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
}

/**
 * The person behind a verified token or activity (ID-1), with the language and zone they chose in their profile, else those of the
 * client at hand, else those of the directory. Their roles are the directory's and, for whoever is no guest, those their administrator gave
 * in the app, as they are at this moment (F-31). `undefined` for somebody the directory does not know.
 *
 * @throws TenantClosed: here, where principals are made, is the one place at which a whole organisation is let in or not
 */
export const principalOf = async (
  deps: Deps,
  tenantId: string,
  personId: string,
  hints: ReaderHints = {},
): Promise<Principal | undefined> => (await readerOf(deps, tenantId, personId, hints))?.by;

/** The same, with the profile that it took to know them. */
async function readerOf(deps: Deps, tenantId: string, personId: string, hints: ReaderHints): Promise<ToldReader | undefined> {
  await deps.gate.pass(tenantId);
  const [person, standing] = await Promise.all([deps.directory.person(tenantId, personId), deps.store.grants.standing(tenantId, personId)]);
  if (!person) return undefined;
  const kind = await deps.gate.enter(person);
  const { profile, roles: granted, closing } = standing;
  const locale: Locale = profile?.locale ?? (hints.locale ? localeOf(hints.locale) : person.locale);
  const timeZone = profile?.timeZone ?? (hints.timeZone && isZone(hints.timeZone) ? hints.timeZone : person.timeZone);
  const roles = person.roles.includes('guest') ? person.roles : [...new Set([...person.roles, ...granted])];
  const [name, email] = [profile?.displayName ?? person.name, profile?.email ?? person.email];
  const withheld = deskIds.filter((desk) => !deps.settings.profile.desks.includes(desk));
  const actsFor = await rightsOf(deps, { ...person, kind, roles });
  const by = {
    ...person,
    desks: person.desks.filter((desk) => !withheld.includes(desk)),
    kind,
    name,
    email,
    closing,
    locale,
    timeZone,
    roles: withTechnician(kind, roles, actsFor),
    ...(actsFor && { actsFor }),
    ...(withheld.length > 0 && { withheld }),
  };
  return { by, profile };
}

/** CS-1, CS-3: a partner's technicians: who acts for a customer by a relationship, and who manages cases in the partner's own organisation. */
function withTechnician(kind: Principal['kind'], roles: Principal['roles'], actsFor: readonly ActsFor[] = []): Principal['roles'] {
  if (kind !== 'partner' || roles.includes('guest') || roles.includes('partnerTechnician')) return roles;
  const technician = roles.includes('ticketManager') || actsFor.some(({ by }) => by === 'delegatedRelationship');
  return technician ? [...roles, 'partnerTechnician'] : roles;
}

/** CS-1: a partner's technicians act for its customers, and a provider's for those of its resellers; nobody else is asked about. */
async function rightsOf(
  { partners, store }: Deps,
  { kind, roles, tenantId, personId }: Pick<Principal, 'kind' | 'roles' | 'tenantId' | 'personId'>,
): Promise<readonly ActsFor[] | undefined> {
  if (kind !== 'partner' || roles.includes('guest')) return undefined;
  const [own = [], letting] = await Promise.all([partners?.of({ tenantId, personId }), store.rooms.customersOf(tenantId)]);
  const technician = own.length > 0 || roles.includes('partnerTechnician') || roles.includes('ticketManager');
  const others = technician ? ((await partners?.throughResellers(tenantId)) ?? []) : [];
  const delegated = [...new Map([...others.toReversed(), ...own].map((right) => [right.tenantId, right])).values()];
  return [
    ...delegated.sort((a, b) => a.name.localeCompare(b.name)),
    ...letting.map(({ id, name }): ActsFor => ({ tenantId: id, name, by: 'assignedRooms', until: null })),
  ];
}

export interface ToldReader {
  readonly by: Principal;
  readonly profile: Profile | undefined;
}

/** The same for telling somebody something: nobody, where their organisation is not let in. */
export const toldPerson = async (deps: Deps, tenantId: string, personId: string): Promise<Principal | undefined> =>
  (await toldReader(deps, tenantId, personId))?.by;

export async function toldReader(deps: Deps, tenantId: string, personId: string): Promise<ToldReader | undefined> {
  try {
    return await readerOf(deps, tenantId, personId, {});
  } catch (fault) {
    if (fault instanceof TenantClosed) return undefined;
    throw fault;
  }
}

/**
 * Shows a directory that has no other source somebody who has proved who they are; of whoever is not let in nothing is kept.
 *
 * @throws TenantClosed
 */
export async function keepSeen({ directory, gate }: Deps, person: SeenPerson): Promise<void> {
  if (!directory.seen) return;
  await gate.meet(person);
  await directory.seen(person);
}

/** How far this person's questions may look: engineers over their desks, everybody else inside their tenant. */
export const scopeOf = (principal: Principal): Scope => {
  const desks = principal.desks.filter((desk) => isEngineerOf(principal, desk));
  if (desks.length > 0) return { kind: 'desks', desks };
  const acting = deskIds.flatMap((desk) => customersAt(principal, desk).map(({ tenantId }) => ({ desk, tenantId })));
  const { tenantId } = principal;
  const byDomain = deskIds.filter((desk) => filesByDomain(principal, desk));
  return acting.length + byDomain.length > 0 ? { kind: 'partner', tenantId, acting, byDomain } : { kind: 'tenant', tenantId };
};

/** G-5: whether internal notes are this person's to read. */
export const seesInternal = (principal: Principal, case_: Pick<Case, 'desk'>): boolean => isEngineerOf(principal, case_.desk);

/** The version of a case that this reader works with: internal notes don't make anybody else's page stale. */
export const versionFor = (principal: Principal, case_: Pick<Case, 'desk' | 'version' | 'publicVersion'>): number =>
  seesInternal(principal, case_) ? case_.version : case_.publicVersion;
