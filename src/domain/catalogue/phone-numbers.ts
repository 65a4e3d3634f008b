import type { Issue } from '../faults.ts';
import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { CaseType, Desk, FormContext } from './desk.ts';
import type { Field, FormValues } from './field.ts';
import { asDuplicate, phoneNumberReasons } from './reasons.ts';
import type { Stage } from './stages.ts';

const guide = 'https://learn.microsoft.com/microsoftteams/';

const country = { id: 'country', kind: 'country', required: true } as const;
const numbers = { id: 'numbers', kind: 'numberList', required: true, help: `${guide}phone-number-management` } as const;

/** PN-8: one tenant is left, another is joined, and one of them is the person's own. */
function portBetweenTenants(values: FormValues, { tenantId, domains }: FormContext): readonly Issue[] {
  const { sourceDomain, sourceTenantId, destinationDomain, destinationTenantId } = values;
  const own = (domain: unknown, id: unknown) => domains.includes(String(domain)) || id === tenantId;
  const source = own(sourceDomain, sourceTenantId);
  const destination = own(destinationDomain, destinationTenantId);
  if (sourceDomain === destinationDomain) return [{ field: 'destinationDomain', fault: { is: 'sameTenant' } }];
  if (sourceTenantId !== undefined && sourceTenantId === destinationTenantId) {
    return [{ field: 'destinationTenantId', fault: { is: 'sameTenant' } }];
  }
  if (source && destination) return [{ field: 'destinationDomain', fault: { is: 'sameTenant' } }];
  if (!source && !destination) return [{ field: 'sourceDomain', fault: { is: 'neitherYours' } }];
  return [];
}

/** PN-10: a geographic number is of a place. */
function placeOfGeographicNumbers(values: FormValues): readonly Issue[] {
  const geographic = values['numberType'] === 'userGeographic' || values['numberType'] === 'serviceTollGeographic';
  return geographic && values['city'] === undefined ? [{ field: 'city', fault: { is: 'required' } }] : [];
}

const particulars = {
  customCallingName: [
    { ...country, having: 'callingName' },
    { id: 'callingName', kind: 'text', max: 15, only: 'printableAscii', required: true },
    numbers,
  ],
  interTenantPort: [
    country,
    { id: 'sourceDomain', kind: 'domain', required: true },
    { id: 'sourceTenantId', kind: 'tenantId', required: false, help: `${guide}../entra/fundamentals/how-to-find-tenant` },
    { id: 'destinationDomain', kind: 'domain', required: true },
    { id: 'destinationTenantId', kind: 'tenantId', required: false },
    { id: 'requestedAt', kind: 'localDateTime', required: true },
    numbers,
  ],
  inventoryTypeChange: [
    country,
    { id: 'convertTo', kind: 'choice', options: ['userNumbers', 'serviceNumbers'], required: true },
    { id: 'preferredAt', kind: 'localDateTime', required: false },
    { id: 'unassigned', kind: 'consent', required: true },
    numbers,
  ],
  numberAcquisition: [
    country,
    {
      id: 'numberType',
      kind: 'choice',
      options: ['userGeographic', 'userNonGeographic', 'serviceTollGeographic', 'serviceTollNonGeographic', 'tollFree'],
      required: true,
      help: `${guide}different-kinds-of-phone-numbers-used-for-calling-plans`,
    },
    { id: 'selfServiceTried', kind: 'choice', options: ['yes', 'no'], required: true },
    { id: 'quantity', kind: 'count', min: 1, max: 100_000, required: true },
    { id: 'state', kind: 'text', max: 100, required: false },
    { id: 'city', kind: 'text', max: 100, required: false },
    { id: 'officeAddress', kind: 'multiline', max: 500, required: true, where: 'officeAddress' },
    { id: 'directoryListing', kind: 'choice', options: ['listed', 'unlisted'], required: true, where: 'directoryListing' },
  ],
  portIn: [
    country,
    { id: 'orderName', kind: 'text', max: 100, required: true },
    { id: 'requestedAt', kind: 'localDateTime', required: true },
    numbers,
    {
      id: 'letterOfAuthorisation',
      kind: 'documents',
      max: 1,
      required: true,
      help: `${guide}phone-number-calling-plans/transfer-phone-numbers-common`,
    },
  ],
  emergencyAddressUpdate: [
    { ...country, having: 'emergencyAddressUpdate' },
    { id: 'locationId', kind: 'text', max: 100, required: true },
    numbers,
  ],
} as const satisfies Record<string, readonly Field[]>;

type Request = keyof typeof particulars;
const checks: Partial<Record<Request, NonNullable<CaseType['check']>>> = {
  interTenantPort: portBetweenTenants,
  numberAcquisition: placeOfGeographicNumbers,
};

/** PN-13: of a port order. */
const portStages = [
  { id: 'processing' },
  { id: 'contactingCarrier' },
  { id: 'transferApproved' },
  { id: 'transferPending', locks: true },
  { id: 'error', aside: true, corrects: true },
  { id: 'completed', proposes: 'resolve' },
  { id: 'cancelled', aside: true, proposes: 'cancel' },
] as const satisfies readonly Stage[];
export type PortStage = (typeof portStages)[number]['id'];
const stages: Partial<Record<Request, readonly Stage[]>> = { portIn: portStages };

const request = (id: Request): CaseType => ({
  id,
  category: 'newRequest',
  fields: [...subject, ...particulars[id], ...enclosures],
  ...(checks[id] && { check: checks[id] }),
  ...(stages[id] && { stages: stages[id] }),
});

/** PN-6: the same subject as a question: nobody needs a letter of authorisation to ask about porting. */
const enquiry = <Id extends string>(id: Id) => ({
  id,
  category: 'generalEnquiry' as const,
  fields: [...subject, country, { ...numbers, required: false }, ...enclosures],
});

const enquiries = [
  'callingNameEnquiry',
  'interTenantPortEnquiry',
  'inventoryEnquiry',
  'acquisitionEnquiry',
  'portInEnquiry',
  'emergencyAddressEnquiry',
  'otherQuestion',
] as const;

export type PhoneCaseTypeId = Request | (typeof enquiries)[number];
export type PhoneFieldId = (typeof particulars)[Request][number]['id'] | CommonFieldId;
type OptionsOf<F> = F extends { readonly options: readonly (infer O)[] } ? O : never;
export type PhoneOption = OptionsOf<(typeof particulars)[Request][number]>;

/** PN-16. */
const elsewhere = [
  { id: 'licensing', url: 'https://admin.microsoft.com/adminportal/home#/subscriptions' },
  { id: 'billing', url: 'https://admin.microsoft.com/adminportal/home#/billoverview' },
] as const;
export type PhoneElsewhere = (typeof elsewhere)[number]['id'];

/** The phone-number desk: PN-1 to PN-16. */
export const phoneNumbers: Desk = {
  id: 'phoneNumbers',
  caseTypes: [...(Object.keys(particulars) as Request[]).map(request), ...enquiries.map(enquiry)],
  elsewhere,
  reasons: phoneNumberReasons,
  merged: asDuplicate,
  attributes: { severity: null, breakFix: null, aroundTheClock: false, stage: null },
  severities: false,
};
