import type { Issue } from '../faults.ts';
import { type Severity, severities } from './attributes.ts';
import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { CaseType, Desk } from './desk.ts';
import { type FormValues, limits } from './field.ts';
import { asDuplicate, professionalSupportReasons } from './reasons.ts';

/** PS-5, PS-9: what is not covered, and where it belongs. */
const elsewhere = [
  { id: 'featureProposal', url: 'https://feedbackportal.microsoft.com/' },
  { id: 'onSiteSupport', url: 'https://partner.microsoft.com/partnership/find-a-partner' },
  { id: 'productOutOfLifecycle', url: 'https://learn.microsoft.com/lifecycle/products/' },
  { id: 'customCode', url: 'https://learn.microsoft.com/answers/' },
  { id: 'officeAddIns', url: 'https://developer.microsoft.com/office/support' },
  { id: 'securityIncident', url: 'https://msrc.microsoft.com/report/' },
  { id: 'cardBilling', url: 'https://account.microsoft.com/billing/orders' },
  { id: 'taxExemption', url: 'https://admin.microsoft.com/adminportal/home#/billoverview' },
] as const;
export type SupportElsewhere = (typeof elsewhere)[number]['id'];

const concerns = ['supportedProblem', ...elsewhere.map(({ id }) => id)] as const satisfies readonly (
  | 'supportedProblem'
  | SupportElsewhere
)[];
const works = ['businessHours', 'aroundTheClock'] as const;

const eligibility = [
  { id: 'product', kind: 'product', required: true, help: 'https://learn.microsoft.com/lifecycle/products/' },
  { id: 'concern', kind: 'choice', options: concerns, required: true },
] as const;
const problem = [
  { id: 'severity', kind: 'choice', options: severities, required: true },
  { id: 'tried', kind: 'multiline', max: limits.description, required: true },
  { id: 'work', kind: 'choice', options: works, required: true },
  { id: 'noGuarantee', kind: 'consent', required: true },
  { id: 'reachable', kind: 'multiline', max: limits.reachable, required: false },
] as const;

export type SupportCaseTypeId = 'supportIncident';
export type SupportFieldId = CommonFieldId | (typeof eligibility)[number]['id'] | (typeof problem)[number]['id'];
export type SupportOption = (typeof concerns)[number] | (typeof works)[number] | Severity;

/** Name and telephone number, one a line: `Ada Lund, +33 4 72 00 00 00`. */
const reachableLine = /^(?=.*\p{L}{2})(?=(?:\D*\d){6})/u;

/** PS-3: whoever wants work around the clock can be reached at any hour. */
export function reachableIssues(work: unknown, reachable: unknown): readonly Issue[] {
  if (work !== 'aroundTheClock') return [];
  const lines = (typeof reachable === 'string' ? reachable : '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [{ field: 'reachable', fault: { is: 'required' } }];
  return lines.every((line) => reachableLine.test(line)) ? [] : [{ field: 'reachable', fault: { is: 'notReachable' } }];
}

function check(values: FormValues): readonly Issue[] {
  const directed = elsewhere.find(({ id }) => id === values['concern']);
  if (directed) return [{ field: 'concern', fault: { is: 'directedElsewhere', subject: directed.id, url: directed.url } }];
  return reachableIssues(values['work'], values['reachable']);
}

/** PS-4: whether it is covered at all is asked before anything else. */
const supportIncident: CaseType = {
  id: 'supportIncident' satisfies SupportCaseTypeId,
  category: 'incident',
  takes: 'incident',
  fields: [...eligibility, ...subject, ...problem, ...enclosures],
  attributes: ({ severity, work }) => ({ severity: severity as Severity, aroundTheClock: work === 'aroundTheClock' }),
  check,
};

/** The desk for professional support: PS-1 to PS-9. */
export const professionalSupport: Desk = {
  id: 'professionalSupport',
  caseTypes: [supportIncident],
  elsewhere,
  reasons: professionalSupportReasons,
  merged: asDuplicate,
  attributes: { severity: 'C', breakFix: true, aroundTheClock: false, stage: null },
  severities: true,
};
