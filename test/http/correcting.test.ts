import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, type Caller, onVersion, startApi, uploadList } from './api.ts';

let api: Api;
let lea: Caller;
let jordan: Caller;
let nadia: Caller;
beforeAll(async () => {
  api = await startApi();
  [lea, jordan, nadia] = (await Promise.all(['Léa', 'Jordan', 'Nadia'].map((name) => api.as(name)))) as [Caller, Caller, Caller];
  await lea.done('changeProfile', { body: { locale: 'en' } });
});
afterAll(() => api.close());

test('PN-13 a rejected order is corrected through its draft or at once, on the case as it is', async () => {
  const letterOf = async () => (await lea.done('upload', { query: { name: 'letter.pdf' }, raw: '%PDF-1.7 letter' })).body.id;
  const numbers = await uploadList(lea, '+33472000001\n+33472000002\n');
  const local = `${new Date().getUTCFullYear() + 1}-06-01T10:00`;
  const more = { requestedAt: { local }, numbers, letterOfAuthorisation: [await letterOf()] };
  const input = { title: 'T', description: 'D', country: 'FR', orderName: 'Lyon 1', ...more };
  const headers = { 'idempotency-key': 'order' };
  const order = (await lea.done('openCase', { headers, body: { caseType: 'portIn', input } })).body;
  const params = { id: order.id };
  expect(await lea.refused('beginCorrection', { params })).toMatchObject({ status: 403, code: 'notAllowed' });
  const reject = async () => {
    const { body: now } = await nadia.done('getCase', { params });
    return (await nadia.done('setStage', { params, ...onVersion(now), body: { stage: 'error', text: 'Wrong name' } })).body;
  };
  await reject();
  expect((await lea.done('getCase', { params })).body.permitted).toContain('correct');
  expect(await jordan.refused('beginCorrection', { params })).toMatchObject({ status: 404 });
  const begun = await lea.done('beginCorrection', { params });
  const draft = { params: { id: begun.body.id } };
  expect(begun.headers.get('location')).toContain(`/drafts/${begun.body.id}`);
  await nadia.done('comment', { params, body: { text: 'See the letter' } });
  const late = await lea.refused('submitDraft', { ...draft, body: { card: { orderName: 'Lyon 2' } } });
  expect(late).toMatchObject({ status: 412, code: 'changed', current: { id: order.id }, since: [{ type: 'commented' }] });
  await lea.done('beginCorrection', { params });
  const sent = await lea.done('submitDraft', { ...draft, body: {} });
  expect(sent).toMatchObject({ status: 200, body: { number: order.number, stage: 'processing', particulars: { orderName: 'Lyon 2' } } });

  const rejected = await reject();
  const { body: form } = await lea.done('beginCorrection', { params });
  const whole = { params, ...onVersion(rejected), body: { input: { ...form.input, orderName: 'Lyon 3', extra: 1 } } };
  expect((await lea.refused('correct', whole)).issues).toMatchObject([{ field: 'extra', code: 'unknownField' }]);
  const corrected = await lea.done('correct', { ...whole, body: { input: { ...form.input, orderName: 'Lyon 3' } } });
  expect(corrected.body.timeline.at(-1)?.changes).toMatchObject([
    { field: 'orderName', label: 'Order name', from: 'Lyon 2', to: 'Lyon 3' },
  ]);
});
