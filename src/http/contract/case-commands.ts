import type * as z from 'zod';
import { asked } from '../../app/cases/asked.ts';
import type { CommandName } from '../../domain/case/commands.ts';
import type { Operation } from '../operation.ts';
import { caseView } from '../schemas/case.ts';
import * as given from '../schemas/parameters.ts';
import type { ProblemCode } from '../schemas/problem.ts';
import { writing } from './writing.ts';

const changing = [...writing, 'notFound', 'notAllowed', 'illegalStep', 'alreadyUsed'] as const satisfies readonly ProblemCode[];

/** A row for each command of a case. Comments and notes are never stale; everything else is made on a version. */
const onCase = <C extends CommandName, B extends z.ZodType>(command: C, path: string, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/cases/{id}/${path}`,
    summary,
    action: command,
    params: given.byId,
    headers: given.onVersion,
    body,
    answers: { 200: caseView },
    problems: [...changing, 'preconditionRequired', 'changed'],
  }) as const satisfies Operation;
const whenever = <C extends CommandName, B extends z.ZodType>(command: C, body: B, summary: string) =>
  ({ ...onCase(command, command, body, summary), headers: given.maybeKeyed, problems: changing }) as const satisfies Operation;

export const caseCommands = {
  comment: whenever('comment', asked.comment, 'Adds a comment; on a waiting case the requester’s puts it in progress'),
  note: whenever('note', asked.note, 'Adds an internal note, which never leaves the operator'),
  ask: onCase('ask', 'ask', asked.ask, 'Asks the requester; the case waits'),
  logCall: {
    ...onCase('logCall', 'log-call', asked.logCall, 'Notes for everybody on the case what was said when the desk called'),
    headers: given.maybeKeyed,
    problems: changing,
  },
  take: onCase('take', 'take', asked.take, 'Takes the case'),
  assign: onCase('assign', 'assign', asked.assign, 'Assigns the case to an engineer'),
  unassign: onCase('unassign', 'unassign', asked.unassign, 'Gives the case back to the queue'),
  resolve: onCase('resolve', 'resolve', asked.resolve, 'Closes the case as solved'),
  cancel: onCase('cancel', 'cancel', asked.cancel, 'Withdraws the case, with a reason from its list'),
  closeUnresolved: onCase('closeUnresolved', 'close-unresolved', asked.closeUnresolved, 'Closes the case without a solution'),
  reopen: onCase('reopen', 'reopen', asked.reopen, 'Reopens a closed case'),
  merge: onCase('merge', 'merge', asked.merge, 'Closes the case as a duplicate of another one of the same organisation, which goes on'),
  linkOutage: onCase('linkOutage', 'link-outage', asked.linkOutage, 'Links the case to an outage, in the place of another one'),
  unlinkOutage: onCase('unlinkOutage', 'unlink-outage', asked.unlinkOutage, 'Links the case to no outage any more'),
  markImproper: onCase(
    'markImproper',
    'mark-improper',
    asked.markImproper,
    'Marks that the partner should not have escalated the case, with the reason, which it reads',
  ),
  unmarkImproper: onCase('unmarkImproper', 'unmark-improper', asked.unmarkImproper, 'Withdraws that mark'),
  follow: whenever('follow', asked.follow, 'Follows the case: its news come as for one’s own'),
  unfollow: whenever('unfollow', asked.unfollow, 'Follows the case no longer'),
  edit: onCase('edit', 'edit', asked.edit, 'Changes title, description, contacts or followers; what is left out stays'),
  defineProblem: onCase('defineProblem', 'define-problem', asked.defineProblem, 'Proposes how to define the problem of a support incident'),
  proposeSolution: onCase('proposeSolution', 'propose-solution', asked.proposeSolution, 'Proposes a solution of a support incident'),
  proposeSplit: onCase('proposeSplit', 'propose-split', asked.proposeSplit, 'Proposes to split a support incident; the other side agrees'),
  answerDefinition: onCase(
    'answerDefinition',
    'answer-definition',
    asked.answerDefinition,
    'Agrees to the definition of the problem, or says why not',
  ),
  answerSolution: onCase('answerSolution', 'answer-solution', asked.answerSolution, 'Accepts the proposed solution, or says why not'),
  answerSplit: {
    ...onCase('answerSplit', 'answer-split', asked.answerSplit, 'Agrees to a proposed split, which makes its parts, or says why not'),
    problems: [...changing, 'preconditionRequired', 'changed', 'noIncident'],
  },
  askToClose: onCase('askToClose', 'ask-to-close', asked.askToClose, 'Asks to close a support incident early; an engineer confirms'),
  changeWork: onCase('changeWork', 'change-work', asked.changeWork, 'Changes when a support incident is worked on, and who can be reached'),
  escalate: onCase('escalate', 'escalate', asked.escalate, 'Asks for escalation, with the reason; once until the desk answers'),
  transfer: whenever('transfer', asked.transfer, 'Gives the case to another member of the organisation'),
  takeOver: onCase(
    'takeOver',
    'take-over',
    asked.takeOver,
    'Takes over what a partner opened for one’s organisation; the partner no longer sees it',
  ),
  move: {
    ...onCase(
      'move',
      'move',
      asked.move,
      'Moves the case to another subject or desk, with the reason; 204 where one no longer sees it there',
    ),
    answers: { 200: caseView, 204: null },
  },
  setStage: onCase('setStage', 'stage', asked.setStage, 'Says how far the work has come, for types that have stages; engineers'),
  correct: {
    ...onCase(
      'correct',
      'correct',
      asked.correct,
      'Corrects the details at a stage that asks for it: the whole form, held to all of its checks',
    ),
    problems: [...changing, 'preconditionRequired', 'changed', 'limitReached'],
  },
  changeSeverity: onCase(
    'changeSeverity',
    'change-severity',
    asked.changeSeverity,
    'Changes the severity, with the reason; the target counts anew from the start',
  ),
} as const satisfies Readonly<Record<CommandName, Operation>>;
