import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countryCodes } from '../../src/domain/catalogue/countries.ts';
import type { CaseType } from '../../src/domain/catalogue/desk.ts';
import { desks, findCaseType } from '../../src/domain/catalogue/desks.ts';
import type { FormInput, FormValues } from '../../src/domain/catalogue/field.ts';
import { readNumberList } from '../../src/forms/number-list/read.ts';
import { checkForm, type FormFacts } from '../../src/forms/values.ts';
import { contoso, fabrikam } from '../domain/samples.ts';

const list = '018f0000-0000-7000-8000-0000000000aa';
const letter = '018f0000-0000-7000-8000-0000000000bb';
const lyon = '+33472400001\n+33472400002\n';

async function check(id: string, input: FormInput, { csv = lyon, more = {} }: { csv?: string; more?: Partial<FormFacts> } = {}) {
  const caseType = findCaseType(id)?.caseType as CaseType;
  const country = typeof input['country'] === 'string' ? input['country'] : 'FR';
  const lists = new Map(country.length === 2 ? [[list, await readNumberList(new TextEncoder().encode(csv), country)]] : []);
  const facts: FormFacts = {
    tenantId: contoso,
    domains: ['contoso.example'],
    customer: null,
    now: '2026-01-15T09:00:00.000Z',
    countries: {},
    files: new Map([
      [list, { name: 'numbers.csv', size: 26 }],
      [letter, { name: 'loa.pdf', size: 9 }],
    ]),
    lists,
    ...more,
  };
  const checked = checkForm(caseType, input, facts);
  const issues = checked.ok ? [] : checked.error;
  const values: FormValues = checked.ok ? checked.value : {};
  return { values, issues, faults: issues.map(({ field, fault }) => `${field}: ${fault.is}`) };
}

const subject = { title: 'Numbers', description: 'For our offices', country: 'FR' };
const portIn = {
  ...subject,
  orderName: 'Lyon',
  requestedAt: { local: '2026-08-14T10:00' },
  numbers: list,
  letterOfAuthorisation: [letter],
};

test('G-2 an empty form names every field that is needed, at once', async () => {
  expect((await check('portIn', {})).faults).toEqual([
    'title: required',
    'description: required',
    'country: required',
    'orderName: required',
    'requestedAt: required',
    'numbers: required',
    'letterOfAuthorisation: required',
  ]);
});

test('PN-4 14 August, 10:00, is 10:00 in France, and both local time and instant are kept', async () => {
  const { values } = await check('portIn', portIn);
  expect(values['requestedAt']).toEqual({ local: '2026-08-14T10:00', zone: 'Europe/Paris', instant: '2026-08-14T08:00:00.000Z' });
});

describe('PN-4 countries with several zones ask for the zone', () => {
  const us = { ...portIn, country: 'US' };
  const csv = '+12125550123\n';
  test('PN-4 none given', async () => expect((await check('portIn', us, { csv })).faults).toEqual(['requestedAt: zoneRequired']));
  test('PN-4 one of another country', async () => {
    const requestedAt = { local: '2026-08-14T10:00', zone: 'Europe/Paris' };
    expect((await check('portIn', { ...us, requestedAt }, { csv })).faults).toEqual(['requestedAt: zoneElsewhere']);
  });
  test.each([
    ['America/Detroit', '2026-08-14T14:00:00.000Z'],
    ['US/Pacific', '2026-08-14T17:00:00.000Z'],
  ])('PN-4 one of its own by another name, %s', async (zone, instant) => {
    const requestedAt = { local: '2026-08-14T10:00', zone };
    expect((await check('portIn', { ...us, requestedAt }, { csv })).values['requestedAt']).toEqual({ ...requestedAt, instant });
  });
  test('PN-4 one of its own', async () => {
    const requestedAt = { local: '2026-08-14T10:00', zone: 'America/Chicago' };
    expect((await check('portIn', { ...us, requestedAt }, { csv })).values['requestedAt']).toMatchObject({
      instant: '2026-08-14T15:00:00.000Z',
    });
  });
});

describe('F-24 clock changes', () => {
  const at = (local: string, which?: string) => ({ ...portIn, requestedAt: { local, ...(which && { which }) } });
  test('F-24 a time that does not exist is refused and explained', async () => {
    const { issues } = await check('portIn', at('2026-03-29T02:30'));
    expect(issues[0]?.fault).toEqual({ is: 'timeSkipped', before: '2026-03-29T01:59', after: '2026-03-29T03:00' });
  });
  test('F-24 of a time that exists twice the person chooses one', async () => {
    expect((await check('portIn', at('2026-10-25T02:30'))).faults).toEqual(['requestedAt: timeRepeated']);
    expect((await check('portIn', at('2026-10-25T02:30', 'earlier'))).values['requestedAt']).toMatchObject({
      instant: '2026-10-25T00:30:00.000Z',
    });
    expect((await check('portIn', at('2026-10-25T02:30', 'later'))).values['requestedAt']).toMatchObject({
      instant: '2026-10-25T01:30:00.000Z',
    });
  });
  test('PN-4 a far day is no past one', async () => {
    const requestedAt = { local: '9999-12-31T23:59', zone: 'America/New_York' };
    const us = { ...portIn, country: 'US', requestedAt };
    expect((await check('portIn', us, { csv: '+12125550123\n' })).faults).toEqual([]);
  });
  test('PN-4 a time that is past, or no time at all', async () => {
    expect((await check('portIn', at('2026-01-15T09:59'))).faults).toEqual(['requestedAt: inThePast']);
    expect((await check('portIn', at('2026-02-30T10:00'))).faults).toEqual(['requestedAt: malformed']);
    expect((await check('portIn', at('2026-02-20T'))).faults).toEqual(['requestedAt: required']);
  });
});

test('PN-3 numbers of another country refuse the form and name the rows', async () => {
  const { issues } = await check('portIn', portIn, { csv: `${lyon}+4930901820\n` });
  expect(issues).toEqual([
    {
      field: 'numbers',
      fault: {
        is: 'rows',
        count: 1,
        rows: [{ row: 3, value: '+4930901820', reason: 'otherCountry', country: 'DE' }],
        otherCountries: ['DE'],
      },
    },
  ]);
});

test('PN-11 without a letter of authorisation a port can’t be submitted', async () => {
  expect((await check('portIn', { ...portIn, letterOfAuthorisation: [] })).faults).toEqual(['letterOfAuthorisation: required']);
  expect((await check('portIn', { ...portIn, letterOfAuthorisation: ['018f0000-0000-7000-8000-0000000000cc'] })).faults).toEqual([
    'letterOfAuthorisation: fileUnknown',
  ]);
});

test('PN-11 an empty file is no letter of authorisation', async () => {
  const files = new Map([
    [list, { name: 'numbers.csv', size: 26 }],
    [letter, { name: 'loa.pdf', size: 0 }],
  ]);
  expect((await check('portIn', portIn, { more: { files } })).faults).toEqual(['letterOfAuthorisation: fileEmpty']);
});

describe('PN-7 custom calling name', () => {
  const us = { ...subject, country: 'US', numbers: list, callingName: 'Contoso' };
  const csv = '+12125550123\n';
  test('PN-7 takes fifteen characters after trimming', async () => {
    expect((await check('customCallingName', { ...us, callingName: '  CONTOSO FRONT D ' }, { csv })).values['callingName']).toBe(
      'CONTOSO FRONT D',
    );
  });
  test('PN-7 refuses a calling name longer than 15 characters', async () => {
    const { issues } = await check('customCallingName', { ...us, callingName: 'CONTOSO FRONT DE' }, { csv });
    expect(issues).toEqual([{ field: 'callingName', fault: { is: 'tooLong', max: 15 } }]);
  });
  test.each(['Café', 'Cont\u00a0oso', '日本', 'a\tb'])('PN-7 refuses %j: printable ASCII only', async (callingName) => {
    const { faults } = await check('customCallingName', { ...us, callingName }, { csv });
    expect(faults).toEqual(['callingName: notPrintableAscii']);
  });
  test('PN-7 is for the United States only', async () => {
    expect((await check('customCallingName', { ...us, country: 'FR' })).faults).toEqual(['country: notServedThere']);
  });
});

describe('PN-8 inter-tenant port', () => {
  const port = { ...subject, requestedAt: { local: '2026-08-14T10:00' }, numbers: list };
  const faults = async (more: FormInput) => (await check('interTenantPort', { ...port, ...more })).faults;
  test('PN-8 one of the two tenants is the person’s', async () => {
    expect(await faults({ sourceDomain: 'Contoso.example', destinationDomain: 'fabrikam.example' })).toEqual([]);
    expect(await faults({ sourceDomain: 'fabrikam.example', destinationDomain: 'contoso.example' })).toEqual([]);
    expect(await faults({ sourceDomain: 'fabrikam.example', destinationDomain: 'other.example' })).toEqual(['sourceDomain: neitherYours']);
  });
  test('PN-8 source and destination differ', async () => {
    expect(await faults({ sourceDomain: 'contoso.example', destinationDomain: 'CONTOSO.example' })).toEqual([
      'destinationDomain: sameTenant',
    ]);
    const ids = { sourceTenantId: fabrikam, destinationTenantId: fabrikam };
    expect(await faults({ sourceDomain: 'contoso.example', destinationDomain: 'fabrikam.example', ...ids })).toEqual([
      'destinationTenantId: sameTenant',
    ]);
    const own = { sourceDomain: 'contoso.example', destinationDomain: 'fabrikam.example', destinationTenantId: contoso };
    expect(await faults(own)).toEqual(['destinationDomain: sameTenant']);
  });
  test('PN-8 domains and tenant ids are recognised', async () => {
    expect(await faults({ sourceDomain: 'contoso', destinationDomain: 'fabrikam.example', sourceTenantId: 'x' })).toEqual([
      'sourceDomain: notADomain',
      'sourceTenantId: notATenantId',
    ]);
  });
});

test('PN-9 a change of inventory type needs the acknowledgement', async () => {
  const change = { ...subject, convertTo: 'serviceNumbers', numbers: list };
  expect((await check('inventoryTypeChange', { ...change, unassigned: false })).faults).toEqual(['unassigned: mustAgree']);
  expect((await check('inventoryTypeChange', change)).faults).toEqual(['unassigned: mustAgree']);
  expect((await check('inventoryTypeChange', { ...change, unassigned: true })).faults).toEqual([]);
  expect((await check('inventoryTypeChange', { ...change, unassigned: true, convertTo: 'other' })).faults).toEqual([
    'convertTo: notAnOption',
  ]);
});

describe('PN-10 number acquisition', () => {
  const order = { ...subject, country: 'NG', numberType: 'tollFree', selfServiceTried: 'yes', quantity: 5 };
  test('PN-10 office address and directory listing are asked only where the country requires them', async () => {
    expect((await check('numberAcquisition', order)).faults).toEqual([]);
    expect((await check('numberAcquisition', { ...order, country: 'FR' })).faults).toEqual([
      'officeAddress: required',
      'directoryListing: required',
    ]);
  });
  test('PN-10 the country table is configurable', async () => {
    const countries = { NG: { officeAddress: true } };
    expect((await check('numberAcquisition', order, { more: { countries } })).faults).toEqual(['officeAddress: required']);
  });
  test('PN-10 geographic numbers need the city; the quantity is a whole number', async () => {
    expect((await check('numberAcquisition', { ...order, numberType: 'userGeographic' })).faults).toEqual(['city: required']);
    for (const quantity of [0, -1, 1.5, '5', 100_001, Number.NaN]) {
      expect((await check('numberAcquisition', { ...order, quantity })).faults).toEqual(['quantity: outOfRange']);
    }
  });
});

test('PN-12 emergency addresses are updated only in some countries', async () => {
  const update = { ...subject, locationId: 'L-1', numbers: list };
  expect((await check('emergencyAddressUpdate', update)).faults).toEqual([]);
  expect((await check('emergencyAddressUpdate', { ...update, country: 'NG' }, { csv: '+2348021234567' })).faults).toEqual([
    'country: notServedThere',
  ]);
});

test('PN-6 a general enquiry has the same subjects without their particulars', async () => {
  const enquiries = desks.phoneNumbers.caseTypes.filter((t) => t.category === 'generalEnquiry');
  expect(enquiries.map((t) => t.id)).toContain('otherQuestion');
  expect(enquiries).toHaveLength(7);
  for (const { id } of enquiries) expect((await check(id, subject)).faults).toEqual([]);
});

describe('G-3 the common fields', () => {
  test('G-3, F-36, F-39 keep to their limits, and say which', async () => {
    const over = { ...subject, title: 'x'.repeat(10_000), contacts: Array.from({ length: 1000 }, (_, i) => `a${i}@contoso.example`) };
    expect((await check('otherQuestion', over)).issues).toEqual([
      { field: 'title', fault: { is: 'tooLong', max: 200 } },
      { field: 'contacts', fault: { is: 'tooMany', max: 10 } },
    ]);
  });
  test('G-3 contacts are addresses, each once', async () => {
    expect((await check('otherQuestion', { ...subject, contacts: ['a@contoso.example', 'A@contoso.example'] })).values['contacts']).toEqual(
      ['a@contoso.example'],
    );
    for (const wrong of ['x', 'a@b', 'a b@c.de', 'a@contoso.example\r\nBcc: x@y.de', '<a@contoso.example>']) {
      expect((await check('otherQuestion', { ...subject, contacts: [wrong] })).faults).toEqual(['contacts: notAnEmail']);
    }
  });
  test('F-38 text that can’t be shown is refused, and any other comes back as it was', async () => {
    expect((await check('otherQuestion', { ...subject, title: 'a\u0000b' })).faults).toEqual(['title: unreadableText']);
    expect((await check('otherQuestion', { ...subject, description: '\udfff' })).faults).toEqual(['description: unreadableText']);
    for (const title of ['👩‍👩‍👧 e\u0301', 'مرحبا', '<b>[Approved](https://evil.example)</b>']) {
      expect((await check('otherQuestion', { ...subject, title })).values['title']).toBe(title);
    }
  });
  test('G-2 fields that the form does not have are named', async () => {
    expect((await check('otherQuestion', { ...subject, tenantId: fabrikam, ['__proto__x']: 1 })).faults).toEqual([
      'tenantId: unknownField',
      '__proto__x: unknownField',
    ]);
  });
});

test('G-2 whatever a form is filled in with, it is accepted or every fault has a field of the form, and nothing throws', async () => {
  const types = desks.phoneNumbers.caseTypes;
  const anything = fc.oneof(fc.anything(), fc.string(), fc.constantFrom(...countryCodes()), fc.constant({ local: '2026-10-25T02:30' }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...types), fc.array(anything, { maxLength: 12 }), async (caseType, values) => {
      const input = Object.fromEntries(caseType.fields.map((field, i) => [field.id, values[i]]));
      const facts = {
        tenantId: contoso,
        domains: [],
        customer: null,
        now: '2026-01-15T09:00:00.000Z',
        countries: {},
        files: new Map(),
        lists: new Map(),
      };
      const checked = checkForm(caseType, input, facts);
      if (!checked.ok) for (const { field } of checked.error) expect(caseType.fields.map((f) => f.id)).toContain(field);
    }),
  );
});
