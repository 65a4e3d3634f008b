import { opening } from '../access/policy.ts';
import type { StartingAttributes } from '../catalogue/desk.ts';
import { desks, findCaseType } from '../catalogue/desks.ts';
import type { FormValues } from '../catalogue/field.ts';
import { firstResponseDue, type Programme } from '../sla/programmes.ts';
import type { Case } from './case.ts';
import type { Happening } from './events.ts';
import { type Place, refile } from './refile.ts';

type Moved = Extract<Happening, { type: 'moved' }>;

/** CS-2: whether the partner that acts on it would lose it without a word, as its right does not count there. */
export const leavesItsPartner = ({ onBehalfOf, desk }: Case, to: Place): boolean =>
  onBehalfOf !== null && opening[to.desk].onBehalfOf !== opening[desk].onBehalfOf;

/** AG-2: the case as another desk or type has it. Another desk's engineers take it from their queue. */
export function filedAt(case_: Case, to: Place): Case {
  const typed = refile(case_, to);
  const assignedTo = to.desk === case_.desk ? case_.assignedTo : null;
  return { ...case_, ...to, ...typed, ...attributesAt(case_, to, typed.particulars), assignedTo };
}

/**
 * What the new form says of it counts, then what it was assessed as, then what the new desk's cases start with; at the same desk, what an
 * engineer may have changed since counts first.
 */
function attributesAt(case_: Case, to: Place, particulars: FormValues): StartingAttributes {
  const { attributes, severities } = desks[to.desk];
  const said = findCaseType(to.caseType)?.caseType.attributes?.(particulars) ?? {};
  const stays = to.desk === case_.desk && said.severity !== null ? case_.severity : null;
  return {
    severity: severities ? (stays ?? (said.severity !== undefined ? said.severity : (case_.severity ?? attributes.severity))) : null,
    breakFix: said.breakFix ?? attributes.breakFix,
    aroundTheClock: said.aroundTheClock ?? attributes.aroundTheClock,
    stage: said.stage ?? attributes.stage,
  };
}

/** SLA-1: nothing pauses a target, so another one counts from the case's start too; what was answered keeps the one it was answered under. */
export const dueAnew = (before: Case, after: Case, programme: Programme): string | null =>
  before.firstResponseAt === null ? firstResponseDue(after, before.targetFrom, programme) : before.firstResponseDueAt;

/** @param programme what the new desk promises */
export const moved = (case_: Case, to: Place, text: string, programme: Programme): Moved => ({
  type: 'moved',
  from: { desk: case_.desk, caseType: case_.caseType },
  to,
  text,
  firstResponseDueAt: dueAnew(case_, filedAt(case_, to), programme),
});
