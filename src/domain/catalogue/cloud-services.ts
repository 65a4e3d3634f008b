import type { Issue } from '../faults.ts';
import { domainOf } from '../notice/mailbox.ts';
import type { Severity } from './attributes.ts';
import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import { contactPhone, phoneFault } from './contact-phone.ts';
import type { CaseType, Desk, FormContext } from './desk.ts';
import type { Field, FormValues } from './field.ts';
import { publishers } from './publishers.ts';
import { asDuplicate, cloudServicesReasons } from './reasons.ts';

const guide = 'https://learn.microsoft.com/partner-center/';

/** CS-8: by what the problem does. */
const severity = {
  id: 'severity',
  kind: 'choice',
  options: ['A', 'B', 'C'],
  required: true,
  help: `${guide}customers/report-problems-on-behalf-of-a-customer`,
} as const;
/** CS-4. */
const contact = [
  { id: 'contactName', kind: 'text', max: 100, required: true },
  { id: 'contactEmail', kind: 'emails', max: 1, required: true },
  contactPhone,
] as const;
/** CS-10. */
const tried = [
  { id: 'tried', kind: 'multiline', max: 5_000, required: true },
  { id: 'whyEscalated', kind: 'choice', options: ['training', 'documentation', 'tools', 'productFault'], required: true },
] as const;
const planId = { id: 'planId', kind: 'text', max: 100, required: false } as const;
const plan = [{ id: 'supportPlan', kind: 'choice', options: ['cloudSolutionProvider', 'ownPlan'], required: true }, planId] as const;

/** CS-5: what Dynamics support answers. */
const dynamicsDirected = ['dynamicsPlans', 'dynamicsLicences', 'dynamicsBilling', 'financeOperations'] as const;

const particulars = {
  azureProblem: [
    severity,
    {
      id: 'subscription',
      kind: 'tenantId',
      required: true,
      help: 'https://learn.microsoft.com/azure/azure-portal/get-subscription-tenant-id',
    },
    { id: 'azureService', kind: 'text', max: 100, required: true },
    ...plan,
    ...tried,
    ...contact,
  ],
  microsoft365Problem: [
    severity,
    { id: 'product', kind: 'choice', options: ['microsoft365', 'teams', 'exchange', 'sharePoint', 'enterpriseMobility'], required: true },
    ...tried,
    ...contact,
  ],
  dynamicsProblem: [
    { id: 'dynamicsConcern', kind: 'choice', options: ['dynamicsFault', ...dynamicsDirected], required: true },
    severity,
    {
      id: 'dynamicsApp',
      kind: 'choice',
      options: ['dynamicsSales', 'dynamicsService', 'dynamicsField', 'dynamicsMarketing', 'dynamicsOther'],
      required: true,
    },
    ...tried,
    ...contact,
  ],
  cloudAdvice: [
    {
      id: 'service',
      kind: 'choice',
      options: ['azure', 'microsoft365', 'enterpriseMobility'],
      // CS-3: what is asked of whoever reports a problem with Azure, is asked of questions on it too.
      needs: { azure: 'azureAccess' },
      required: true,
    },
    planId,
    ...tried,
    ...contact,
  ],
  cloudBilling: [
    { id: 'billingSubject', kind: 'choice', options: ['invoice', 'dispute', 'fraud'], required: true },
    { ...tried[0], required: false },
    { ...tried[1], required: false },
    ...contact,
  ],
} as const satisfies Record<string, readonly Field[]>;

export type CloudCaseTypeId = keyof typeof particulars;
type Particular = (typeof particulars)[CloudCaseTypeId][number];
export type CloudFieldId = Particular['id'] | CommonFieldId;
export type CloudOption = Particular extends infer F ? (F extends { readonly options: readonly (infer O)[] } ? O : never) : never;

/** CS-4: the primary contact is the partner's, and with severity A can be called. */
function reachablePartner(values: FormValues, { customer }: FormContext): readonly Issue[] {
  const [address = ''] = values['contactEmail'] as readonly string[];
  const theirs = customer?.domains.includes(domainOf(address)) ?? false;
  const fault = phoneFault(values['severity'], values[contactPhone.id]);
  return [
    ...(theirs ? [{ field: 'contactEmail', fault: { is: 'customersAddress' } } as const] : []),
    ...(fault ? [{ field: contactPhone.id, fault }] : []),
  ];
}

/** CS-3, CS-6: a customer's Azure is covered by the partner's programme, one's own by a plan of one's own. */
function rightPlan(values: FormValues, { customer }: FormContext): readonly Issue[] {
  if (customer) return values['supportPlan'] === 'ownPlan' ? [{ field: 'supportPlan', fault: { is: 'planOfPartner' } }] : [];
  if (values['supportPlan'] !== 'ownPlan') return [{ field: 'supportPlan', fault: { is: 'planOfOwnTenant' } }];
  return values['planId'] === undefined ? [{ field: 'planId', fault: { is: 'required' } }] : [];
}

/** CS-6: whatever is asked about one's own Azure names a plan of one's own. */
const planForOwnAzure = ({ service, planId: given }: FormValues, { customer }: FormContext): readonly Issue[] =>
  service === 'azure' && !customer && given === undefined ? [{ field: 'planId', fault: { is: 'required' } }] : [];

/** CS-10: for a customer it is said of every request, what was tried and why it can't be solved there. */
const triedForCustomer = (values: FormValues, { customer }: FormContext): readonly Issue[] =>
  customer ? tried.filter(({ id }) => values[id] === undefined).map(({ id }) => ({ field: id, fault: { is: 'required' } })) : [];

const type = (id: CloudCaseTypeId, more: Pick<CaseType, 'category'> & Partial<CaseType>): CaseType => ({
  id,
  fields: [...subject, ...particulars[id], ...enclosures],
  check: reachablePartner,
  ...more,
});

const bySeverity = ({ severity: chosen }: FormValues) => ({ severity: chosen as Severity, breakFix: true });

/** CS-7, CS-5: what others answer. */
const elsewhere = [
  { id: 'marketplace', url: 'https://learn.microsoft.com/marketplace/get-support', publishers },
  { id: 'dynamics', url: 'https://learn.microsoft.com/power-platform/admin/get-help-support' },
] as const;
export type CloudElsewhere = (typeof elsewhere)[number]['id'];

/** CS-5. */
function directed(values: FormValues): readonly Issue[] {
  if (!dynamicsDirected.some((concern) => concern === values['dynamicsConcern'])) return [];
  const [, { id: subject, url }] = elsewhere;
  return [{ field: 'dynamicsConcern', fault: { is: 'directedElsewhere', subject, url } }];
}

/** The desk for cloud services: CS-1 to CS-12. */
export const cloudServices: Desk = {
  id: 'cloudServices',
  caseTypes: [
    type('azureProblem', {
      category: 'incident',
      attributes: bySeverity,
      needs: 'azureAccess',
      byDomain: true,
      selfHelp: ['azureDocs'],
      check: (values, context) => [...reachablePartner(values, context), ...rightPlan(values, context)],
    }),
    type('microsoft365Problem', { category: 'incident', attributes: bySeverity, selfHelp: ['microsoft365Docs'] }),
    type('dynamicsProblem', {
      category: 'incident',
      attributes: bySeverity,
      needs: 'supportContract',
      selfHelp: ['dynamicsDocs'],
      check: (values, context) => [...directed(values), ...reachablePartner(values, context)],
    }),
    type('cloudBilling', {
      category: 'billing',
      check: (values, context) => [...triedForCustomer(values, context), ...reachablePartner(values, context)],
    }),
    type('cloudAdvice', {
      category: 'generalEnquiry',
      selfHelp: ['azureDocs', 'microsoft365Docs'],
      check: (values, context) => [...planForOwnAzure(values, context), ...reachablePartner(values, context)],
    }),
  ],
  elsewhere,
  reasons: cloudServicesReasons,
  merged: asDuplicate,
  attributes: { severity: null, breakFix: false, aroundTheClock: false, stage: null },
  severities: true,
};
