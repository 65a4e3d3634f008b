import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { personSections } from '../../src/app/ports/person-data.ts';
import type { Case } from '../../src/domain/case/case.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { storeOver } from '../../src/store/store.ts';
import { within } from '../../src/store/transaction.ts';
import { type Bare, bareEngines } from './bare.ts';
import { addEvents, deskScope, openCase, sampleFile, tenantScope } from './samples.ts';

/**
 * What each table holds of a person, and what erasing them does to it. A new table has to be thought of here: erased whole, without the name,
 * or kept and why.
 */
const held: Readonly<Record<string, 'rows' | 'name' | `nothing: ${string}`>> = {
  people: 'rows',
  profiles: 'rows',
  notes: 'rows',
  drafts: 'rows',
  confirmations: 'rows',
  grants: 'rows',
  sessions: 'rows',
  mail_recipients: 'rows',
  files: 'rows',
  outbox: 'rows',
  followers: 'rows',
  audit_details: 'rows',
  cases: 'name',
  events: 'name',
  feedback: 'name',
  rules: 'name',
  machines: 'name',
  audit: 'nothing: ids alone, held by the chain',
  audit_heads: 'nothing: hashes',
  receipts: 'nothing: an id and digests',
  subscriptions: 'nothing: channels, and the id of who set them up',
  posts: 'nothing: numbers of cases, and what a channel shows everybody',
  webhooks: 'nothing: addresses of systems, and the ids of who set them up',
  webhook_secrets: 'nothing: what those are signed with',
  mail_answers: 'nothing: digests of mailboxes that wrote to the desk, for a day',
  timers: 'nothing: cases and times',
  rooms: 'nothing: rooms, and the id of who changed them',
  case_rooms: 'nothing: cases and rooms',
  room_signals: 'nothing: rooms, signals of systems and cases',
  room_assignments: 'nothing: rooms and partners, and the id of who assigned them',
  outages: 'nothing: words of the desk, and the id of who wrote them',
  announcement_followers: 'rows',
  outage_followers: 'nothing: ids of people of other organisations, who are told of nothing once they are gone',
  outage_updates: 'nothing: words of the desk, and the id of who wrote them',
  outage_sendings: 'nothing: cases, and whether an update reached them',
  saved_replies: 'nothing: words of the desk, and the id of who wrote them',
  packs: 'nothing: ids alone, of who bought them and whom they named',
  pack_uses: 'nothing: packs and cases',
  pack_recoveries: 'nothing: ids, and why a pack was asked for',
  domain_questions: 'nothing: times',
  pace: 'nothing: places in the chat and times',
  contact_consents: 'nothing: addresses outside of the organisation, which are their owners’',
};

describe.each(bareEngines)('erasing a person, $name', ({ open }) => {
  let it: Bare;
  beforeAll(async () => {
    it = await open();
  });
  afterAll(() => it.close());
  const store = () => storeOver(it.db, async () => {});
  const rowsOf = async (table: string, tenantId: string) =>
    (await sql<object>`select * from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(it.db)).rows;

  /** Ada, with something of hers everywhere, and Bo beside her. */
  async function organisation() {
    const tenantId = randomUUID();
    const [ada, bo] = [
      { id: randomUUID(), name: 'Ada Lund', email: 'Ada@contoso.example' },
      { id: randomUUID(), name: 'Bo', email: 'bo@contoso.example' },
    ];
    const named = ({ id, name }: typeof ada) => ({ id, name });
    const actor = (who: typeof ada) => ({ id: who.id, name: who.name, tenantId, side: 'customer' as const });
    const cases: Case[] = [];
    for (const [opener, other] of [
      [ada, bo],
      [bo, ada],
    ] as const) {
      const opened = { openedBy: { id: opener.id, name: opener.name }, contacts: ['ada@contoso.example', 'x@fabrikam.example'] };
      const at = new Date().toISOString();
      const closed = { at, by: actor(other), step: 'resolve', reason: null } as const;
      const case_ = await openCase({ store: store() }, tenantId, { ...opened, status: 'resolved', closed });
      cases.push(case_);
      await store().inTenant(tenantId, async (tx) => {
        const said = { type: 'commented', text: opener === ada ? 'Words of one' : 'Words of two', files: [], at: tx.now } as const;
        await addEvents(tx, case_.id, [
          { ...said, seq: 2, actor: actor(opener) },
          { ...said, seq: 3, actor: actor(other) },
          { type: 'edited', changes: { contacts: { from: [ada.email], to: [bo.email] } }, seq: 4, at: tx.now, actor: actor(other) },
          { type: 'transferred', from: named(opener), to: named(other), seq: 5, at: tx.now, actor: actor(other) },
        ]);
      });
    }
    for (const who of [ada, bo]) {
      const loose = sampleFile(tenantId, { ownerId: who.id });
      const taken = sampleFile(tenantId, { ownerId: who.id });
      for (const file of [loose, taken]) await store().files.insert(file);
      await store().drafts.insert({
        id: randomUUID(),
        tenantId,
        personId: who.id,
        caseType: 'portIn',
        onBehalfOf: null,
        input: { title: who.name },
      });
      await store().notes.save(tenantId, who.id, 'open', { name: who.name });
      const blank = { guest: false, locale: null, directoryRoles: null, appRoles: null };
      await store().people.save({ tenantId, ...who, ...blank });
      await store().inTenant(tenantId, async (tx) => {
        await tx.attachFiles([taken.id], cases[0]?.id ?? '', false);
        await tx.followers.add(cases[0]?.id ?? '', who.id);
        await tx.announcements.follow({ personId: who.id, announcementId: 'EX1', title: 'Mail is late', toldThrough: null }, 60_000);
        await tx.grants.insert({ person: who, role: 'ticketManager', by: bo });
        const given = { useful: true, language: null, affectedBy: [], words: 'Good.', caseId: null };
        await tx.insertFeedback({ ...given, id: randomUUID(), personId: who.id, personName: who.name });
        const entry = { actorTenantId: tenantId, outcome: 'done', caseId: null } as const;
        await tx.appendAudit({ ...entry, actorId: who.id, action: 'case.comment', details: { name: who.name } });
        await tx.appendAudit({ ...entry, actorId: bo.id, action: 'grant.give', details: { name: bo.name, person: who.id } });
        await tx.appendAudit({ ...entry, actorId: bo.id, action: 'x', details: { name: bo.name, address: who.email } });
      });
    }
    await sql`insert into profiles (tenant_id, person_id, profile) values (${tenantId}, ${ada.id}, '{"email":"ada@private.example"}')`.execute(
      it.db,
    );
    await sql`insert into confirmations (tenant_id, id, person_id, address, mailbox, salt, digest, sent_at, expires_at)
      values (${tenantId}, ${randomUUID()}, ${ada.id}, 'new@private.example', 'new@private.example', 's', 'd', now(), now())`.execute(
      it.db,
    );
    await sql`insert into sessions (tenant_id, key_digest, person_id, guest) values (${tenantId}, 'k', ${ada.id}, false)`.execute(it.db);
    await sql`insert into mail_recipients (tenant_id, recipient, token, locale)
      values (${tenantId}, ${`person:${ada.id}`}, ${randomUUID()}, 'en'), (${tenantId}, 'email:ada@contoso.example', ${randomUUID()}, 'en')`.execute(
      it.db,
    );
    await sql`insert into machines (tenant_id, id, name, scopes, secret_digest, created_by, created_by_name, created_at, expires_at)
      values (${tenantId}, ${randomUUID()}, 'Monitoring', '[]', 'd', ${ada.id}, ${ada.name}, now(), now())`.execute(it.db);
    const people = [ada, bo].map(({ id, name }) => ({ id, name }));
    await store().inTenant(tenantId, (tx) => tx.rules.save('closing', { who: 'named', people }, 0, ada));
    return { tenantId, ada, bo, cases };
  }
  const erase = (tenantId: string, id: string, names: 'kept' | 'erased' = 'erased') =>
    store().inTenant(tenantId, (tx) => tx.erasePerson(id, { names, addresses: ['ADA@directory.example'] }));

  test('G-15 every table of a tenant says what becomes of a person in it', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where column_name = 'tenant_id' and table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(it.db);
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(held).sort());
  });

  test('G-15 nothing tells who it was any more, what they wrote in cases stays, and nobody else loses anything', async () => {
    const { tenantId, ada, bo, cases } = await organisation();
    const other = await organisation();
    const before = await Promise.all(Object.keys(held).map(async (table) => [table, await rowsOf(table, other.tenantId)]));
    expect(await erase(tenantId, ada.id)).toEqual({ cases: 2, auditRows: 4, restated: [] });

    for (const [table, becomes] of Object.entries(held)) {
      const text = JSON.stringify(await rowsOf(table, tenantId));
      expect([table, /ada@|Ada Lund|private\.example/i.test(text)]).toEqual([table, false]);
      if (becomes === 'rows' && table !== 'files') expect([table, text.includes(ada.id)]).toEqual([table, false]);
      if (
        ![
          'outbox',
          'audit_heads',
          'receipts',
          'contact_consents',
          'profiles',
          'confirmations',
          'sessions',
          'machines',
          'mail_recipients',
          'subscriptions',
          'posts',
          'timers',
          'pace',
          'webhooks',
          'webhook_secrets',
          'mail_answers',
          'saved_replies',
          'rooms',
          'case_rooms',
          'room_signals',
          'room_assignments',
          'outages',
          'outage_followers',
          'outage_updates',
          'outage_sendings',
          'packs',
          'pack_uses',
          'pack_recoveries',
          'domain_questions',
        ].includes(table)
      ) {
        expect([table, /"Bo"|bo@/.test(text) || text.includes(bo.id)]).toEqual([table, true]);
      }
    }
    const [mine] = cases;
    const found = await store().cases.find(tenantScope(tenantId), { id: mine?.id ?? '' });
    expect(found).toMatchObject({ openedBy: { id: ada.id, name: '' }, contacts: ['x@fabrikam.example'], closed: { by: { name: 'Bo' } } });
    const page = { internal: false, before: null, limit: 10 };
    const { events } = await store().cases.timeline(tenantScope(tenantId), mine?.id ?? '', page);
    expect(events.slice(-4, -2)).toMatchObject([
      { text: 'Words of one', actor: { name: '' } },
      { text: 'Words of one', actor: { name: 'Bo' } },
    ]);
    expect(await store().files.countOwn(tenantId, ada.id)).toBe(0);
    expect((await store().rules.find(tenantId, 'closing')).value).toEqual({ who: 'named', people: [{ id: bo.id, name: 'Bo' }] });
    expect(await Promise.all(Object.keys(held).map(async (table) => [table, await rowsOf(table, other.tenantId)]))).toEqual(before);
  });

  test('G-15 where the organisation keeps names, only what is not part of a case goes', async () => {
    const { tenantId, ada, cases } = await organisation();
    expect(await erase(tenantId, ada.id, 'kept')).toEqual({ cases: 0, auditRows: 1, restated: [] });
    for (const table of ['people', 'profiles', 'notes', 'drafts', 'grants', 'confirmations']) {
      expect([table, JSON.stringify(await rowsOf(table, tenantId)).includes(ada.id)]).toEqual([table, false]);
    }
    expect(JSON.stringify(await rowsOf('cases', tenantId))).not.toContain('ada@contoso');
    expect((await store().cases.find(tenantScope(tenantId), { id: cases[0]?.id ?? '' }))?.openedBy.name).toBe(ada.name);
  });

  test('G-15 F-34 after an erasure the trail is whole, counts what was erased, and still names a changed row, a missing one and a cut tail', async () => {
    const { tenantId, ada } = await organisation();
    const whole = await verifyAudit(it.db, tenantId);
    expect(whole).toMatchObject({ ok: true, erased: 0 });
    await erase(tenantId, ada.id);
    const after = await verifyAudit(it.db, tenantId);
    expect(after).toEqual({ ...whole, erased: 4, onRecord: 0 });
    const { rows } = whole.ok ? whole : { rows: 0 };

    await sql`update audit set action = 'other' where tenant_id = ${tenantId} and seq = 2`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: 2, fault: 'changed' });
    await sql`update audit set action = 'open' where tenant_id = ${tenantId} and seq = 2`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual(after);

    await sql`update audit_details set details = '{}' where tenant_id = ${tenantId} and seq = ${rows}`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: rows, fault: 'changed' });
    await sql`delete from audit_details where tenant_id = ${tenantId} and seq = ${rows}`.execute(it.db);
    await sql`delete from audit where tenant_id = ${tenantId} and seq = ${rows}`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: rows, fault: 'missing' });
    await sql`delete from audit_details where tenant_id = ${tenantId} and seq = 3`.execute(it.db);
    await sql`delete from audit where tenant_id = ${tenantId} and seq = 3`.execute(it.db);
    expect(await verifyAudit(it.db, tenantId)).toEqual({ ok: false, firstBad: 3, fault: 'missing' });
  });

  test('F-28 a request erases in its own tenant alone, and engineers not at all', async () => {
    const { tenantId, ada } = await organisation();
    expect(await erase(randomUUID(), ada.id)).toEqual({ cases: 0, auditRows: 0, restated: [] });
    expect(await store().personData.knows(tenantId, ada.id)).toBe(true);
    await expect(within(it.db, deskScope, (tx) => sql`select erase_person(${ada.id}, '{}', true)`.execute(tx))).rejects.toThrow(
      /permission denied/,
    );
  });

  test('G-15 what is exported is everything of that person, page by page, and nothing of another', async () => {
    const { tenantId, ada, bo } = await organisation();
    const counts: Record<string, number> = {};
    for (const section of personSections) {
      const { rows, next } = await store().personData.page(tenantId, ada.id, section, '');
      counts[section] = rows.length;
      expect(next).toBeNull();
      if (section !== 'cases' && section !== 'audit') expect(JSON.stringify(rows)).not.toContain(bo.id);
    }
    const once = {
      ...{ directory: 1, profile: 1, confirmations: 1, notes: 1, drafts: 1, cases: 1, feedback: 1 },
      ...{ grants: 1, sessions: 1, mail: 1, machines: 1, following: 1, announcements: 1 },
    };
    expect(counts).toEqual({ ...once, files: 2, entries: counts['entries'], audit: 2 });
    expect(counts['entries']).toBeGreaterThanOrEqual(2);
    for (let i = 0; i < 201; i++)
      await store().drafts.insert({ id: randomUUID(), tenantId, personId: ada.id, caseType: 'portIn', onBehalfOf: null, input: {} });
    const first = await store().personData.page(tenantId, ada.id, 'drafts', '');
    const second = await store().personData.page(tenantId, ada.id, 'drafts', first.next ?? '');
    expect([first.rows.length, second.rows.length, second.next]).toEqual([200, 2, null]);
  });

  test('G-15 whoever left is found by what they did', async () => {
    const { tenantId, ada } = await organisation();
    await sql`delete from people where tenant_id = ${tenantId}`.execute(it.db);
    await sql`delete from grants where tenant_id = ${tenantId}`.execute(it.db);
    expect(await store().personData.search(tenantId, 'ADA øst')).toEqual([]);
    expect((await store().personData.search(tenantId, 'ada')).map(({ id }) => id)).toEqual([ada.id]);
    await erase(tenantId, ada.id);
    expect(await store().personData.search(tenantId, 'ada')).toEqual([]);
  });
});
