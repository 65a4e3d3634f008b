import { expect, test } from '@jest/globals';
import { sampleDirectory } from '../../src/local/directory.ts';
import { contoso, fabrikam, sampleOrganisations, sampleRelationships } from '../../src/local/organisations.ts';

const directory = sampleDirectory();
const idOf = (name: string) => sampleOrganisations.flatMap(({ people }) => people).find((p) => p.name.startsWith(name))?.id ?? '';

test.each([
  ['Camille', ['member', 'ticketManager', 'tenantAdministrator']],
  ['Thomas', ['member', 'ticketManager']],
  ['Léa', ['member']],
  ['Marco', ['guest']],
])('ID-3 %s of the sample customer is %j', async (name, roles) => {
  expect((await directory.person(contoso.id, idOf(name)))?.roles).toEqual(roles);
});

test('ID-3 a person is known in their own tenant only', async () => {
  expect(await directory.person(fabrikam.id, idOf('Camille'))).toBeUndefined();
});

test('ID-3 the engineers of a desk are the operator’s people who work for it', async () => {
  expect((await directory.engineers('phoneNumbers')).map(({ name }) => name)).toEqual(['Ingrid Solberg', 'Nadia Benali', 'Sam Okafor']);
});

test('ID-3 there is an active relationship, one of a reseller, and one that ended', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const drawn = sampleRelationships(now).map(({ status, endsAt }) => ({ status, over: new Date(endsAt) < now }));
  expect(drawn).toEqual([
    { status: 'active', over: false },
    { status: 'active', over: false },
    { status: 'expired', over: true },
  ]);
  expect(sampleOrganisations.some(({ resellerOf }) => resellerOf)).toBe(true);
});
