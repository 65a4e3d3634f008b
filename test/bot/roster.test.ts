import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contoso, fabrikam } from '../../src/local/organisations.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { startWire, type Wire } from './wire.ts';

let desk: BotDesk;
let wire: Wire;
beforeAll(async () => {
  desk = await startBotDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await wire?.close();
  wire = await startWire(desk.deps);
});
afterAll(() => wire.close());

const camille = contoso.people[0];
const jordan = fabrikam.people[0];
const press = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: {
    action: { type: 'Action.Execute', verb: 'begin', data: { caseDesk: { do: 'begin', caseType: 'otherQuestion' } } },
    trigger: 'manual',
  },
};
const inChannel = {
  conversation: { id: '19:shared@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true, tenantId: contoso.id },
  channelData: { tenant: { id: contoso.id }, team: { id: '19:team' } },
};
const drafts = (tenantId: string, personId = '') => desk.deps.store.drafts.list(tenantId, personId);

test.each([
  ['F-29 the tenant in the channel data', { channelData: { tenant: { id: fabrikam.id } } }],
  ['F-29 the conversation’s tenant', { conversation: { id: 'a:chat', conversationType: 'personal', tenantId: fabrikam.id } }],
  ['F-29 no tenant of the conversation', { conversation: { id: 'a:chat', conversationType: 'personal' } }],
  ['F-29 no tenant in the channel data', { channelData: {} }],
  ['F-29 no object id', { from: { id: '29:camille', name: 'Camille' } }],
  ['F-29 somebody else’s object id', { from: { id: '29:camille', name: 'Camille', aadObjectId: contoso.people[1]?.id } }],
  ['F-29 an object id of another tenant', { from: { id: '29:camille', name: 'Camille', aadObjectId: jordan?.id } }],
  ['F-29 somebody who is not in the chat', { from: { id: '29:nobody', name: 'Camille', aadObjectId: camille?.id } }],
])('%s that does not fit the others makes a stranger of the sender, and that is logged', async (_what, change) => {
  const before = await drafts(contoso.id, camille?.id);
  const answer = await wire.post(wire.activity({ ...press, ...change }));
  expect(answer.text).toContain('I can’t find you');
  expect(wire.logged.join('')).toContain('somebody not of this organisation was refused');
  expect(await drafts(contoso.id, camille?.id)).toEqual(before);
  expect(await drafts(fabrikam.id, jordan?.id)).toEqual([]);
});

test.each([
  ['in a shared channel', inChannel],
  ['in a chat', {}],
])('F-30 a person of another tenant %s is refused, and what they pressed is not done', async (_where, where) => {
  wire.answering(({ path }) =>
    path.includes('/members/')
      ? { status: 200, body: { id: '29:jordan', aadObjectId: jordan?.id, tenantId: fabrikam.id } }
      : { status: 200, body: { id: '1' } },
  );
  const from = { id: '29:jordan', name: 'Jordan', aadObjectId: jordan?.id };
  expect((await wire.post(wire.activity({ ...press, ...where, from }))).text).toContain('I can’t find you');
  expect(await drafts(fabrikam.id, jordan?.id)).toEqual([]);
});

test('F-30 the roster is asked in a personal chat too, once', async () => {
  for (let i = 0; i < 3; i++) expect((await wire.post(wire.activity(press))).text).toContain('sendDraft');
  expect(wire.rosterCalls.map(({ path }) => path)).toEqual(['/v3/conversations/a%3Achat/members/29%3Acamille']);
});

test.each([500, 429, 'hang'] as const)('a roster that answers %s lets nobody in, and says to try again', async (status) => {
  wire.answering(() => (status === 'hang' ? 'hang' : { status }));
  const answer = await wire.post(wire.activity(press));
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('try again')]);
  expect(answer.text).not.toContain('sendDraft');
  wire.answering();
  expect((await wire.post(wire.activity(press))).text).toContain('sendDraft');
});

test('who takes the app out of their chat is noted, although the roster is closed by then', async () => {
  await wire.post(wire.activity({ type: 'installationUpdate', action: 'add', text: undefined }));
  const other = await startWire(desk.deps);
  other.answering(() => ({ status: 403 }));
  await other.post(other.activity({ type: 'installationUpdate', action: 'remove', text: undefined }));
  await other.close();
  expect(await desk.deps.store.notes.find(contoso.id, camille?.id ?? '', 'chat')).toMatchObject({ installed: false });
});
