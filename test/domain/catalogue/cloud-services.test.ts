import { describe, expect, test } from '@jest/globals';
import { open } from '../../../src/domain/case/open.ts';
import { findCaseType } from '../../../src/domain/catalogue/desks.ts';
import type { FormInput } from '../../../src/domain/catalogue/field.ts';
import { programmes } from '../../../src/domain/sla/programmes.ts';
import { checkForm } from '../../../src/forms/values.ts';
import { openedAt, partner } from '../samples.ts';

const customer = { tenantId: '11111111-1111-4111-8111-111111111111', domains: ['contoso.example', 'contoso-france.example'] };
const contact = { contactName: 'Priya Shah', contactEmail: ['priya@litware.example'], contactPhone: '+44 20 7946 0000' };
const said = { title: 'Down', description: 'All of it', tried: 'Restarted it', whyEscalated: 'tools', ...contact };
const azure = {
  ...{ severity: 'A', subscription: '7a1c1a3e-5d0b-4f6e-9c55-0d7f5a2f6c11', azureService: 'App Service' },
  ...{ supportPlan: 'cloudSolutionProvider', ...said },
};

function check(id: string, input: FormInput, own = false) {
  const found = findCaseType(id);
  if (!found) throw new Error(id);
  const facts = {
    ...{ tenantId: partner.tenantId, domains: ['litware.example'], customer: own ? null : customer },
    ...{ now: openedAt, countries: {}, files: new Map(), lists: new Map() },
  };
  return { ...found, checked: checkForm(found.caseType, input, facts) };
}

function faults(id: string, input: FormInput, own = false): Readonly<Record<string, string>> {
  const { checked } = check(id, input, own);
  return checked.ok ? {} : Object.fromEntries(checked.error.map(({ field, fault }) => [field, fault.is]));
}

function opened(id: string, input: FormInput) {
  const { desk, caseType, checked } = check(id, input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const programme = programmes.cloudServices;
  const made = { id: 'c', number: 'CD-2222-2222', desk, caseType, values: checked.value, files: [], by: partner };
  return open({ ...made, tenantId: customer.tenantId, now: openedAt, programme }).case;
}

describe('CS-4 whom the desk calls', () => {
  test('CS-4 an address of a verified domain of the customer is no primary contact, and may be an additional one', () => {
    const theirs = { ...azure, contactEmail: ['it@contoso-france.example'] };
    expect(faults('azureProblem', theirs)).toEqual({ contactEmail: 'customersAddress' });
    expect(faults('azureProblem', { ...azure, contacts: ['it@contoso.example'] })).toEqual({});
  });

  test('CS-4 severity A needs a phone number, B does not', () => {
    const { contactPhone: _, ...silent } = azure;
    expect(faults('azureProblem', silent)).toEqual({ contactPhone: 'phoneForSeverityA' });
    expect(faults('azureProblem', { ...silent, severity: 'B' })).toEqual({});
    for (const contactPhone of ['n/a', 'ask reception', '112'])
      expect(faults('azureProblem', { ...azure, contactPhone })).toEqual({ contactPhone: 'notAPhone' });
    for (const contactPhone of ['020 7946 0000', '+1 (206) 555-0100 ext. 12'])
      expect(faults('azureProblem', { ...azure, contactPhone })).toEqual({});
  });
});

test('CS-3 CS-6 a customer’s Azure is on the partner’s programme, one’s own on a plan of one’s own with its id', () => {
  expect(faults('azureProblem', { ...azure, supportPlan: 'ownPlan' })).toEqual({ supportPlan: 'planOfPartner' });
  expect(faults('azureProblem', azure, true)).toEqual({ supportPlan: 'planOfOwnTenant' });
  expect(faults('azureProblem', { ...azure, supportPlan: 'ownPlan' }, true)).toEqual({ planId: 'required' });
  expect(faults('azureProblem', { ...azure, supportPlan: 'ownPlan', planId: 'PLAN-7' }, true)).toEqual({});
});

test('CS-8 severity is the partner’s own judgement, and the first answer is due by it; what is not broken has a business day', () => {
  const due = (id: string, input: FormInput) => opened(id, input).firstResponseDueAt;
  expect(opened('azureProblem', azure)).toMatchObject({ severity: 'A', breakFix: true });
  expect(due('azureProblem', azure)).toBe('2026-06-01T10:00:00.000Z');
  expect(due('azureProblem', { ...azure, severity: 'C' })).toBe('2026-06-01T16:00:00.000Z');
  expect(opened('cloudAdvice', { ...said, service: 'azure' })).toMatchObject({ severity: null, breakFix: false });
  expect(due('cloudAdvice', { ...said, service: 'azure' })).toBe('2026-06-02T17:00:00.000Z');
});

test('CS-6 a question about one’s own Azure names one’s own plan, about anything else none', () => {
  expect(faults('cloudAdvice', { ...said, service: 'azure' }, true)).toEqual({ planId: 'required' });
  expect(faults('cloudAdvice', { ...said, service: 'azure', planId: 'PLAN-7' }, true)).toEqual({});
  expect(faults('cloudAdvice', { ...said, service: 'microsoft365' }, true)).toEqual({});
  expect(faults('cloudAdvice', { ...said, service: 'azure' })).toEqual({});
});

test('CS-9 billing problems, disputes and fraud are filed without a severity', () => {
  for (const billingSubject of ['invoice', 'dispute', 'fraud']) expect(faults('cloudBilling', { ...said, billingSubject })).toEqual({});
});

test('CS-10 what was tried, and why it can’t be solved there, is part of every request for a customer', () => {
  const { tried: _, whyEscalated: __, ...rest } = azure;
  expect(faults('azureProblem', rest)).toEqual({ tried: 'required', whyEscalated: 'required' });
  const { tried: ___, whyEscalated: ____, ...silent } = said;
  const bill = { ...silent, billingSubject: 'invoice' };
  expect(faults('cloudBilling', bill)).toEqual({ tried: 'required', whyEscalated: 'required' });
  expect(faults('cloudBilling', bill, true)).toEqual({});
});
