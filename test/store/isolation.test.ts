import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { ada, addEvents, deskScope, engineer, listOf, openCase, sampleFile, tenantScope } from './samples.ts';

const held = [
  'cases',
  'events',
  'drafts',
  'files',
  'receipts',
  'audit',
  'audit_details',
  'audit_heads',
  'outbox',
  'profiles',
  'feedback',
  'notes',
  'people',
  'confirmations',
  'contact_consents',
  'grants',
  'machines',
  'rules',
  'mail_recipients',
  'rooms',
  'case_rooms',
  'room_signals',
  'room_assignments',
  'packs',
  'pack_uses',
  'pack_recoveries',
  'domain_questions',
  'announcement_followers',
] as const;

describe.each(bareEngines)('two tenants in one database, $name', ({ open }) => {
  let it: Bare;
  const [contoso, fabrikam] = [randomUUID(), randomUUID()];
  let theirs: Awaited<ReturnType<typeof openCase>>;
  let file: ReturnType<typeof sampleFile>;
  const store = () => storeOver(it.db, async () => {});

  beforeAll(async () => {
    it = await open();
    for (const tenantId of [contoso, fabrikam]) {
      const case_ = await openCase({ store: store() }, tenantId);
      const person = [tenantId, ada.id] as const;
      await store().drafts.insert({ id: randomUUID(), tenantId, personId: ada.id, caseType: 'portIn', onBehalfOf: null, input: {} });
      const stored = sampleFile(tenantId);
      await store().files.insert(stored);
      await store().inTenant(tenantId, async (tx) => {
        await tx.machines.save({
          ...{ tenantId, id: randomUUID(), name: 'Monitoring', scopes: ['cases:read'], secretDigest: '', oldSecret: null },
          ...{ createdBy: ada, createdAt: tx.now, expiresAt: tx.now, lastUsedAt: null, revokedAt: null },
        });
        await tx.grants.insert({ person: { ...ada, email: '' }, role: 'ticketManager', by: ada });
        const room = { id: randomUUID(), name: 'Atlas', site: 'Paris', email: null, capacity: null, directoryId: null } as const;
        await tx.rooms.save([{ ...room, source: 'hand', version: 1, takenOutAt: null }], ada.id);
        await tx.rooms.nameIn(case_.id, [room.id]);
        await tx.rooms.saveSignal(room.id, 'camera', case_.id);
        await tx.rooms.assign({ id: randomUUID(), name: 'Litware' }, [room.id], ada.id);
        await tx.domains.ask(20);
        await tx.announcements.follow({ personId: ada.id, announcementId: 'EX1', title: 'Late', toldThrough: null }, 60_000);
        await tx.rules.save('closing', { who: 'requester' }, 0, ada);
        await tx.saveReceipt({ personId: ada.id, key: 'k', digest: 'd', caseId: case_.id });
        await tx.attachFiles([stored.id], case_.id, false);
        const pack = { id: randomUUID(), confirmation: 'ORDER1', accountId: ada.id, people: [], purchasedOn: '2026-01-01' };
        const desk = 'phoneNumbers';
        await tx.packs.insert({ ...pack, desk, lastDay: '2027-01-01', incidents: 5, remaining: 5, version: 1 }, 'lead');
        await tx.packs.take(pack.id, case_.id);
        await tx.packs.ask({ id: randomUUID(), desk, packId: pack.id, by: 'bo', reason: '' });
        await tx.profiles.save(ada.id, {
          displayName: tenantId,
          email: null,
          unconfirmedEmail: null,
          phone: null,
          locale: null,
          timeZone: null,
          notices: { chat: true, email: true },
        });
        const at = { sentAt: tx.now, expiresAt: tx.now };
        await tx.confirmations.add({ id: randomUUID(), personId: ada.id, address: 'ada@home.example', salt: 's', digest: 'd', ...at });
        await tx.contacts.ask([
          { address: 'ada@home.example', locale: 'en', askedBy: ada.id, tokenDigest: `token of ${tenantId}`, tokenExpiresAt: tx.now },
        ]);
        await tx.insertFeedback({
          id: randomUUID(),
          personId: ada.id,
          personName: ada.name,
          caseId: case_.id,
          useful: true,
          language: null,
          affectedBy: [],
          words: '',
        });
      });
      await store().people.save({
        tenantId,
        id: randomUUID(),
        name: ada.name,
        email: 'ada@contoso.example',
        guest: false,
        locale: null,
        directoryRoles: null,
        appRoles: null,
      });
      await store().notes.save(...person, 'open', { tenantId });
      await store().mailRecipients.door(tenantId, { kind: 'person', id: ada.id }, { token: `token of ${tenantId}`, locale: 'en' });
      if (tenantId === fabrikam) [theirs, file] = [case_, stored];
    }
  });
  afterAll(() => it.close());

  test('F-28 another tenant’s case, file, draft and profile are as if they did not exist', async () => {
    const scope = tenantScope(contoso);
    const { cases, files, feedback, profiles } = store();
    expect(await cases.find(scope, { id: theirs.id })).toBeUndefined();
    expect(await cases.find(scope, { number: theirs.number })).toBeUndefined();
    expect(await cases.timeline(scope, theirs.id, { internal: true, before: null, limit: 10 })).toEqual({ events: [], earlier: 0 });
    expect(await files.findOfCase(scope, theirs.id, file.id)).toBeUndefined();
    expect((await cases.list(scope, listOf())).items.map(({ tenantId }) => tenantId)).toEqual([contoso]);
    expect((await cases.list(scope, listOf({ words: 'port' }))).items.map(({ tenantId }) => tenantId)).toEqual([contoso]);
    expect(await feedback.list(contoso, 10)).toHaveLength(1);
    expect(await profiles.find(contoso, ada.id)).toMatchObject({ displayName: contoso });
    expect(await store().inTenant(contoso, (tx) => tx.lockCase(theirs.id))).toBeUndefined();
  });

  test('a query that forgets its tenant still sees that tenant alone', async () => {
    await within(it.db, tenantScope(contoso), async (tx) => {
      for (const table of held) {
        const { rows } = await sql<{ tenant_id: string }>`select tenant_id from ${sql.table(table)}`.execute(tx);
        expect({ table, tenants: [...new Set(rows.map((row) => row.tenant_id))] }).toEqual({ table, tenants: [contoso] });
      }
    });
  });

  test('a change that forgets its tenant, or names another one, changes nothing there', async () => {
    const write = (statement: ReturnType<typeof sql>) => within(it.db, tenantScope(contoso), (tx) => statement.execute(tx));
    await write(sql`update cases set title = 'taken over'`);
    expect((await store().cases.find(tenantScope(fabrikam), { id: theirs.id }))?.title).toBe(theirs.title);
    await expect(write(sql`update cases set tenant_id = ${fabrikam}`)).rejects.toThrow(/row-level security|foreign key/);
    await expect(write(sql`insert into notes (tenant_id, person_id, kind, note) values (${fabrikam}, 'a', 'b', '1')`)).rejects.toThrow(
      /row-level security/,
    );
  });

  test('engineers read cases, their events and files of their desks, and nothing else, and change nothing', async () => {
    await within(it.db, deskScope, async (tx) => {
      for (const table of ['cases', 'events', 'files'] as const) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
        expect({ table, n: rows[0]?.n }).toEqual({ table, n: 2 });
      }
    });
    const asEngineer = (statement: ReturnType<typeof sql>) => within(it.db, deskScope, (tx) => statement.execute(tx));
    for (const table of [
      'drafts',
      'receipts',
      'audit',
      'audit_details',
      'audit_heads',
      'profiles',
      'feedback',
      'notes',
      'people',
      'machines',
      'confirmations',
      'contact_consents',
      'announcement_followers',
    ]) {
      await expect(asEngineer(sql`select 1 from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
    }
    // Of what is to be delivered they see what was given up, and of that neither letters' words nor anything to change.
    expect((await asEngineer(sql`select id from outbox`)).rows).toEqual([]);
    await expect(asEngineer(sql`select letter from outbox`)).rejects.toThrow(/permission denied/);
    await expect(asEngineer(sql`delete from outbox`)).rejects.toThrow(/permission denied/);
    await expect(asEngineer(sql`update cases set title = ''`)).rejects.toThrow(/permission denied/);
    await expect(asEngineer(sql`delete from events`)).rejects.toThrow(/permission denied/);
  });

  test('CS-3 F-28 a partner sees of a customer the one case that it filed by domain, whatever it asks', async () => {
    const [partner, other] = [randomUUID(), randomUUID()];
    const filed = { desk: 'cloudServices', caseType: 'azureProblem', filedByDomain: 'fabrikam.example', title: 'Port 443' } as const;
    const one = await openCase({ store: store() }, fabrikam, { ...filed, onBehalfOf: partner });
    const moved = await openCase({ store: store() }, fabrikam, { ...filed, desk: 'phoneNumbers', onBehalfOf: partner });
    const others = [
      await openCase({ store: store() }, fabrikam, { ...filed, onBehalfOf: other }),
      await openCase({ store: store() }, fabrikam, { ...filed, onBehalfOf: null }),
      await openCase({ store: store() }, fabrikam, { ...filed, filedByDomain: null, onBehalfOf: partner }),
      moved,
      theirs,
    ];
    const scope = { kind: 'partner', tenantId: partner, acting: [], byDomain: ['cloudServices'] } as const;
    const seen = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
      (await within(it.db, scope, (tx) => statement.execute(tx))).rows.map(({ id }) => id);
    expect(await seen(sql<{ id: string }>`select id from cases`)).toEqual([one.id]);
    expect(await seen(sql<{ id: string }>`select distinct case_id as id from events`)).toEqual([one.id]);
    expect(await seen(sql<{ id: string }>`select case_id as id from files`)).toEqual([]);
    for (const words of [null, 'port']) {
      const { items } = await store().cases.list(scope, listOf({ list: 'customers', words }));
      expect(items.map(({ id }) => id)).toEqual([one.id]);
    }
    for (const { id } of others) expect(await store().cases.find(scope, { id })).toBeUndefined();
    const without = { ...scope, byDomain: [] };
    expect(await store().cases.find(without, { id: one.id })).toBeUndefined();
    expect((await store().cases.list(without, listOf({ list: 'customers', words: 'port' }))).items).toEqual([]);
    for (const table of ['people', 'profiles', 'audit', 'drafts', 'notes', 'domain_questions', 'rooms']) {
      await expect(seen(sql<{ id: string }>`select 1 as id from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
    }
    expect(await seen(sql<{ id: string }>`select person_id as id from followers`)).toEqual([]);
  });

  test('the worker sees every tenant’s outbox, and nothing else of anybody', async () => {
    const asWorker = (statement: ReturnType<typeof sql>) => within(it.db, { kind: 'outbox' }, (tx) => statement.execute(tx));
    const { rows } = await asWorker(sql`select distinct tenant_id from outbox order by tenant_id`);
    expect(rows).toEqual([contoso, fabrikam].sort().map((tenant_id) => ({ tenant_id })));
    // Of who follows announcements it sees when to look again.
    for (const table of held.filter((name) => name !== 'outbox' && name !== 'announcement_followers')) {
      await expect(asWorker(sql`select 1 from ${sql.table(table)}`)).rejects.toThrow(/permission denied/);
    }
  });

  test('engineers of no desk, or of another one, see nothing', async () => {
    for (const desks of [[], ['rooms']]) {
      const scope = { kind: 'desks', desks: desks as unknown as typeof deskScope.desks } as const;
      expect(await store().cases.find(scope, { id: theirs.id })).toBeUndefined();
      expect((await store().cases.list(scope, listOf({ list: 'queue' }))).items).toEqual([]);
      expect((await store().cases.list(scope, listOf({ words: 'port' }))).items).toEqual([]);
      const { rows } = await within(it.db, scope, (tx) => sql`select 1 from cases`.execute(tx));
      expect(rows).toEqual([]);
    }
  });

  test('without a tenant or a desk, neither the tables nor the search show anything', async () => {
    await it.db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'app_user', true)`.execute(tx);
      expect((await sql`select 1 from cases`.execute(tx)).rows).toEqual([]);
      const search = sql`select find_cases('''port''', null, null, false, array['new'], null, null, null, null, null, null, null, 10)`;
      expect((await search.execute(tx)).rows).toEqual([]);
    });
  });

  test('G-5 an internal note and its file never reach anybody but engineers', async () => {
    const secret = sampleFile(fabrikam, { ownerId: engineer.id });
    await store().files.insert(secret);
    await store().inTenant(fabrikam, async (tx) => {
      await tx.attachFiles([secret.id], theirs.id, true);
      await addEvents(tx, theirs.id, [{ type: 'noted', text: 'suspicious carrier', files: [], seq: 2, at: tx.now, actor: engineer }]);
    });
    const page = { internal: true, before: null, limit: 10 };
    expect((await store().cases.timeline(tenantScope(fabrikam), theirs.id, page)).events.map((e) => e.type)).toEqual(['opened']);
    expect((await store().cases.timeline(deskScope, theirs.id, page)).events.map((e) => e.type)).toEqual(['opened', 'noted']);
    expect((await store().cases.timeline(deskScope, theirs.id, { ...page, internal: false })).events).toHaveLength(1);
    expect((await store().cases.list(tenantScope(fabrikam), listOf({ words: 'suspicious' }))).items).toEqual([]);
    expect((await store().cases.list(deskScope, listOf({ words: 'suspicious' }))).items).toEqual([]);
    expect(await store().files.findOfCase(tenantScope(fabrikam), theirs.id, secret.id)).toBeUndefined();
    expect(await store().files.findOfCase(deskScope, theirs.id, secret.id)).toMatchObject({ internal: true });
  });
});
