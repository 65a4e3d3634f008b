import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { Desk } from './desk.ts';
import { cloudServicesReasons } from './reasons.ts';

export type CloudCaseTypeId = 'cloudBilling';
export type CloudFieldId = CommonFieldId;

/** The desk for cloud services: CS-1 to CS-12. */
export const cloudServices: Desk = {
  id: 'cloudServices',
  caseTypes: [{ id: 'cloudBilling', category: 'billing', fields: [...subject, ...enclosures] }],
  elsewhere: [],
  reasons: cloudServicesReasons,
  attributes: { severity: null, breakFix: false, aroundTheClock: false, stage: null },
  severities: true,
};
