import type { Directory, Person } from '../app/ports.ts';
import type { Role } from '../domain/access/principal.ts';
import type { DeskId } from '../domain/catalogue/desk.ts';
import { deskIds } from '../domain/catalogue/desks.ts';
import { localeOf } from '../domain/i18n/locale.ts';
import { folded } from '../domain/text.ts';
import { type SampleMember, type SamplePerson, sampleMember, sampleOrganisations } from './organisations.ts';

const engineersListed = 200;
const peopleFound = 20;

/** ID-3: the directory of the local desk, read from the sample organisations. */
export function sampleDirectory(): Directory {
  return {
    async person(tenantId, personId) {
      const member = sampleMember(personId);
      return member?.organisation.id === tenantId ? personOf(member) : undefined;
    },
    async tenantName(tenantId) {
      return sampleOrganisations.find(({ id }) => id === tenantId)?.name ?? '';
    },
    async domains(tenantId) {
      return sampleOrganisations.find(({ id }) => id === tenantId)?.domains ?? [];
    },
    async withRole(tenantId, role) {
      const people = sampleOrganisations.find(({ id }) => id === tenantId)?.people ?? [];
      const held = (person: SamplePerson) =>
        rolesOf(person).some((one) => one === role || (role === 'ticketManager' && one === 'partnerTechnician'));
      return people.filter(held).map(({ id }) => id);
    },
    async searchPeople(tenantId, words) {
      const wanted = folded(words).split(/\s+/);
      const people = sampleOrganisations.find(({ id }) => id === tenantId)?.people ?? [];
      return people
        .filter(({ guest, name, email }) => !guest && wanted.every((word) => folded(`${name} ${email}`).includes(word)))
        .map(({ id, name, email }) => ({ id, name, email }))
        .sort((a, b) => a.name.localeCompare(b.name))
        .slice(0, peopleFound);
    },
    async engineers(desk) {
      return sampleOrganisations
        .filter(({ kind }) => kind === 'operator')
        .flatMap(({ people }) => people.filter((person) => desksOf(person).includes(desk)))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name))
        .slice(0, engineersListed);
    },
  };
}

function personOf({ person, organisation }: SampleMember): Person {
  return {
    tenantId: organisation.id,
    tenantName: organisation.name,
    kind: organisation.kind,
    personId: person.id,
    name: person.name,
    email: person.email,
    roles: rolesOf(person),
    desks: desksOf(person),
    domains: organisation.domains,
    country: organisation.country,
    locale: localeOf(person.locale),
    timeZone: person.timeZone,
  };
}

/** Whoever is no guest is a member, and a tenant's administrator manages its cases too, as Microsoft's roles have it. */
function rolesOf({ guest, roles }: SamplePerson): readonly Role[] {
  if (guest) return ['guest'];
  const manages: Role[] = roles.includes('tenantAdministrator') ? ['ticketManager'] : [];
  return [...new Set<Role>(['member', ...manages, ...roles])];
}

function desksOf({ desks = [] }: SamplePerson): readonly DeskId[] {
  return deskIds.filter((id) => desks.includes(id));
}
