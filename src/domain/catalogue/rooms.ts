import type { Issue } from '../faults.ts';
import { type CommonFieldId, enclosures, subject } from './common-fields.ts';
import type { CaseType, Desk } from './desk.ts';
import { type Field, type FormValues, limits } from './field.ts';
import { asDuplicate, roomsReasons } from './reasons.ts';

/** RM-1: the case type that names rooms which are out of order. */
export const roomIncident = 'roomIncident';

const rooms = { id: 'rooms', kind: 'rooms', max: limits.roomsOfCase } as const;
const particulars = [
  { ...rooms, required: true },
  { id: 'highImpact', kind: 'consent', required: false },
  { id: 'impactReason', kind: 'multiline', max: 1_000, required: false },
] as const satisfies readonly Field[];

/** RM-4: a high impact has its reason, and a reason its flag. */
function impactHasItsReason({ highImpact, impactReason }: FormValues): readonly Issue[] {
  if (highImpact && impactReason === undefined) return [{ field: 'impactReason', fault: { is: 'required' } }];
  if (!highImpact && impactReason !== undefined) return [{ field: 'highImpact', fault: { is: 'flagMissing' } }];
  return [];
}

/** RM-1: always critical. */
const incident: CaseType = {
  id: roomIncident,
  category: 'incident',
  fields: [...subject, ...particulars, ...enclosures],
  attributes: () => ({ severity: 'A', breakFix: true }),
  check: impactHasItsReason,
};

const question: CaseType = {
  id: 'roomsQuestion',
  category: 'generalEnquiry',
  fields: [...subject, { ...rooms, required: false }, ...enclosures],
};

export type RoomsCaseTypeId = typeof roomIncident | 'roomsQuestion';
export type RoomsFieldId = CommonFieldId | (typeof particulars)[number]['id'];

/** The rooms desk: RM-1 to RM-6. */
export const roomsDesk: Desk = {
  id: 'rooms',
  caseTypes: [incident, question],
  elsewhere: [],
  reasons: roomsReasons,
  merged: asDuplicate,
  attributes: { severity: null, breakFix: null, aroundTheClock: false, stage: null },
  severities: true,
};
