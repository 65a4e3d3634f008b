import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IssueView } from '../../src/http/contract.ts';
import { type Api, type Caller, onVersion, open, startApi, uploadList } from './api.ts';

let api: Api;
let lea: Caller;
let camille: Caller;
let jordan: Caller;
let nadia: Caller;
let priya: Caller;
beforeAll(async () => {
  api = await startApi();
  const people = await Promise.all(['Léa', 'Camille', 'Jordan', 'Nadia', 'Priya'].map((name) => api.as(name)));
  [lea, camille, jordan, nadia, priya] = people as [Caller, Caller, Caller, Caller, Caller];
  for (const person of people) await person.done('changeProfile', { body: { locale: 'en', timeZone: 'Europe/London' } });
});
afterAll(() => api.close());

type Input = Readonly<Record<string, unknown>>;
const subject = { title: 'Title', description: 'Description' };
const sending = (caseType: string, input: Input) => ({
  headers: { 'idempotency-key': crypto.randomUUID() },
  body: { caseType, input: { ...subject, ...input } },
});
const openAs = async (who: Caller, caseType: string, input: Input) => (await who.done('openCase', sending(caseType, input))).body;

/** What is wrong with a form, by field. */
async function faults(who: Caller, caseType: string, input: Input): Promise<Readonly<Record<string, string>>> {
  const { issues = [] } = await who.refused('openCase', sending(caseType, input));
  return Object.fromEntries(issues.map((i) => [i.field, i.code]));
}
async function issueOf(who: Caller, caseType: string, input: Input): Promise<IssueView | undefined> {
  return (await who.refused('openCase', sending(caseType, input))).issues?.[0];
}
const french = (who: Caller) => uploadList(who, '+33472000001\n+33472000002\n');
const american = (who: Caller) => uploadList(who, 'number\n+12065550100\n+12065550101\n');
const nextYear = (local: string) => `${new Date().getUTCFullYear() + 1}-${local}`;

test('G-1 a valid form is a case with a number at once, and a mistyped number is recognised as mistyped', async () => {
  const { number } = await open(lea);
  expect(number).toMatch(/^CD-[2-9ACDEFGHJKMNPRTWXY]{4}-[2-9ACDEFGHJKMNPRTWXY]{4}$/);
  expect((await lea.done('getCase', { params: { id: number.toLowerCase().replaceAll('-', ' ') } })).body.number).toBe(number);
  const last = number.endsWith('4') ? '7' : '4';
  const mistyped = await lea.refused('getCase', { params: { id: number.slice(0, -1) + last } });
  expect(mistyped).toMatchObject({ status: 422, code: 'mistypedNumber' });
  expect((await lea.refused('listCases', { query: { q: number.slice(0, -1) + last } })).code).toBe('mistypedNumber');
});

test('PN-1 nobody opens a case for another organisation, partner or not; the refusal says why and what to do', async () => {
  for (const who of [priya, jordan]) {
    const { body, headers } = sending('otherQuestion', { country: 'FR' });
    const refusal = await who.refused('openCase', { headers, body: { ...body, onBehalfOf: lea.tenantId } });
    expect(refusal).toMatchObject({ status: 403, code: 'notAllowed' });
    expect(refusal.detail).toMatch(/only people of the customer’s own organisation.*Ask an administrator there/);
  }
  const { body, headers } = sending('otherQuestion', { country: 'FR' });
  const own = await lea.done('openCase', { headers, body: { ...body, onBehalfOf: lea.tenantId } });
  expect(own.body.onBehalfOf).toBeNull();
  expect((await openAs(priya, 'otherQuestion', { country: 'GB' })).tenant.name).toBe('Litware Services');
});

test('PN-1 guests and engineers open nothing', async () => {
  const marco = await api.as('Marco');
  for (const who of [marco, nadia]) {
    expect((await who.refused('openCase', sending('otherQuestion', { country: 'FR' }))).code).toBe('notAllowed');
    expect((await who.refused('beginDraft', { body: { caseType: 'otherQuestion' } })).code).toBe('notAllowed');
  }
});

test('PN-3 numbers of another country refuse the form, name the rows and advise a case for each country', async () => {
  const numbers = await uploadList(lea, '+33472000001\n+4420794600\n+12065550100\n');
  const issue = await issueOf(lea, 'portInEnquiry', { country: 'FR', numbers });
  expect(issue).toMatchObject({ field: 'numbers', code: 'rows' });
  expect(issue?.message).toMatch(/Row 3: “\+12065550100” belongs to another country \(United States\)/);
  expect(issue?.message).toMatch(/Create one case for each country/);
});

test('PN-3 shared codes go by region: a Canadian number is none of the United States', async () => {
  const numbers = await uploadList(jordan, '+12065550100\n+14165550100\n');
  expect(await faults(jordan, 'customCallingName', { country: 'US', callingName: 'Fabrikam', numbers })).toEqual({ numbers: 'rows' });
});

describe('PN-4 dates and times', () => {
  const port = async (input: Input) => ({ country: 'FR', orderName: 'Lyon', numbers: await french(lea), ...input });

  test('PN-4 run in the country’s zone; local time and instant are both kept and shown', async () => {
    const letter = await lea.done('upload', { query: { name: 'letter.pdf' }, raw: '%PDF-1.7' });
    const local = nextYear('08-14T10:00');
    const opened = await openAs(lea, 'portIn', await port({ requestedAt: { local }, letterOfAuthorisation: [letter.body.id] }));
    expect(opened.particulars['requestedAt']).toEqual({ local, zone: 'Europe/Paris', instant: nextYear('08-14T08:00:00.000Z') });
    const shown = opened.details.find((d) => d.field === 'requestedAt')?.text ?? '';
    expect(shown).toMatch(/10:00.*France.*08:00.*09:00/);
  });

  test('PN-4 in a country of several zones ask for the zone, and take none of elsewhere', async () => {
    const numbers = await american(jordan);
    const requestedAt = { local: nextYear('08-14T10:00') };
    const input = { country: 'US', convertTo: 'userNumbers', unassigned: true, numbers };
    const issue = await issueOf(jordan, 'inventoryTypeChange', { ...input, preferredAt: requestedAt });
    expect(issue).toMatchObject({ field: 'preferredAt', code: 'zoneRequired' });
    expect(issue?.message).toContain('United States');
    const elsewhere = { ...requestedAt, zone: 'Europe/Paris' };
    expect(await faults(jordan, 'inventoryTypeChange', { ...input, preferredAt: elsewhere })).toEqual({ preferredAt: 'zoneElsewhere' });
    const there = { ...requestedAt, zone: 'America/Los_Angeles' };
    const opened = await openAs(jordan, 'inventoryTypeChange', { ...input, preferredAt: there });
    expect(opened.particulars['preferredAt']).toMatchObject({ instant: expect.stringContaining('T17:00:00') });
    expect(opened.details.find((d) => d.field === 'preferredAt')?.text).toMatch(/10:00.*Los Angeles, United States/);
  });

  test('PN-4 F-24 that a clock change skips are refused and explained; those it repeats ask which one', async () => {
    const faultOf = async (requestedAt: Input) => issueOf(lea, 'interTenantPort', { ...(await tenants()), requestedAt });
    const tenants = async () => ({
      country: 'FR',
      numbers: await french(lea),
      sourceDomain: 'contoso.example',
      destinationDomain: 'other.example',
    });
    const skipped = await faultOf({ local: '2027-03-28T02:30' });
    expect(skipped).toMatchObject({ field: 'requestedAt', code: 'timeSkipped' });
    expect(skipped?.message).toMatch(/does not exist/);
    const repeated = await faultOf({ local: '2027-10-31T02:30' });
    expect(repeated).toMatchObject({ field: 'requestedAt', code: 'timeRepeated' });
    const later = { local: '2027-10-31T02:30', which: 'later' };
    const opened = await openAs(lea, 'interTenantPort', { ...(await tenants()), requestedAt: later });
    expect(opened.particulars['requestedAt']).toMatchObject({ instant: expect.stringContaining('2027-10-31T01:30:00') });
    expect(await faultOf({ local: '2021-08-14T10:00' })).toMatchObject({ code: 'inThePast' });
  });
});

test('PN-5 a list’s faults name row, value and reason; duplicates are counted once', async () => {
  const numbers = await uploadList(lea, '\ufeffNuméro;Site\r\n+33472000001;Lyon\r\n3,31E+10;Paris\r\n+33472000001;Lyon\r\n0472;Nice\r\n');
  const report = await lea.done('readList', { params: { id: numbers }, query: { country: 'FR' } });
  expect(report.body).toMatchObject({ good: 1, faultCount: 2, duplicateCount: 1, duplicates: [{ row: 4, firstRow: 2 }] });
  expect(report.body.faults.map((f) => [f.row, f.value, f.reason])).toEqual([
    [3, '3,31E+10', 'spreadsheetNotation'],
    [5, '0472', expect.any(String)],
  ]);
  expect(await faults(lea, 'otherQuestion', { country: 'FR', numbers })).toEqual({ numbers: 'rows' });
});

test('PN-6 the six requests and the same subjects as enquiries are offered, and an enquiry asks for no particulars', async () => {
  const { desks } = (await lea.done('getCatalogue')).body;
  const types = desks.find((d) => d.id === 'phoneNumbers')?.caseTypes ?? [];
  expect(types.filter((t) => t.category === 'newRequest')).toHaveLength(6);
  expect(types.filter((t) => t.category === 'generalEnquiry')).toHaveLength(7);
  for (const { id } of types.filter((t) => t.category === 'generalEnquiry')) await openAs(lea, id, { country: 'FR' });
});

test('PN-7 a calling name is of the United States, at most 15 printable ASCII characters after trimming', async () => {
  const input = { country: 'US', numbers: await american(jordan) };
  const opened = await openAs(jordan, 'customCallingName', { ...input, callingName: '  FABRIKAM HELP15  ' });
  expect(opened.particulars['callingName']).toBe('FABRIKAM HELP15');
  const numbers = await american(jordan);
  expect(await faults(jordan, 'customCallingName', { ...input, numbers, callingName: 'FABRIKAM HELP 16' })).toEqual({
    callingName: 'tooLong',
  });
  expect(await faults(jordan, 'customCallingName', { ...input, numbers, callingName: 'CAFÉ' })).toEqual({
    callingName: 'notPrintableAscii',
  });
  expect(await faults(jordan, 'customCallingName', { ...input, numbers, callingName: ' ' })).toEqual({ callingName: 'required' });
  expect(await faults(lea, 'customCallingName', { country: 'FR', callingName: 'X', numbers: await french(lea) })).toMatchObject({
    country: 'notServedThere',
  });
});

test('PN-8 a port between tenants joins two different ones, and one of them is one’s own', async () => {
  const input = { country: 'FR', requestedAt: { local: nextYear('08-14T10:00') }, numbers: await french(lea) };
  const between = (sourceDomain: string, destinationDomain: string, more: Input = {}) =>
    faults(lea, 'interTenantPort', { ...input, sourceDomain, destinationDomain, ...more });
  expect(await between('contoso.example', 'contoso.example')).toEqual({ destinationDomain: 'sameTenant' });
  expect(await between('contoso.example', 'contoso-france.example')).toEqual({ destinationDomain: 'sameTenant' });
  expect(await between('a.example', 'b.example')).toEqual({ sourceDomain: 'neitherYours' });
  expect(await between('contoso', 'b.example')).toEqual({ sourceDomain: 'notADomain' });
  expect(await between('contoso.example', 'b.example', { sourceTenantId: 'x' })).toEqual({ sourceTenantId: 'notATenantId' });
  const opened = await openAs(lea, 'interTenantPort', { ...input, sourceDomain: 'Contoso.Example', destinationDomain: 'b.example' });
  expect(opened.particulars).toMatchObject({ sourceDomain: 'contoso.example', numbers: { count: 2 } });
});

test('PN-9 a change of inventory type needs the acknowledgement that the numbers are unassigned', async () => {
  const input = { country: 'FR', convertTo: 'serviceNumbers', numbers: await french(lea) };
  expect(await faults(lea, 'inventoryTypeChange', input)).toEqual({ unassigned: 'mustAgree' });
  expect(await faults(lea, 'inventoryTypeChange', { ...input, unassigned: false })).toEqual({ unassigned: 'mustAgree' });
  expect(await faults(lea, 'inventoryTypeChange', { ...input, convertTo: 'both', unassigned: true })).toEqual({ convertTo: 'notAnOption' });
  await openAs(lea, 'inventoryTypeChange', { ...input, unassigned: true });
});

test('PN-10 an acquisition asks for office address and directory listing only where the country does', async () => {
  const input = { numberType: 'tollFree', selfServiceTried: 'no', quantity: 5 };
  expect(await faults(lea, 'numberAcquisition', { ...input, country: 'FR' })).toEqual({
    officeAddress: 'required',
    directoryListing: 'required',
  });
  await openAs(lea, 'numberAcquisition', { ...input, country: 'FR', officeAddress: '1 rue de Lyon', directoryListing: 'unlisted' });
  await openAs(lea, 'numberAcquisition', { ...input, country: 'US' });
  expect(await faults(lea, 'numberAcquisition', { ...input, country: 'US', quantity: 0 })).toEqual({ quantity: 'outOfRange' });
  expect(await faults(lea, 'numberAcquisition', { ...input, country: 'US', numberType: 'userGeographic' })).toEqual({ city: 'required' });
});

test('PN-11 a port in can’t be sent without the signed letter of authorisation', async () => {
  const input = { country: 'FR', orderName: 'Lyon', requestedAt: { local: nextYear('08-14T10:00') }, numbers: await french(lea) };
  expect(await faults(lea, 'portIn', input)).toEqual({ letterOfAuthorisation: 'required' });
  expect(await faults(lea, 'portIn', { ...input, letterOfAuthorisation: [crypto.randomUUID()] })).toEqual({
    letterOfAuthorisation: 'fileUnknown',
  });
  const theirs = await camille.done('upload', { query: { name: 'letter.pdf' }, raw: '%PDF' });
  expect(await faults(lea, 'portIn', { ...input, letterOfAuthorisation: [theirs.body.id] })).toEqual({
    letterOfAuthorisation: 'fileUnknown',
  });
  const letter = await lea.done('upload', { query: { name: 'letter.pdf' }, raw: '%PDF' });
  const opened = await openAs(lea, 'portIn', { ...input, letterOfAuthorisation: [letter.body.id] });
  expect(opened.files.map((f) => f.name).sort()).toEqual(['letter.pdf', 'numbers.csv']);
});

test('PN-11 a draft says that the date is not guaranteed, and a long or mixed list what more is needed', async () => {
  const adviceOn = async (rows: readonly string[]) => {
    const id = await uploadList(lea, rows.join('\n'));
    const { body } = await lea.done('readList', { params: { id }, query: { country: 'FR' } });
    return body.advice.join(' ');
  };
  const many = Array.from({ length: 1_000 }, (_, i) => `+3347200${String(1_000 + i)}`);
  expect(await adviceOn(many)).toMatch(/more than 999 numbers/);
  expect(await adviceOn(['+33472000001', '+33800000001'])).toMatch(/French geographic and freephone/);
  expect(await adviceOn(['+33472000001'])).not.toMatch(/999|freephone/);
  const begun = await lea.done('beginDraft', { body: { caseType: 'portIn' } });
  expect(JSON.stringify(begun.body.form)).toMatch(/not guaranteed/);
});

test('PN-12 an emergency address is updated only in the countries that offer it', async () => {
  const japan = { country: 'JP', locationId: 'L-1', numbers: await uploadList(lea, '+81312345678\n') };
  expect(await faults(lea, 'emergencyAddressUpdate', japan)).toMatchObject({ country: 'notServedThere' });
  await openAs(lea, 'emergencyAddressUpdate', { country: 'FR', locationId: 'L-1', numbers: await french(lea) });
});

test('PN-14 a comment carries documents, a cancel its reason, and a resolved case says “problem solved”', async () => {
  const opened = await open(lea);
  const params = { id: opened.id };
  const file = await lea.done('upload', { query: { name: 'a.pdf' }, raw: '%PDF' });
  const said = await lea.done('comment', { params, body: { text: 'See this', files: [file.body.id] } });
  expect(said.body.timeline.at(-1)).toMatchObject({ text: 'See this', files: [{ name: 'a.pdf' }] });
  const resolved = await lea.done('resolve', { params, ...onVersion(said.body), body: {} });
  expect(resolved.body).toMatchObject({ status: 'resolved', statusText: 'Resolved – problem solved' });
  const other = await open(lea);
  const reason = other.reasons.cancel[0];
  const cancelled = await lea.done('cancel', { params: { id: other.id }, ...onVersion(other), body: { reason: reason?.id } });
  expect(cancelled.body.closed?.summary).toContain(reason?.label);
});

test('PN-15 a profile keeps name, phone, language, zone and notices; a changed address waits to be confirmed', async () => {
  const before = (await camille.done('getProfile')).body;
  const change = { phone: '+33 4 72 00 00 00', locale: 'fr', timeZone: 'America/Toronto', notices: { chat: false, email: true } };
  const after = await camille.done('changeProfile', { body: { ...change, email: 'c.laurent@contoso.example' } });
  expect(after.body).toMatchObject({ ...change, email: before.email, unconfirmedEmail: 'c.laurent@contoso.example' });
  expect((await camille.done('getMe')).body).toMatchObject({ locale: 'fr', timeZone: 'America/Toronto' });
  const refusal = await camille.refused('changeProfile', { body: { email: 'nobody', timeZone: 'Mars/Base', admin: true } });
  expect(refusal.issues?.map((i) => [i.field, i.code]).sort()).toEqual([
    ['admin', 'unknownField'],
    ['email', 'notAnEmail'],
    ['timeZone', 'malformed'],
  ]);
});

test('PN-16 licensing, fees and billing are told where they belong, and nothing is filed', async () => {
  const before = (await lea.done('getMe')).body.counts.open;
  for (const id of ['licensing', 'billing']) {
    const refusal = await lea.refused('openCase', sending(id, {}));
    expect(refusal).toMatchObject({ status: 422, code: 'directedElsewhere', subject: { id } });
    expect(refusal.subject?.url).toMatch(/^https:/);
    expect((await lea.refused('beginDraft', { body: { caseType: id } })).subject?.id).toBe(id);
  }
  expect((await lea.done('getMe')).body.counts.open).toBe(before);
});

test('F-32 what looks like markup in a title is literal text everywhere', async () => {
  const title = '[Approved](https://evil.example) <at>all</at> <script>alert(1)</script>';
  const draft = await lea.done('beginDraft', { body: { caseType: 'otherQuestion', input: { title, description: 'D', country: 'FR' } } });
  const sent = await lea.done('submitDraft', { params: { id: draft.body.id }, body: {} });
  expect(sent.body.title).toBe(title);
  expect((await lea.refused('openCase', sending('otherQuestion', { country: 'FR', title: 'Two\r\nlines' }))).issues?.[0]?.field).toBe(
    'title',
  );
});

test('F-36 a thousand additional contacts are refused', async () => {
  const contacts = Array.from({ length: 1_000 }, (_, i) => `c${i}@contoso.example`);
  expect(await faults(lea, 'otherQuestion', { country: 'FR', contacts })).toEqual({ contacts: 'tooMany' });
});
