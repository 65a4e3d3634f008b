import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

describe.each(overServer)('saved replies and mentions over $name', (engine) => {
  let api: Api;
  let ingrid: Caller;
  let nadia: Caller;
  let lea: Caller;
  beforeAll(async () => {
    api = await startApi({ engine });
    [ingrid, nadia, lea] = (await Promise.all(['Ingrid', 'Nadia', 'Léa'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
  });
  afterAll(() => api.close());

  const wanted = (more: object = {}) => ({
    desk: 'phoneNumbers',
    locale: 'fr',
    title: 'Accusé',
    text: 'Bonjour {{requesterFirstName}}',
    ...more,
  });
  const add = async (more: object = {}) => (await ingrid.done('addReply', { body: wanted(more) })).body;

  test('AG-3 a saved reply is put into a case in the case’s own language, filled in for it', async () => {
    const text =
      'Bonjour {{requesterFirstName}}, {{engineerName}} ({{deskName}}) : {{caseNumber}} « {{title}} », {{organisation}}, avant {{dueTime}}';
    const reply = await add({ text });
    await add({ locale: 'en', title: 'Receipt' });
    const view = await open(lea, { title: 'Un {{dueTime}} & <b>' });
    const params = { id: view.id };
    const { caseLocale, items } = (await nadia.done('listCaseReplies', { params })).body;
    expect(caseLocale).toBe('fr');
    expect(items).toEqual([{ id: reply.id, locale: 'fr', title: 'Accusé' }]);
    const other = await nadia.done('listCaseReplies', { params, query: { locale: 'en' } });
    expect(other.body.items.map(({ title }) => title)).toEqual(['Receipt']);
    const filled = (await nadia.done('fillReply', { params: { id: view.id, replyId: reply.id } })).body;
    expect(filled.text).toBe(
      `Bonjour Léa, Nadia Benali (Numéros de téléphone) : ${view.number} « Un {{dueTime}} & <b> », Contoso, avant [échéance de la première réponse]`,
    );
    expect(filled.open).toEqual(['échéance de la première réponse']);
  });

  test('AG-3 an unknown placeholder is refused when the reply is saved, and the sentence names those there are', async () => {
    const refused = await ingrid.refused('addReply', { body: wanted({ text: 'Bonjour {{prenom}}' }) });
    expect(refused.issues).toEqual([
      { field: 'text', code: 'unknownPlaceholder', message: expect.stringContaining('{{requesterFirstName}}') },
    ]);
    expect(refused.issues?.[0]?.message).toContain('There is no {{prenom}}');
  });

  test('G-8 a reply that somebody else changed meanwhile is not overwritten, and not removed unseen', async () => {
    const reply = await add();
    const params = { id: reply.id };
    const { desk: _desk, ...words } = wanted({ title: 'Autre' });
    const changed = await ingrid.done('changeReply', { params, ...onVersion(reply), body: words });
    expect(changed.body).toMatchObject({ version: 2, title: 'Autre' });
    expect((await ingrid.refused('changeReply', { params, ...onVersion(reply), body: words })).code).toBe('outdated');
    expect((await ingrid.refused('removeReply', { params, ...onVersion(reply) })).code).toBe('outdated');
    await ingrid.done('removeReply', { params, ...onVersion(changed.body) });
    expect((await ingrid.refused('removeReply', { params, ...onVersion(changed.body) })).code).toBe('notFound');
    const trail = await api.deps.store.audit.page(ingrid.tenantId, 0, 1_000);
    const done = trail.filter(({ action, outcome }) => action.startsWith('reply.') && outcome === 'done').map(({ action }) => action);
    expect(done.slice(-3)).toEqual(['reply.add', 'reply.change', 'reply.remove']);
  });

  test('G-9 engineers read and use replies, leads write them, and to anybody else there are none', async () => {
    const reply = await add();
    const view = await open(lea);
    const params = { id: reply.id };
    const { desk: _desk, ...words } = wanted();
    expect((await nadia.done('listReplies')).body.items.length).toBeGreaterThan(0);
    expect((await nadia.refused('addReply', { body: wanted() })).code).toBe('notAllowed');
    expect((await nadia.refused('changeReply', { params, ...onVersion(reply), body: words })).code).toBe('notAllowed');
    expect((await nadia.refused('removeReply', { params, ...onVersion(reply) })).code).toBe('notAllowed');
    expect((await lea.refused('listReplies')).code).toBe('notAllowed');
    expect((await lea.refused('changeReply', { params, ...onVersion(reply), body: words })).code).toBe('notFound');
    expect((await lea.refused('listCaseReplies', { params: { id: view.id } })).code).toBe('notFound');
    expect((await lea.refused('fillReply', { params: { id: view.id, replyId: reply.id } })).code).toBe('notFound');
    expect((await nadia.refused('fillReply', { params: { id: view.id, replyId: view.id } })).code).toBe('notFound');
  });

  test('AG-3 a colleague who is mentioned in a note is told of it, and the timeline names them', async () => {
    const view = await open(lea);
    const sam = await api.as('Sam');
    const noted = await nadia.done('note', { params: { id: view.id }, body: { text: 'Look.', mentions: [sam.id, nadia.id, sam.id] } });
    const entry = noted.body.timeline.at(-1);
    expect(entry).toMatchObject({ type: 'noted', mentions: [{ id: sam.id, name: 'Sam Okafor', you: false }, { you: true }] });
    expect(entry?.summary).toBe('Nadia Benali a écrit une note interne pour Sam Okafor et vous');
    const jobs = await api.deps.store.outbox.claim('email', { most: 100, leaseMs: 0, gatherMs: 0 });
    const told = jobs.filter(({ content, to }) => JSON.stringify(content).includes(`${view.id}:2:`) && to.kind === 'person');
    expect(told.map(({ to }) => to)).toEqual([{ kind: 'person', id: sam.id }]);
    expect((await lea.done('getCase', { params: { id: view.id } })).body.timeline).toHaveLength(1);
  });

  test('AG-3 only engineers of the case’s desk can be mentioned, and the refusal names who can’t', async () => {
    const view = await open(lea);
    const params = { id: view.id };
    const stranger = crypto.randomUUID();
    const refused = await nadia.refused('note', { params, body: { text: 'Look.', mentions: [ingrid.id, lea.id, stranger] } });
    const [issue] = refused.issues ?? [];
    expect(issue).toMatchObject({ field: 'mentions', code: 'notOfTheDesk' });
    // Léa is of another organisation: her name is not looked up for whoever has her id.
    expect(issue?.message).toContain(`${lea.id}, ${stranger}\u00a0: mention impossible`);
    expect((await lea.refused('note', { params, body: { text: 'Look.', mentions: [stranger] } })).code).toBe('notAllowed');
    expect((await nadia.refused('comment', { params, body: { text: 'Look.', mentions: [ingrid.id] } })).code).toBe('invalid');
  });
});
