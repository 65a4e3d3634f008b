import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import type { Relationships } from '../../src/app/ports.ts';
import { actingFor } from '../../src/domain/access/relationship.ts';
import { graphRelationships } from '../../src/graph/relationships.ts';
import { entraError, graphError, list, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';

const litware = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a03';
const contoso = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
const fabrikam = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a02';
const priya = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c301';
const serviceSupport = 'f023fd81-a637-4b56-95fd-791ac0226033';
const all = '/tenantRelationships/delegatedAdminRelationships';
const noon = '2026-11-20T12:00:00Z';
const by = { tenantId: litware, personId: priya };

const row = (id: string, customer: string, name: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
  id,
  displayName: id,
  duration: 'P730D',
  status: 'active',
  endDateTime: '2027-06-01T00:00:00Z',
  customer: { tenantId: customer, displayName: name },
  accessDetails: { unifiedRoles: [{ roleDefinitionId: serviceSupport }] },
  ...more,
});
const assigned = (group: string, more: object = {}) => ({
  id: group,
  status: 'active',
  accessContainer: { accessContainerId: group, accessContainerType: 'securityGroup' },
  accessDetails: { unifiedRoles: [{ roleDefinitionId: serviceSupport }] },
  ...more,
});

let microsoft: Microsoft;
let relationships: Relationships;
let now: string;
beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
  now = noon;
  relationships = graphRelationships(microsoft.client({ attempts: 1, call: 2_000 }), () => now);
});
afterEach(() => microsoft.close());
const rights = () => partnerRights(relationships, () => now);

/** What Graph says of Litware's relationship with Contoso, and of the groups Priya is in. */
function litwareSays(
  rows: readonly object[],
  assignments: readonly object[] = [assigned('group-1')],
  groups: readonly string[] = ['group-1'],
) {
  microsoft.says(all, list(rows));
  for (const { id } of rows as readonly { id: string }[]) microsoft.says(`${all}/${id}/accessAssignments`, list(assignments));
  microsoft.says(`/users/${priya}/checkMemberGroups`, ({ body }) =>
    list(JSON.parse(body).groupIds.filter((id: string) => groups.includes(id))),
  );
}
const may = async () => {
  const between = await relationships.between(by, contoso);
  if (!between.ok) return between.error;
  const judged = actingFor(between.value, now);
  return judged.ok ? judged.value.id : judged.error;
};

describe('CS-1 the customers a partner may choose', () => {
  test('CS-1 of a reseller are what its customers agreed to, whoever of it was assigned what', async () => {
    microsoft.says(
      all,
      list([row('r1', fabrikam, 'Fabrikam'), row('r2', litware, 'Pending', { status: 'approvalPending', customer: null })]),
    );
    const answer = await relationships.ofReseller(litware);
    expect(answer.ok && answer.value.map(({ id, assignments }) => [id, assignments])).toEqual([['r1', []]]);
    const reseller = { id: litware, name: 'Litware' };
    const provider = partnerRights(
      relationships,
      () => now,
      async () => [reseller],
    );
    expect(await provider.throughResellers(contoso)).toMatchObject([{ tenantId: fabrikam, reseller }]);
    expect((await provider.nowThrough(contoso, litware, fabrikam))(noon).ok).toBe(true);
    expect((await provider.nowThrough(contoso, fabrikam, fabrikam))(noon)).toEqual({ ok: false, error: 'noRelationship' });
  });

  test('CS-1 are those whose relationship stands, by name, each once, from every page', async () => {
    microsoft.says(all, ({ path }) =>
      path.includes('$skiptoken')
        ? list([row('r5', fabrikam, 'Fabrikam'), row('r6', contoso, 'Contoso')])
        : list(
            [
              row('r1', fabrikam, 'Fabrikam'),
              row('r2', litware, 'Ended', { endDateTime: '2026-11-20T11:00:00Z' }),
              row('r3', litware, 'Asked for', { status: 'approvalPending', endDateTime: null, customer: null }),
              row('r4', litware, 'Being ended', { status: 'terminationRequested' }),
            ],
            `${microsoft.url}/v1.0${all}?$skiptoken=2`,
          ),
    );
    for (const id of ['r1', 'r5', 'r6']) microsoft.says(`${all}/${id}/accessAssignments`, list([assigned('group-1')]));
    microsoft.says(`/users/${priya}/checkMemberGroups`, list(['group-1']));
    expect((await rights().of(by)).map(({ tenantId, name }) => [tenantId, name])).toEqual([
      [contoso, 'Contoso'],
      [fabrikam, 'Fabrikam'],
    ]);
  });

  test('ID-4 can’t be listed where the partner did not agree, and that is said', async () => {
    microsoft.says(all, graphError(403, 'Authorization_RequestDenied'));
    expect(await relationships.ofPartner(by)).toEqual({ ok: false, error: 'noConsent' });
    expect(await rights().of(by)).toEqual([]);
    microsoft.entraSays(entraError(700016));
    expect(await relationships.between(by, contoso)).toEqual({ ok: false, error: 'noConsent' });
  });
});

describe('CS-2 the relationship at the moment of a command', () => {
  test('CS-2 lets a person of the group that was assigned the role act', async () => {
    litwareSays([row('r1', contoso, 'Contoso'), row('r2', fabrikam, 'Fabrikam')]);
    expect(await may()).toBe('r1');
    expect(await relationships.between(by, contoso.toUpperCase())).toMatchObject({ ok: true, value: [{ id: 'r1' }] });
    expect(microsoft.asked('/r2/')).toBe(0);
  });

  test('CS-2 lets nobody else of the partner act', async () => {
    litwareSays(
      [row('r1', contoso, 'Contoso')],
      [assigned('group-1'), assigned('group-2', { status: 'deleting' })],
      ['group-2', 'group-3'],
    );
    expect(await may()).toBe('notAssigned');
  });

  test('CS-2 an assignment to something that is no group gives nothing', async () => {
    const odd = assigned('group-1', { accessContainer: { accessContainerId: 'group-1', accessContainerType: 'unknownFutureValue' } });
    litwareSays([row('r1', contoso, 'Contoso')], [odd, assigned('group-9', { accessContainer: null })], ['group-1', 'group-9']);
    expect(await may()).toBe('notAssigned');
  });

  test('F-31 one that ends between form and submit is refused at the submit, and nothing is remembered', async () => {
    litwareSays([row('r1', contoso, 'Contoso')]);
    expect(await may()).toBe('r1');
    litwareSays([row('r1', contoso, 'Contoso', { status: 'terminating' })]);
    expect(await may()).toBe('ended');
    litwareSays([]);
    expect(await may()).toBe('none');
  });

  test('F-31 the end date counts, though Graph still calls it active', async () => {
    litwareSays([row('r1', contoso, 'Contoso')]);
    now = '2027-06-01T00:00:00Z';
    expect(await may()).toBe('ended');
    expect(await rights().of(by)).toEqual([]);
  });

  test('CS-2 many groups are compared twenty at a time', async () => {
    const groups = Array.from({ length: 45 }, (_, n) => `group-${n}`);
    litwareSays(
      [row('r1', contoso, 'Contoso')],
      groups.map((group) => assigned(group)),
      ['group-44'],
    );
    expect(await may()).toBe('r1');
    const compared = microsoft.calls
      .filter(({ path }) => path.endsWith('checkMemberGroups'))
      .map(({ body }) => JSON.parse(body).groupIds.length);
    expect(compared).toEqual([20, 20, 5]);
  });

  test.each<[string, string, Said]>([
    ['the relationships', all, graphError(503, 'x')],
    ['the assignments', `${all}/r1/accessAssignments`, graphError(429, 'x', { 'retry-after': '60' })],
    ['the groups', `/users/${priya}/checkMemberGroups`, 'reset'],
  ])('CS-2 without an answer about %s nobody acts, and it is no refusal', async (_, path, said) => {
    litwareSays([row('r1', contoso, 'Contoso')]);
    microsoft.says(path, said);
    await expect(relationships.between(by, contoso)).rejects.toBeInstanceOf(DirectoryUnavailable);
  });

  test('CS-2 somebody who is no person of the partner is in none of its groups', async () => {
    litwareSays([row('r1', contoso, 'Contoso')]);
    microsoft.says(`/users/${priya}/checkMemberGroups`, graphError(404, 'Request_ResourceNotFound'));
    expect(await may()).toBe('notAssigned');
  });

  test('F-28 what is no tenant’s id finds nothing', async () => {
    expect(await relationships.between({ ...by, tenantId: 'common' }, contoso)).toEqual({ ok: true, value: [] });
    expect(microsoft.calls).toEqual([]);
  });
});
