import { describe, expect, test } from '@jest/globals';
import * as AC from 'adaptivecards';
import fc from 'fast-check';
import type { CaseType } from '../../src/domain/catalogue/desk.ts';
import { desks, findCaseType } from '../../src/domain/catalogue/desks.ts';
import type { FormInput } from '../../src/domain/catalogue/field.ts';
import { locales, words } from '../../src/domain/i18n/index.ts';
import { type CardElement, type FormModel, formBody } from '../../src/forms/card.ts';
import { fromCard } from '../../src/forms/card-input.ts';

const desk = desks.phoneNumbers;
const draw = (id: string, input: FormInput, more: Partial<FormModel> = {}): readonly CardElement[] =>
  formBody({
    desk,
    caseType: findCaseType(id)?.caseType as CaseType,
    input,
    issues: [],
    uploads: [],
    locale: 'en',
    actingAs: 'For Contoso · signed in as Amélie',
    now: '2026-01-15T09:00:00.000Z',
    countries: {},
    files: 'inChat',
    ...more,
  });
const parsed = (body: readonly CardElement[]) => {
  const card = new AC.AdaptiveCard();
  card.parse({ type: 'AdaptiveCard', version: '1.5', body });
  return card;
};
const inputs = (body: readonly CardElement[]) =>
  parsed(body)
    .getAllInputs()
    .map((i) => i.id);
const all = (body: readonly CardElement[]) => JSON.stringify(body);

describe.each(locales)('%s', (locale) => {
  test.each(desk.caseTypes.map((t) => t.id))('G-2 the card of %s holds an input for every field, in the reader’s words', (id) => {
    const body = draw(id, { country: 'FR' }, { locale });
    const { fields } = words(locale).desks.phoneNumbers;
    for (const field of desk.caseTypes.find((t) => t.id === id)?.fields ?? []) {
      if (field.where) continue;
      expect(all(body)).toContain(JSON.stringify(fields[field.id as keyof typeof fields].label).slice(1, -1));
    }
    expect(all(body).length).toBeLessThan(60_000);
  });
});

test('G-18 the form says for whom one acts', () => {
  expect(all(draw('portIn', {}))).toContain('For Contoso');
});

test('PN-4 the zone is asked only where the country has several', () => {
  expect(inputs(draw('portIn', { country: 'FR' }))).not.toContain('requestedAt.zone');
  expect(inputs(draw('portIn', { country: 'BR' }))).toContain('requestedAt.zone');
});

test('F-24 which of two is asked only when a time comes twice', () => {
  const issues = [{ field: 'requestedAt', fault: { is: 'timeRepeated', earlier: '+02:00', later: '+01:00' } }] as const;
  expect(inputs(draw('portIn', { country: 'FR' }))).not.toContain('requestedAt.which');
  const body = draw('portIn', { country: 'FR' }, { issues });
  expect(inputs(body)).toContain('requestedAt.which');
  expect(all(body)).toContain('UTC\\\\+2');
});

test('PN-10 office address and directory listing appear with the country that asks for them', () => {
  expect(inputs(draw('numberAcquisition', { country: 'NG' }))).not.toContain('officeAddress');
  expect(inputs(draw('numberAcquisition', { country: 'FR' }))).toEqual(expect.arrayContaining(['officeAddress', 'directoryListing']));
});

test('PN-7 a form for one country alone has it chosen', () => {
  expect(all(draw('customCallingName', {}))).toContain('"value":"US"');
});

test('F-32 what a person wrote is literal in the card', () => {
  const uploads = [{ field: 'documents', id: 'x', name: '[Approved](https://evil.example) <at>*x*</at>.pdf', size: 1 }];
  const body = draw('otherQuestion', {}, { uploads });
  expect(all(body)).not.toContain('[Approved](https');
  expect(all(body)).not.toContain('<at>');
});

test('G-19 whatever a draft holds, its card is drawn', () => {
  const untypeable = { toString: 1, valueOf: 1 };
  const time = fc.record({ local: fc.jsonValue(), zone: fc.jsonValue(), which: fc.jsonValue() }, { requiredKeys: [] });
  const anything = fc.oneof(fc.jsonValue(), time, fc.constantFrom(untypeable, [untypeable], { local: untypeable }));
  fc.assert(
    fc.property(fc.constantFrom(...desk.caseTypes), fc.array(anything, { minLength: 12, maxLength: 14 }), (caseType, values) => {
      const input = Object.fromEntries(caseType.fields.map((field, i) => [field.id, values[i]]));
      for (const country of ['AU', input['country']]) draw(caseType.id, { ...input, country });
    }),
  );
});

test('G-2 what a card sends back is what was typed, in the API’s shapes', () => {
  const caseType = findCaseType('portIn')?.caseType as CaseType;
  const data = {
    title: 'A',
    country: 'FR',
    'requestedAt.date': '2026-08-14',
    'requestedAt.time': '10:00',
    contacts: 'a@b.example; c@d.example,e@f.example',
    tenantId: 'forged',
    numbers: 'forged',
  };
  expect(fromCard(caseType, data, { numbers: 'file', description: 'kept' })).toEqual({
    title: 'A',
    description: 'kept',
    country: 'FR',
    requestedAt: { local: '2026-08-14T10:00' },
    contacts: ['a@b.example', 'c@d.example', 'e@f.example'],
    numbers: 'file',
  });
  const change = findCaseType('inventoryTypeChange')?.caseType as CaseType;
  expect(fromCard(change, { unassigned: 'false' }, {})).toEqual({ unassigned: false });
  const order = findCaseType('numberAcquisition')?.caseType as CaseType;
  expect(fromCard(order, { quantity: '12' }, {})).toEqual({ quantity: 12 });
  expect(fromCard(order, { quantity: '12x' }, {})).toEqual({ quantity: '12x' });
});
