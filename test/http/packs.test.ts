import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditTrail } from '../../src/http/schemas/audit.ts';
import { contoso, fabrikam } from '../../src/local/organisations.ts';
import { supportForm } from '../app/support-form.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

const today = () => new Date().toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe.each(overServer)('packs over HTTP and $name', (engine) => {
  let api: Api;
  let [ingrid, sam, camille, thomas, lea, jordan]: Caller[] = [];
  beforeAll(async () => {
    api = await startApi({ engine });
    [ingrid, sam, camille, thomas, lea, jordan] = await Promise.all(
      ['Ingrid', 'Sam', 'Camille', 'Thomas', 'Léa', 'Jordan'].map((name) => api.as(name)),
    );
    // An organisation is served from its first person on.
    for (const caller of [camille, jordan]) await as(caller).done('getMe');
  });
  afterAll(() => api.close());

  const as = (caller: Caller | undefined): Caller => caller as Caller;
  const bought = (who: Caller | undefined, confirmation: string, purchasedOn = today()) => ({
    body: { tenant: as(who).tenantId, person: as(who).id, confirmation, purchasedOn },
  });
  let submitted = 0;
  const submit = () => {
    submitted += 1;
    return { headers: { 'idempotency-key': `packs-${submitted}` }, body: { caseType: 'supportIncident', input: supportForm() } };
  };
  const packOf = async (who: Caller | undefined, confirmation: string) =>
    (await as(who).done('listPacks')).body.items.find((one) => one.confirmation === confirmation);

  test('PS-7 a lead records a pack, its account uses it, and sees what is left and for which case', async () => {
    const pack = (await as(ingrid).done('recordPack', bought(jordan, ' ord-1 '))).body;
    expect(pack).toMatchObject({ tenant: { id: fabrikam.id }, confirmation: 'ORD-1', remaining: 5, incidents: 5, expired: false });
    const opened = (await as(jordan).done('openCase', submit())).body;
    const own = await packOf(jordan, 'ORD-1');
    expect(own).toMatchObject({ remaining: 4, mayName: true, uses: [{ caseId: opened.id, number: opened.number, returnedAt: null }] });
    const all = (await as(ingrid).done('listPacks', { query: { tenant: fabrikam.id } })).body.items;
    expect(all.map(({ confirmation }) => confirmation)).toEqual(['ORD-1']);
  });

  test('PS-7 only the purchasing account uses a pack, and whom it names; the refusal says what to do', async () => {
    const pack = (await as(ingrid).done('recordPack', bought(camille, 'ORD-2'))).body;
    const refused = await as(lea).refused('openCase', submit());
    expect(refused).toMatchObject({ status: 409, code: 'noIncident', detail: expect.stringContaining('compte acheteur') });
    const own = (await packOf(camille, 'ORD-2')) ?? pack;
    const naming = { params: { id: pack.id }, ...onVersion(own), body: { people: [as(lea).id] } };
    expect((await as(lea).refused('namePackPeople', naming)).code).toBe('notFound');
    expect((await as(camille).done('namePackPeople', naming)).body.people).toMatchObject([{ name: 'Léa Moreau' }]);
    expect((await as(camille).refused('namePackPeople', naming)).code).toBe('outdated');
    await as(lea).done('openCase', submit());
    const [hers] = (await as(lea).done('listPacks')).body.items;
    expect(hers).toMatchObject({ id: pack.id, confirmation: null, mayName: false, remaining: 4 });
    const guest = contoso.people.find(({ guest: is }) => is)?.id;
    const wrong = await as(camille).refused('namePackPeople', { ...naming, ...onVersion({ version: 2 }), body: { people: [guest] } });
    expect(wrong.issues).toMatchObject([{ field: 'people', code: 'notThere' }]);
  });

  test('PS-7 an expired pack is refused with its date', async () => {
    await as(ingrid).done('recordPack', bought(thomas, 'OLD', daysAgo(500)));
    const refused = await as(thomas).refused('openCase', submit());
    const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.now() - (500 - 365) * 86_400_000);
    expect(refused.code).toBe('noIncident');
    expect(refused.detail).toContain(day.slice(-4));
    expect(refused.detail).toMatch(/^Votre lot était utilisable jusqu’au \d/);
  });

  test('PS-7 nobody but a lead of the desk records a purchase, and a purchase that can’t be is refused beside its field', async () => {
    for (const caller of [sam, camille]) {
      expect((await as(caller).refused('recordPack', bought(camille, 'ORD-3'))).code).toBe('notAllowed');
    }
    const wrong = async (asked: ReturnType<typeof bought>) => (await as(ingrid).refused('recordPack', asked)).issues?.[0];
    const tomorrow = daysAgo(-2);
    expect(await wrong(bought(camille, 'ORD-4', tomorrow))).toMatchObject({ field: 'purchasedOn', code: 'inFuture' });
    expect(await wrong(bought(camille, 'ord-2'))).toMatchObject({ field: 'confirmation', code: 'recordedBefore' });
    const elsewhere = { body: { ...bought(camille, 'ORD-5').body, tenant: as(jordan).tenantId } };
    expect(await wrong(elsewhere)).toMatchObject({ field: 'person', code: 'notThere' });
  });

  test('PS-7 the order confirmation number starts a recovery; a lead approves it, and from then on the pack is theirs', async () => {
    await as(ingrid).done('recordPack', bought(camille, 'ORD-6'));
    const asking = (confirmation: string) => ({ body: { confirmation, reason: 'Camille left.' } });
    expect((await as(thomas).refused('recoverPack', asking('NO-SUCH'))).issues?.[0]).toMatchObject({ code: 'notThere' });
    expect((await as(jordan).refused('recoverPack', asking('ORD-6'))).issues?.[0]).toMatchObject({ code: 'notThere' });
    const asked = (await as(thomas).done('recoverPack', asking('ord-6'))).body;
    expect(asked).toMatchObject({ state: 'asked', pack: null });
    expect((await as(thomas).refused('recoverPack', asking('ORD-6'))).issues?.[0]).toMatchObject({ code: 'askedBefore' });
    expect((await as(ingrid).done('getMe')).body).toMatchObject({ packs: 'manages', packRecoveries: 1 });
    const [waiting] = (await as(ingrid).done('listPackRecoveries')).body.items;
    expect(waiting).toMatchObject({
      id: asked.id,
      accountLeft: false,
      pack: { confirmation: 'ORD-6', account: { name: 'Camille Laurent' } },
    });
    const decision = { params: { id: asked.id }, body: { words: 'Bonne suite.' } };
    expect((await as(thomas).refused('approvePackRecovery', decision)).code).toBe('notAllowed');
    expect((await as(ingrid).done('approvePackRecovery', decision)).body).toMatchObject({ state: 'approved' });
    expect((await as(ingrid).refused('declinePackRecovery', decision)).code).toBe('notFound');
    expect(await packOf(thomas, 'ORD-6')).toMatchObject({ mayName: true, account: { you: true } });
    expect(await packOf(camille, 'ORD-6')).toBeUndefined();
    await as(thomas).done('openCase', submit());
    const trail = auditTrail.parse(JSON.parse((await as(camille).done('exportAudit')).body)).items.map(({ action }) => action);
    expect(trail).toEqual(expect.arrayContaining(['pack.record', 'pack.recover', 'pack.approve']));
  });

  test('PS-7 a declined recovery changes nothing, and says why', async () => {
    await as(ingrid).done('recordPack', bought(camille, 'ORD-7'));
    const asked = (await as(lea).done('recoverPack', { body: { confirmation: 'ORD-7', reason: 'I need it.' } })).body;
    await as(ingrid).done('declinePackRecovery', { params: { id: asked.id }, body: { words: 'Camille est encore là.' } });
    expect((await as(lea).done('listPackRecoveries')).body.items[0]).toMatchObject({ state: 'declined', words: 'Camille est encore là.' });
    expect(await packOf(camille, 'ORD-7')).toMatchObject({ account: { you: true } });
  });
});
