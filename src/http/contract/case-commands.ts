import type * as z from 'zod';
import type { CommandName } from '../../domain/case/commands.ts';
import type { Operation } from '../operation.ts';
import { caseView } from '../schemas/case.ts';
import * as change from '../schemas/change.ts';
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
const whenever = <C extends CommandName>(command: C, summary: string) =>
  ({ ...onCase(command, command, change.written, summary), headers: given.maybeKeyed, problems: changing }) as const satisfies Operation;

export const caseCommands = {
  comment: whenever('comment', 'Adds a comment; on a waiting case the requester’s puts it in progress'),
  note: whenever('note', 'Adds an internal note, which never leaves the operator'),
  ask: onCase('ask', 'ask', change.written, 'Asks the requester; the case waits'),
  take: onCase('take', 'take', change.nothing, 'Takes the case'),
  assign: onCase('assign', 'assign', change.assigning, 'Assigns the case to an engineer'),
  unassign: onCase('unassign', 'unassign', change.nothing, 'Gives the case back to the queue'),
  resolve: onCase('resolve', 'resolve', change.closing, 'Closes the case as solved'),
  cancel: onCase('cancel', 'cancel', change.closing, 'Withdraws the case, with a reason from its list'),
  closeUnresolved: onCase('closeUnresolved', 'close-unresolved', change.closing, 'Closes the case without a solution'),
  reopen: onCase('reopen', 'reopen', change.reopening, 'Reopens a closed case'),
  follow: { ...whenever('follow', 'Follows the case: its news come as for one’s own'), body: change.nothing },
  unfollow: { ...whenever('unfollow', 'Follows the case no longer'), body: change.nothing },
} as const satisfies Readonly<Record<CommandName, Operation>>;
