import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { Desk } from './desk.ts';
import { asDuplicate, professionalSupportReasons } from './reasons.ts';

export type SupportCaseTypeId = 'supportIncident';
export type SupportFieldId = CommonFieldId;

/** The desk for professional support: PS-1 to PS-9. */
export const professionalSupport: Desk = {
  id: 'professionalSupport',
  caseTypes: [{ id: 'supportIncident', category: 'incident', takes: 'incident', fields: [...subject, ...enclosures] }],
  elsewhere: [],
  reasons: professionalSupportReasons,
  merged: asDuplicate,
  attributes: { severity: 'C', breakFix: true, aroundTheClock: false, stage: null },
  severities: true,
};
