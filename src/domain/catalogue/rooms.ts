import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { Desk } from './desk.ts';
import { roomsReasons } from './reasons.ts';

export type RoomsCaseTypeId = 'roomsQuestion';
export type RoomsFieldId = CommonFieldId;

/** The rooms desk: RM-1 to RM-6. */
export const rooms: Desk = {
  id: 'rooms',
  caseTypes: [{ id: 'roomsQuestion', category: 'generalEnquiry', fields: [...subject, ...enclosures] }],
  elsewhere: [],
  reasons: roomsReasons,
  attributes: { severity: null, breakFix: null, aroundTheClock: false, stage: null },
  severities: true,
};
