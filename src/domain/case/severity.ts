import { asksForPhone, contactPhone, phoneFault } from '../catalogue/contact-phone.ts';
import { desks, findCaseType } from '../catalogue/desks.ts';
import { roomIncident } from '../catalogue/rooms.ts';
import type { Refusal } from '../errors.ts';
import type { Fault } from '../faults.ts';
import type { Programme } from '../sla/programmes.ts';
import type { Case } from './case.ts';
import type { CaseCommand } from './commands.ts';
import type { Happening } from './events.ts';
import { dueAnew } from './move.ts';

type Changing = Extract<CaseCommand, { do: 'changeSeverity' }>;

/** AG-2: why the case can't have this severity, or not with what comes along. */
export function whyNotSeverity(case_: Case, command: Changing): Refusal | undefined {
  if (!desks[case_.desk].severities) return { code: 'notAllowed', action: 'changeSeverity', why: 'noSeverityHere' };
  // RM-1.
  if (case_.caseType === roomIncident) return { code: 'notAllowed', action: 'changeSeverity', why: 'alwaysCritical' };
  if (case_.severity === command.severity) return { code: 'invalid', issues: [{ field: 'severity', fault: { is: 'asItIs' } }] };
  const fault = unreachable(case_, command);
  return fault && { code: 'invalid', issues: [{ field: contactPhone.id, fault }] };
}

/** CS-4: nothing where the form names no contact to call. */
function unreachable({ caseType, particulars }: Case, { severity, contactPhone: phone }: Changing): Fault | undefined {
  if (!asksForPhone(findCaseType(caseType)?.caseType.fields ?? [])) return undefined;
  const fault = phoneFault(severity, phone ?? particulars[contactPhone.id]);
  return fault?.is === 'phoneForSeverityA' ? { is: 'phoneToRaise' } : fault;
}

/** @param programme what the desk promises */
export function severityChanged(case_: Case, { severity, text, contactPhone: phone }: Changing, programme: Programme): Happening {
  const held = case_.particulars[contactPhone.id];
  return {
    type: 'severityChanged',
    from: case_.severity,
    to: severity,
    text: text.trim(),
    firstResponseDueAt: dueAnew(case_, { ...case_, severity }, programme),
    ...(phone !== undefined && phone !== held && { contactPhone: { from: held === undefined ? null : String(held), to: phone } }),
  };
}
