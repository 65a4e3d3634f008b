import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCase } from '../../src/app/cases/open-case.ts';
import { recordPack } from '../../src/app/entitlements/packs.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { contoso } from '../../src/local/organisations.ts';
import { overServer, type TestStore } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { supportForm } from './support-form.ts';

describe.each(overServer)('packs over $name', (engine) => {
  let store: TestStore;
  let desk: ReturnType<typeof deskOver>;
  let camille: Principal;
  let ingrid: Principal;
  beforeAll(async () => {
    store = await engine.open();
    desk = deskOver(store);
    [camille, ingrid] = (await Promise.all(['Camille', 'Ingrid'].map(desk.someone))) as [Principal, Principal];
  });
  afterAll(() => store.close());

  const packed = async (confirmation: string) => {
    const bought = { tenantId: contoso.id, personId: camille.personId, confirmation, purchasedOn: new Date().toISOString().slice(0, 10) };
    return granted(await recordPack(desk.deps, ingrid, bought));
  };
  const submit = (key = randomUUID()) =>
    openCase(desk.deps, camille, { caseType: 'supportIncident', input: supportForm(), onBehalfOf: null, once: { key } });

  test('PS-7 a thousand parallel submits on a pack of five give five cases and 995 refusals, and nothing below zero', async () => {
    const pack = await packed('THOUSAND');
    const done = await Promise.all(Array.from({ length: 1_000 }, () => submit()));
    const opened = done.flatMap((one) => (one.ok ? [one.value.caseId] : []));
    expect(new Set(opened).size).toBe(5);
    expect(done.filter((one) => !one.ok && one.error.code === 'noIncident' && one.error.why.is === 'used')).toHaveLength(995);
    expect(await store.store.packs.find(contoso.id, pack.id)).toMatchObject({ remaining: 0 });
    const uses = await store.store.packs.uses(contoso.id, [pack.id]);
    expect(uses.map(({ caseId }) => caseId).sort()).toEqual(opened.sort());
  }, 60_000);

  test('PS-7 F-3 the same form sent four times at once takes one incident', async () => {
    const pack = await packed('FOUR');
    const key = randomUUID();
    const done = await Promise.all(Array.from({ length: 4 }, () => submit(key)));
    expect(new Set(done.map((one) => granted(one).caseId)).size).toBe(1);
    expect(await store.store.packs.find(contoso.id, pack.id)).toMatchObject({ remaining: 4 });
  });
});
