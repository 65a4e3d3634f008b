import { isEngineerOf, reopenable, sideOf } from '../access/authorize.ts';
import { actorOf, type Principal } from '../access/principal.ts';
import type { DeskId } from '../catalogue/desk.ts';
import { findCaseType } from '../catalogue/desks.ts';
import { limits } from '../catalogue/field.ts';
import { lockedByStage, stagesOf } from '../catalogue/stages.ts';
import type { Refusal } from '../errors.ts';
import type { Fault } from '../faults.ts';
import { never, ok, type Result, refuse } from '../result.ts';
import { firstResponseDue, type Programme } from '../sla/programmes.ts';
import type { Case } from './case.ts';
import { closingReason } from './closing-reason.ts';
import type { CaseCommand } from './commands.ts';
import { correction, correctionsOf, editableIn, isToCorrect } from './correct.ts';
import { changesOf, type Editable } from './edit.ts';
import type { CaseEvent, FileRef, Happening } from './events.ts';
import { markImproper, unmarkImproper } from './improper.ts';
import { type Closing, isOpen, lifecycle, type Step } from './lifecycle.ts';
import { mergeable, mergedAs } from './merge.ts';
import { leavesItsPartner, moved as movedTo } from './move.ts';
import { partsOpen } from './parts.ts';
import type { Place } from './refile.ts';
import { severityChanged, whyNotSeverity } from './severity.ts';
import { inSupport, type SupportCommand, supportClosing, supportLeaving, supportMerging } from './support.ts';
import type { Charge } from './support-state.ts';
import { textFault } from './written.ts';

/** What a decision may depend on besides the case and the command. */
export interface Circumstances {
  readonly by: Principal;
  /** Instant, ISO 8601 in UTC, from the database's clock. */
  readonly now: string;
  readonly reopenWithinDays: number;
  /** What each desk promises. */
  readonly programmes: Readonly<Record<DeskId, Programme>>;
}

type Decision = Result<readonly CaseEvent[], Refusal>;

/**
 * What a command does to a case: the events, or why not. Pure: time and person are data. Whether the person may is
 * settled before (`authorize`), and so is the version it was made on.
 */
export function decide(command: CaseCommand, case_: Case, circumstances: Circumstances): Decision {
  const happenings = happen(command, case_, circumstances);
  if (!happenings.ok) return happenings;
  const { by, now } = circumstances;
  return ok(happenings.value.map((h, i) => ({ ...h, seq: case_.version + 1 + i, at: now, actor: actorOf(by) })));
}

function happen(command: CaseCommand, case_: Case, at: Circumstances): Result<readonly Happening[], Refusal> {
  switch (command.do) {
    case 'comment':
      return withText(command, (said) => ok([said, ...stepsAfterComment(case_, at.by)]));
    case 'note':
      return note(command);
    case 'ask':
      return withText(command, (said) => step(case_, 'ask', null, [said]));
    case 'logCall':
      return ifOpen(case_, () => withReason(command.text, (text) => ok([{ type: 'called', text }, ...starting(case_)])));
    case 'take':
      return take(case_, at.by);
    case 'assign':
      if (!isOpen(case_.status)) return refuse({ code: 'illegalStep', step: 'start', status: case_.status });
      if (case_.assignedTo?.id === command.to.id) return ok([]);
      return ok([{ type: 'assigned', from: case_.assignedTo, to: command.to }, ...starting(case_)]);
    case 'unassign':
      return ok(case_.assignedTo ? [{ type: 'assigned', from: case_.assignedTo, to: null }] : []);
    case 'cancel':
      return unlessLocked(case_, 'cancel', () => close(case_, 'cancel', command));
    case 'resolve':
    case 'closeUnresolved':
      return close(case_, command.do, command);
    case 'reopen':
      if (lifecycle[case_.status].reopen && !reopenable(case_, at.now, at.reopenWithinDays)) {
        return refuse({ code: 'notAllowed', action: 'reopen', why: 'tooLateToReopen' });
      }
      return withOptionalText(command.text, (said) => reopen(case_, said, at));
    case 'merge':
      return unlessLocked(case_, 'merge', () => merge(case_, command.into, command.text));
    case 'linkOutage':
      if (!isOpen(case_.status)) return refuse({ code: 'illegalStep', step: 'start', status: case_.status });
      if (case_.outageId === command.outage.id) return ok([]);
      return ok([{ type: 'outageLinked', outageId: command.outage.id, title: command.outage.title }]);
    case 'unlinkOutage':
      if (case_.outageId !== command.outage.id) return ok([]);
      return ok([{ type: 'outageUnlinked', outageId: command.outage.id, title: command.outage.title }]);
    case 'markImproper':
      return markImproper(case_, command.text);
    case 'unmarkImproper':
      return unmarkImproper(case_);
    case 'defineProblem':
    case 'proposeSolution':
    case 'proposeSplit':
    case 'answerDefinition':
    case 'answerSolution':
    case 'answerSplit':
    case 'askToClose':
    case 'changeWork':
      return support(command, case_, at.by);
    case 'follow':
    case 'unfollow':
      return ok([]);
    case 'edit':
      return ifOpen(case_, () => unlessLocked(case_, 'edit', () => edit(case_, command)));
    case 'escalate':
      return ifOpen(case_, () =>
        case_.escalatedAt === null
          ? withReason(command.text, (text) => ok([{ type: 'escalated', text }]))
          : refuse({ code: 'notAllowed', action: 'escalate', why: 'alreadyEscalated' }),
      );
    case 'transfer':
      return ifOpen(case_, () => transfer(case_, command));
    case 'takeOver':
      return takeOver(case_, at.by);
    case 'move':
      return ifOpen(case_, () => unlessLocked(case_, 'move', () => move(case_, command.to, command.text, at)));
    case 'changeSeverity':
      return ifOpen(case_, () => changeSeverity(case_, command, at));
    case 'setStage':
      return ifOpen(case_, () => setStage(case_, command.stage, command.text));
    case 'correct':
      return ifOpen(case_, () => correct(case_, command, at.by));
    default:
      return never(command);
  }
}

/** AG-3. */
function note(command: Extract<CaseCommand, { do: 'note' }>): Result<readonly Happening[], Refusal> {
  const { mentions = [] } = command;
  if (mentions.length > limits.mentions) return invalid('mentions', { is: 'tooMany', max: limits.mentions });
  return withText(command, ({ text, files }) => ok([{ type: 'noted', text, files, ...(mentions.length > 0 && { mentions }) }]));
}

const ifOpen = (case_: Case, then: () => Result<readonly Happening[], Refusal>) =>
  isOpen(case_.status) ? then() : refuse({ code: 'illegalStep', step: 'start', status: case_.status } as const);

/** PN-13: while a transfer is pending. */
const unlessLocked = (case_: Case, action: 'edit' | 'cancel' | 'merge' | 'move', then: () => Result<readonly Happening[], Refusal>) =>
  lockedByStage(case_) && isOpen(case_.status) ? refuse({ code: 'notAllowed', action, why: 'lockedByStage' } as const) : then();

/** PN-13: any stage may follow any other, for carriers keep to no order. */
function setStage(case_: Case, to: string, text: string): Result<readonly Happening[], Refusal> {
  if (!stagesOf(case_).some(({ id }) => id === to)) return invalid('stage', { is: 'notAnOption' });
  if (case_.stage === to) return invalid('stage', { is: 'asItIs' });
  const fault = textFault(text, false);
  return fault ? invalid('text', fault) : ok([...starting(case_), { type: 'staged', from: case_.stage, to, text: text.trim() }]);
}

/** PN-13: what is none of the type's own details is told as any edit is. A case that waits for its requester waits no longer. */
function correct(
  case_: Case,
  { values, files }: Extract<CaseCommand, { do: 'correct' }>,
  by: Principal,
): Result<readonly Happening[], Refusal> {
  if (!isToCorrect(case_)) return refuse({ code: 'notAllowed', action: 'correct', why: 'nothingToCorrect' });
  const details = correctionsOf(case_, values);
  const edited = edit(case_, editableIn(values));
  if (!edited.ok || (edited.value.length === 0 && Object.keys(details).length === 0))
    return refuse({ code: 'notAllowed', action: 'correct', why: 'nothingCorrected' });
  return ok([...edited.value, correction(case_, details, files), ...stepsAfterComment(case_, by)]);
}

/** G-17: the timeline tells from what to what; where nothing changed, nothing happened. */
function edit(case_: Case, wanted: Partial<Editable>): Result<readonly Happening[], Refusal> {
  const changes = changesOf(case_, wanted);
  return ok(Object.keys(changes).length > 0 ? [{ type: 'edited', changes }] : []);
}

/** G-17: told twice it is done once; a case that somebody else has by now stays theirs. */
function transfer(
  case_: Case,
  { from, to }: { readonly from: string | null; readonly to: Case['requester'] },
): Result<readonly Happening[], Refusal> {
  if (case_.requester.id === to.id || (from !== null && case_.requester.id !== from)) return ok([]);
  return ok([{ type: 'transferred', from: case_.requester, to }]);
}

/** CS-2, CS-3: open or closed, for a closed case is still read and reopened. */
function takeOver({ onBehalfOf, requester }: Case, { personId: id, name }: Principal): Result<readonly Happening[], Refusal> {
  if (onBehalfOf === null) return refuse({ code: 'notAllowed', action: 'takeOver', why: 'noPartnersCase' });
  return ok([{ type: 'transferred', from: requester, to: { id, name } }]);
}

/** AG-2. */
function move(case_: Case, to: Place, reason: string, { programmes }: Circumstances): Result<readonly Happening[], Refusal> {
  if (findCaseType(to.caseType)?.desk.id !== to.desk) return invalid('caseType', { is: 'notAnOption' });
  if (to.caseType === case_.caseType) return invalid('caseType', { is: 'asItIs' });
  if (leavesItsPartner(case_, to)) return refuse({ code: 'notAllowed', action: 'move', why: 'partnerActsHere' });
  return withReason(reason, (text) => ok([...supportLeaving(case_, to.desk), movedTo(case_, to, text, programmes[to.desk])]));
}

function changeSeverity(
  case_: Case,
  command: Extract<CaseCommand, { do: 'changeSeverity' }>,
  { programmes }: Circumstances,
): Result<readonly Happening[], Refusal> {
  const refused = whyNotSeverity(case_, command);
  return refused ? refuse(refused) : withReason(command.text, () => ok([severityChanged(case_, command, programmes[case_.desk])]));
}

function withReason(text: string, then: (reason: string) => Result<readonly Happening[], Refusal>) {
  const fault = textFault(text, true);
  return fault ? invalid('text', fault) : then(text.trim());
}

function withText(
  { text, files }: { readonly text: string; readonly files: readonly FileRef[] },
  then: (said: { type: 'commented'; text: string; files: readonly FileRef[] }) => Result<readonly Happening[], Refusal>,
) {
  const fault =
    textFault(text, files.length === 0) ?? (files.length > limits.files ? ({ is: 'tooMany', max: limits.files } as const) : undefined);
  return fault ? invalid('text', fault) : then({ type: 'commented', text: text.trim(), files });
}

function withOptionalText(text: string, then: (said: readonly Happening[]) => Result<readonly Happening[], Refusal>) {
  const fault = textFault(text, false);
  if (fault) return invalid('text', fault);
  return then(text.trim() === '' ? [] : [{ type: 'commented', text: text.trim(), files: [] }]);
}

const invalid = (field: string, fault: Fault) => refuse({ code: 'invalid', issues: [{ field, fault }] } as const);

const starting = (case_: Case): readonly Happening[] => (case_.status === 'new' ? [moved(case_, 'start', 'inProgress', null)] : []);

const moved = (case_: Case, step: Step, to: Case['status'], reason: string | null): Happening => ({
  type: 'statusChanged',
  step,
  from: case_.status,
  to,
  reason,
});

/** G-6: a requester's comment on a waiting case puts it in progress, the desk's first one on a new case too; on a closed case it is kept. */
function stepsAfterComment(case_: Case, by: Principal): readonly Happening[] {
  const ofTheDesk = isEngineerOf(by, case_.desk);
  if (ofTheDesk) return starting(case_);
  return case_.status === 'waitingOnRequester' ? [moved(case_, 'answer', 'inProgress', null)] : [];
}

/** What is said in a step of support moves the case as a comment does; what the desk proposes waits for the requester as a question does (G-4). */
function support(command: SupportCommand, case_: Case, by: Principal): Result<readonly Happening[], Refusal> {
  const side = sideOf(by, case_.desk);
  const done = inSupport(command, case_, side);
  if (!done.ok) return done;
  if (side === 'requester' || !proposals.includes(command.do)) return ok([...done.value, ...stepsAfterComment(case_, by)]);
  const waits = case_.status === 'waitingOnRequester';
  return ok([...done.value, ...(waits ? [] : [moved(case_, 'ask', 'waitingOnRequester', null)])]);
}

const proposals: readonly SupportCommand['do'][] = ['defineProblem', 'proposeSolution', 'proposeSplit'];

/** AG-1. */
function take(case_: Case, by: Principal): Result<readonly Happening[], Refusal> {
  if (!isOpen(case_.status)) return refuse({ code: 'illegalStep', step: 'start', status: case_.status });
  if (case_.assignedTo?.id === by.personId) return ok([]);
  return ok([{ type: 'assigned', from: case_.assignedTo, to: { id: by.personId, name: by.name } }, ...starting(case_)]);
}

interface Ending {
  readonly reason: string | null;
  readonly text: string;
  readonly charge?: Charge | null;
}

function close(case_: Case, closing: Closing, { reason: given, text, charge = null }: Ending): Result<readonly Happening[], Refusal> {
  const reason = closingReason(case_.desk, closing, given);
  if (!reason.ok) return reason;
  const charged = supportClosing(case_, closing, { reason: reason.value, charge });
  return charged.ok ? withOptionalText(text, (said) => step(case_, closing, reason.value, [...said, ...charged.value])) : charged;
}

/** AG-4. */
function merge(case_: Case, into: Case, text: string): Result<readonly Happening[], Refusal> {
  const may = mergeable(case_, into);
  if (!may.ok) return may;
  if (partsOpen(case_)) return refuse({ code: 'notAllowed', action: 'merge', why: 'partsOpen' });
  const { by, reason } = mergedAs(case_);
  const closed = withOptionalText(text, (said) => step(case_, by, reason, [...said, ...supportMerging(case_, into)]));
  return closed.ok ? ok([{ type: 'mergedInto', caseId: into.id, number: into.number }, ...closed.value]) : closed;
}

function step(case_: Case, name: Step, reason: string | null, said: readonly Happening[]): Result<readonly Happening[], Refusal> {
  const to = lifecycle[case_.status][name];
  if (!to) return refuse({ code: 'illegalStep', step: name, status: case_.status });
  return ok([...said, moved(case_, name, to, reason)]);
}

/** SLA-1: reopening starts a target of its own. */
function reopen(case_: Case, said: readonly Happening[], { now, programmes }: Circumstances): Result<readonly Happening[], Refusal> {
  const stepped = step(case_, 'reopen', null, said);
  if (!stepped.ok) return stepped;
  const due = firstResponseDue(case_, now, programmes[case_.desk]);
  return ok(stepped.value.map((h) => (h.type === 'statusChanged' ? { ...h, firstResponseDueAt: due } : h)));
}
