/** What a person is in the sample world; the directory turns these words into the product's own roles. */
export type SampleRole = 'member' | 'ticketManager' | 'tenantAdministrator' | 'partnerTechnician' | 'engineer' | 'deskLead';

export interface SamplePerson {
  /** The object id in the person's tenant. */
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly guest?: true;
  readonly roles: readonly SampleRole[];
  readonly desks?: readonly string[];
}

export interface SampleRoom {
  readonly name: string;
  readonly site: string;
  readonly email: string;
  readonly capacity: number;
}

export interface SampleOrganisation {
  /** The tenant id. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'customer' | 'partner' | 'operator';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly domains: readonly string[];
  readonly people: readonly SamplePerson[];
  /** Meeting rooms that its directory knows. */
  readonly rooms?: readonly SampleRoom[];
  /** Whether they are entered at the desk from the start. */
  readonly roomsEntered?: true;
  /** Set where this partner resells for a provider, who may then file for this partner's customers. */
  readonly resellerOf?: string;
}

export interface SampleRelationship {
  readonly id: string;
  readonly partnerId: string;
  readonly customerId: string;
  /** Directory role template ids, as delegated admin relationships carry them. */
  readonly roles: readonly string[];
  readonly endsAt: string;
  readonly status: 'active' | 'expired';
}

const tenant = (last: string) => `0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a${last}`;

const rooms = (domain: string, site: string, names: Readonly<Record<string, number>>): readonly SampleRoom[] =>
  Object.entries(names).map(([name, capacity]) => ({
    name,
    site,
    email: `${name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')}@${domain}`,
    capacity,
  }));

type Rest = Pick<SamplePerson, 'roles'> & Partial<Pick<SamplePerson, 'guest' | 'desks'>>;

function person(last: string, fullName: string, mailbox: string, locale: string, timeZone: string, rest: Rest): SamplePerson {
  const [givenName = '', surname = ''] = fullName.split(' ');
  return { id: `1a6f0c52-7b1d-4c39-8e24-90d5b3a7c${last}`, name: fullName, givenName, surname, email: mailbox, locale, timeZone, ...rest };
}

export const contoso: SampleOrganisation = {
  id: tenant('01'),
  name: 'Contoso',
  kind: 'customer',
  country: 'FR',
  domains: ['contoso.example', 'contoso-france.example'],
  people: [
    person('101', 'Camille Laurent', 'camille.laurent@contoso.example', 'fr-FR', 'Europe/Paris', { roles: ['tenantAdministrator'] }),
    person('102', 'Thomas Girard', 'thomas.girard@contoso.example', 'fr-FR', 'Europe/Paris', { roles: ['ticketManager'] }),
    person('103', 'Léa Moreau', 'lea.moreau@contoso-france.example', 'fr-FR', 'Europe/Paris', { roles: ['member'] }),
    person('104', 'Marco Bianchi', 'marco@studio-bianchi.example', 'en-GB', 'Europe/Rome', { roles: ['member'], guest: true }),
  ],
  rooms: [
    ...rooms('contoso.example', 'Paris', { Atlas: 12, 'Salle du conseil': 20, 'Petit Prince': 4 }),
    ...rooms('contoso.example', 'Lyon', { Bellecour: 8, Fourvière: 6 }),
  ],
  roomsEntered: true,
};

export const fabrikam: SampleOrganisation = {
  id: tenant('02'),
  name: 'Fabrikam',
  kind: 'customer',
  country: 'US',
  domains: ['fabrikam.example'],
  people: [
    person('201', 'Jordan Miller', 'jordan.miller@fabrikam.example', 'en-US', 'America/New_York', { roles: ['tenantAdministrator'] }),
    person('202', 'Taylor Brooks', 'taylor.brooks@fabrikam.example', 'en-US', 'America/Los_Angeles', { roles: ['member'] }),
  ],
  rooms: rooms('fabrikam.example', 'Seattle', { Rainier: 10, Baker: 6, Olympus: 4 }),
};

export const litware: SampleOrganisation = {
  id: tenant('03'),
  name: 'Litware Services',
  kind: 'partner',
  country: 'GB',
  domains: ['litware.example'],
  people: [person('301', 'Priya Shah', 'priya.shah@litware.example', 'en-GB', 'Europe/London', { roles: ['partnerTechnician'] })],
};

export const northwind: SampleOrganisation = {
  id: tenant('04'),
  name: 'Northwind Distribution',
  kind: 'partner',
  country: 'CA',
  domains: ['northwind.example'],
  people: [person('401', 'Émile Gagnon', 'emile.gagnon@northwind.example', 'fr-CA', 'America/Toronto', { roles: ['partnerTechnician'] })],
};

export const adatum: SampleOrganisation = {
  id: tenant('05'),
  name: 'Adatum Resale',
  kind: 'partner',
  country: 'US',
  domains: ['adatum.example'],
  resellerOf: northwind.id,
  people: [person('501', 'Robin Castillo', 'robin.castillo@adatum.example', 'en-US', 'America/Chicago', { roles: ['partnerTechnician'] })],
};

export const operator: SampleOrganisation = {
  id: tenant('09'),
  name: 'Tailspin Operations',
  kind: 'operator',
  country: 'IE',
  domains: ['tailspin.example'],
  people: [
    person('901', 'Nadia Benali', 'nadia.benali@tailspin.example', 'fr-FR', 'Europe/Paris', {
      roles: ['engineer'],
      desks: ['phoneNumbers', 'rooms'],
    }),
    person('902', 'Sam Okafor', 'sam.okafor@tailspin.example', 'en-IE', 'Europe/Dublin', {
      roles: ['engineer'],
      desks: ['phoneNumbers', 'cloudServices', 'professionalSupport'],
    }),
    person('903', 'Ingrid Solberg', 'ingrid.solberg@tailspin.example', 'en-GB', 'Europe/Oslo', {
      roles: ['engineer', 'deskLead'],
      desks: ['phoneNumbers', 'rooms', 'cloudServices', 'professionalSupport'],
    }),
  ],
};

/** The sample world of ID-3. */
export const sampleOrganisations: readonly SampleOrganisation[] = [contoso, fabrikam, litware, northwind, adatum, operator];

export interface SampleMember {
  readonly person: SamplePerson;
  readonly organisation: SampleOrganisation;
}

const members = new Map<string, SampleMember>(
  sampleOrganisations.flatMap((organisation) => organisation.people.map((person) => [person.id, { person, organisation }] as const)),
);

export function sampleMember(personId: string): SampleMember | undefined {
  return members.get(personId);
}

const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const teamsAdministrator = '69091246-20e8-4a56-aa4d-066075b2a7a8';

/** Relationships last two years at most, so the samples are drawn around the day they are asked for. */
export function sampleRelationships(now: Date): readonly SampleRelationship[] {
  const between = (last: string, partner: SampleOrganisation, customer: SampleOrganisation, roles: string[], days: number) => ({
    id: `7d0e6c11-5a8b-4b7e-b1c9-2f4d8e6a00${last}`,
    partnerId: partner.id,
    customerId: customer.id,
    roles,
    endsAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
    status: days > 0 ? ('active' as const) : ('expired' as const),
  });
  return [
    between('01', litware, contoso, [serviceSupport, teamsAdministrator], 400),
    between('02', adatum, fabrikam, [serviceSupport], 20),
    between('03', litware, fabrikam, [serviceSupport], -45),
  ];
}
