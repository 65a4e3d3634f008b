import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actingFor, type DelegatedRelationship } from '../../../src/domain/access/relationship.ts';

const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const teamsAdministrator = '69091246-20e8-4a56-aa4d-066075b2a7a8';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const now = '2026-11-20T12:00:00Z';
const assigned = { status: 'active', roles: [serviceSupport], held: true };
const between = (more: Partial<DelegatedRelationship> = {}): DelegatedRelationship => ({
  id: 'one',
  customer: { tenantId: '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01', name: 'Contoso' },
  status: 'active',
  endsAt: '2027-11-20T12:00:00Z',
  roles: [serviceSupport, globalReader],
  assignments: [assigned],
  ...more,
});
const why = (...relationships: readonly DelegatedRelationship[]) => {
  const may = actingFor(relationships, now);
  return may.ok ? may.value.id : may.error;
};

test('CS-1 a partner’s person acts for a customer whose relationship stands and gives them a role that carries service requests', () => {
  expect(why(between())).toBe('one');
  expect(why(between({ roles: [teamsAdministrator], assignments: [{ ...assigned, roles: [teamsAdministrator] }] }))).toBe('one');
});

test('CS-1 without a relationship nobody acts for a customer', () => expect(why()).toBe('none'));

test.each(['created', 'approvalPending', 'approved', 'activating', 'odd'])(
  'CS-2 a relationship that is %s gives nothing yet, whenever it ends',
  (status) => expect(why(between({ status }))).toBe('notActive'),
);

test.each(['expired', 'terminationRequested', 'terminating', 'terminated'])(
  'CS-2 a relationship that is %s has ended, whenever it was to, and nobody is told to accept it',
  (status) => expect(why(between({ status }))).toBe('ended'),
);

test.each([
  ['2026-11-20T11:59:59Z', 'ended'],
  ['2026-11-20T12:00:00Z', 'ended'],
  ['2026-11-20T12:00:01Z', 'one'],
  ['soon', 'ended'],
  [null, 'ended'],
])('F-31 the end date decides, whatever the status says: %s is %s', (endsAt, expected) => {
  for (const status of ['active', 'expiring']) expect(why(between({ endsAt, status }))).toBe(expected);
});

test('CS-1 the relationship itself has to carry service requests', () => {
  expect(why(between({ roles: [globalReader] }))).toBe('withoutServiceRole');
});

test.each([
  ['nobody was assigned anything', []],
  ['another group was', [{ ...assigned, held: false }]],
  ['the assignment is not active yet', [{ ...assigned, status: 'pending' }]],
  ['the assignment is being taken away', [{ ...assigned, status: 'deleting' }]],
  ['the role assigned carries no service requests', [{ ...assigned, roles: [globalReader] }]],
  ['the customer did not agree to the role assigned', [{ ...assigned, roles: [teamsAdministrator] }]],
])('CS-2 a person is refused where %s', (_, assignments) => expect(why(between({ assignments }))).toBe('notAssigned'));

test('CS-2 of several relationships the one that lasts longest counts, and of several refusals the nearest is said', () => {
  const longer = between({ id: 'two', endsAt: '2028-01-01T00:00:00Z' });
  expect([why(between(), longer), why(longer, between())]).toEqual(['two', 'two']);
  expect(why(between({ status: 'terminated' }), between({ assignments: [] }), between({ endsAt: null }))).toBe('notAssigned');
});

test('F-31 whatever the relationships are, one that was over never lets anybody act', () => {
  const anyRelationship = fc.record({
    status: fc.constantFrom('active', 'expiring', 'expired', 'terminated'),
    endsAt: fc.option(
      fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }).map((d) => d.toISOString()),
    ),
    roles: fc.subarray([serviceSupport, teamsAdministrator, globalReader]),
    held: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyRelationship, { maxLength: 5 }), (rows) => {
      const may = actingFor(
        rows.map(({ held, ...row }) => between({ ...row, assignments: [{ status: 'active', roles: row.roles, held }] })),
        now,
      );
      if (!may.ok) return;
      expect(['active', 'expiring']).toContain(may.value.status);
      expect(Date.parse(may.value.endsAt ?? '')).toBeGreaterThan(Date.parse(now));
      expect(may.value.assignments.some(({ held }) => held)).toBe(true);
    }),
  );
});
