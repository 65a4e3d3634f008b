import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportCases } from '../../src/app/exports/cases.ts';
import type { exportOperations } from '../../src/http/contract/exports.ts';
import { deskOver, granted } from '../app/desk.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, open, startApi } from './api.ts';

type Row = Readonly<Record<string, string>>;
const rowsOf = (body: string, delimiter = ','): readonly Row[] => parse(body, { bom: true, columns: true, delimiter });
type Exported = keyof typeof exportOperations;

describe.each(overServer)('lists as CSV over $name', (engine) => {
  let api: Api;
  let camille: Caller;
  let lea: Caller;
  let nadia: Caller;
  let jordan: Caller;
  let ingrid: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Camille', 'Léa', 'Nadia', 'Jordan', 'Ingrid'].map((name) => api.as(name)));
    [camille, lea, nadia, jordan, ingrid] = people as [Caller, Caller, Caller, Caller, Caller];
    await open(lea, { title: '=cmd|calc; in Lyon, "now"' });
    await open(camille, { title: 'Porting to Nantes' });
    await open(jordan, { title: 'Elsewhere', country: 'US' });
    for (const one of [camille, nadia, jordan, ingrid]) await one.done('changeProfile', { body: { locale: 'en' } });
  });
  afterAll(() => api.close());

  test('G-16 a list of cases has the rows, the filters and the words of the list, in the reader’s words and zone', async () => {
    const { body, headers } = await camille.done('exportCases', { query: { list: 'company' } });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="cases-\d{4}-\d\d-\d\d\.csv"/);
    const rows = rowsOf(body);
    const listed = (await camille.done('listCases', { query: { list: 'company' } })).body.items;
    expect(rows.map((row) => row['Number'])).toEqual(listed.map(({ number }) => number));
    expect(rows[0]).toMatchObject({ Title: 'Porting to Nantes', Status: 'New', 'Opened by': 'Camille Laurent' });
    expect(Object.keys(rows[0] ?? {})).toContain('Opened (Europe/Paris)');
    expect(rows[0]?.['Opened (Europe/Paris)']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    const found = await camille.done('exportCases', { query: { list: 'company', q: 'nantes', country: 'FR', state: 'open' } });
    expect(rowsOf(found.body).map((row) => row['Title'])).toEqual(['Porting to Nantes']);
    expect(rowsOf((await camille.done('exportCases', { query: { list: 'company', state: 'closed' } })).body)).toEqual([]);
  });

  test('G-16 a reader in French has semicolons between cells, and formulas are inert in both (F-41)', async () => {
    const french = await lea.done('exportCases', { query: { list: 'mine' } });
    const [row] = rowsOf(french.body, ';');
    expect(row).toMatchObject({ Titre: `'=cmd|calc; in Lyon, "now"` });
    expect(french.body.split('\r\n')[0]).toMatch(/^Numéro;Titre;/);
    const english = await camille.done('exportCases', { query: { list: 'company', q: 'lyon' } });
    expect(rowsOf(english.body)[0]?.['Title']).toBe(`'=cmd|calc; in Lyon, "now"`);
  });

  test('G-16 F-28 nothing of another organisation’s, and no list that one does not have', async () => {
    expect((await jordan.done('exportCases')).body).not.toMatch(/Nantes|Lyon/);
    expect((await lea.refused('exportCases', { query: { list: 'company' } })).code).toBe('notAllowed');
    expect((await camille.refused('exportCases', { query: { list: 'queue' } })).code).toBe('notAllowed');
    expect((await camille.refused('exportCases', { query: { list: 'company', q: 'CD-7K3M-9YX3' } })).code).toBe('mistypedNumber');
    expect(rowsOf((await nadia.done('exportCases', { query: { list: 'queue', state: 'all' } })).body).map((row) => row['Title'])).toContain(
      'Elsewhere',
    );
  });

  test('G-16 every other list, to whoever may see it and to nobody else', async () => {
    // The partner’s board has a test of its own.
    const who: Record<Exclude<Exported, 'exportCases' | 'exportCustomerBoard'>, readonly [Caller, Caller | null]> = {
      exportDrafts: [lea, null],
      exportDeliveries: [nadia, camille],
      exportFeedback: [camille, lea],
      exportGrants: [camille, lea],
      exportChannels: [camille, lea],
      exportIntegrations: [camille, lea],
      exportWebhooks: [camille, nadia],
      exportTenants: [ingrid, nadia],
      exportReplies: [nadia, camille],
      exportRooms: [camille, null],
      exportRoomAssignments: [camille, lea],
      exportPacks: [ingrid, null],
      exportPartners: [ingrid, lea],
      exportOutages: [nadia, camille],
      exportCaseReport: [nadia, lea],
      exportRoomReport: [camille, lea],
      exportPackReport: [camille, lea],
      exportEscalationReport: [camille, lea],
    };
    await camille.done('giveFeedback', { body: { useful: true, words: '@SUM(A1)', affectedBy: ['speed'] } });
    await camille.done('createIntegration', { body: { name: '+Monitoring', scopes: ['cases:read'], days: 30 } });
    const room = (await camille.done('addRoom', { body: { name: '=Atlas', site: 'Paris' } })).body;
    await camille.done('openCase', {
      headers: { 'idempotency-key': 'dark' },
      body: { caseType: 'roomIncident', input: { title: 'Dark', description: 'No picture', rooms: [room.id] } },
    });
    await ingrid.done('openOutage', { body: { desk: 'rooms', title: 'No picture anywhere', description: '' } });
    const texts = new Map<string, string>();
    for (const [name, [may, not]] of Object.entries(who) as [Exported, readonly [Caller, Caller | null]][]) {
      const { body, headers } = await may.done(name);
      expect([name, headers.get('content-type')]).toEqual([name, 'text/csv; charset=utf-8']);
      texts.set(name, body);
      if (not) expect([name, (await not.refused(name)).code]).toEqual([name, 'notAllowed']);
    }
    expect(rowsOf(texts.get('exportFeedback') ?? '')).toMatchObject([{ Who: 'Camille Laurent', 'In your own words': `'@SUM(A1)` }]);
    expect(rowsOf(texts.get('exportIntegrations') ?? '')).toMatchObject([{ Name: `'+Monitoring`, 'Given by': 'Camille Laurent' }]);
    expect(texts.get('exportIntegrations')).not.toContain('cdm_');
    expect(rowsOf(texts.get('exportRooms') ?? '')).toMatchObject([{ Organisation: 'Contoso', Name: `'=Atlas`, 'Open incidents': '1' }]);
    expect(rowsOf(texts.get('exportPartners') ?? '').map((row) => row['Partner'])).toEqual([]);
    expect(rowsOf(texts.get('exportOutages') ?? '')).toMatchObject([{ Title: 'No picture anywhere', 'Open cases': '0' }]);
    expect(rowsOf(texts.get('exportTenants') ?? '').map((row) => row['Name'])).toContain('Contoso');
  });

  test('G-15 that a list was taken along is in the audit trail, without the words that were looked for', async () => {
    await camille.done('exportCases', { query: { list: 'company', q: 'nantes', state: 'all' } });
    const trail = await api.deps.store.audit.page(camille.tenantId, 0, 1_000);
    const last = trail.findLast(({ action }) => action === 'list.export');
    expect(last).toMatchObject({ actorId: camille.id, outcome: 'done' });
    expect(JSON.parse(last?.details?.text ?? '{}')).toMatchObject({ list: 'cases', view: 'company', state: 'all', searched: true });
    expect(last?.details?.text).not.toContain('nantes');
  });

  test('G-16 a long list comes page by page, and one that is cut says so', async () => {
    const over = deskOver({ store: api.deps.store, blobs: api.deps.blobs });
    const thomas = await over.someone('Thomas');
    for (let i = 0; i < 105; i++) await over.open(thomas, { title: `Long ${i}` });
    const request = { list: 'mine', state: 'all', words: null, desk: null, country: null, status: null } as const;
    const textOf = async (most?: number) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of granted(await exportCases(api.deps, { ...thomas, locale: 'en' }, request, most)).content)
        pieces.push(piece);
      return Buffer.concat(pieces).toString();
    };
    expect((await textOf()).startsWith('\ufeffNumber,Title,')).toBe(true);
    const whole = rowsOf(await textOf());
    expect(new Set(whole.map((row) => row['Number'])).size).toBe(105);
    for (const most of [1, 100, 104]) {
      const lines = (await textOf(most)).trimEnd().split('\r\n');
      expect(lines).toHaveLength(1 + most + 1);
      expect(lines.at(-1)).toBe(`Only the first ${most} rows are here. Narrow the list to have the others.`);
    }
    expect((await textOf(105)).trimEnd().split('\r\n')).toHaveLength(106);
  });
});
