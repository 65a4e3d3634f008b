import type { Case } from '../../domain/case/case.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import type { FileRef } from '../../domain/case/events.ts';
import { asksForPhone, contactPhone } from '../../domain/catalogue/contact-phone.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Fault } from '../../domain/faults.ts';
import { never, ok, type Result, refuse } from '../../domain/result.ts';
import { checkEdit } from '../../forms/edit.ts';
import { parseField } from '../../forms/schema.ts';
import type { CaseRequest } from './asked.ts';
import type { Named } from './named.ts';

/** What the names in a request stand for, with what was locked for it. */
interface Found extends Named {
  readonly files: readonly FileRef[];
  /** CS-11. */
  readonly offered: readonly DeskId[];
}

/** The command that a request asks for, with everything it names found. */
export function commandOf(request: CaseRequest, case_: Case, named: Found): Result<CaseCommand, Refusal> {
  switch (request.do) {
    case 'comment':
    case 'ask':
      return ok({ do: request.do, ...written(request, named) });
    case 'note':
      if (named.strangers.length > 0) return invalid('mentions', { is: 'notOfTheDesk', names: named.strangers });
      return ok({ do: 'note', ...written(request, named), mentions: named.mentioned });
    case 'take':
    case 'unassign':
    case 'follow':
    case 'unfollow':
    case 'unmarkImproper':
    case 'takeOver':
      return ok({ do: request.do });
    case 'assign':
      return named.assignee
        ? ok({ do: 'assign', to: named.assignee })
        : refuse({ code: 'notAllowed', action: 'assign', why: 'notAnEngineerOfThisDesk' });
    case 'resolve':
    case 'cancel':
    case 'closeUnresolved':
      return ok({ do: request.do, text: request.text ?? '', reason: request.reason ?? null, charge: request.charge ?? null });
    case 'reopen':
      return ok({ do: 'reopen', text: request.text ?? '' });
    case 'edit':
      if (named.followers && named.followers.strangers.length > 0)
        return invalid('followers', { is: 'cannotFollow', names: named.followers.strangers });
      return editOf(request, case_);
    case 'logCall':
    case 'escalate':
    case 'markImproper':
      return ok({ do: request.do, text: request.text });
    case 'transfer':
      return transferOf(request, named);
    case 'move':
      return moveOf(request, named.offered);
    case 'setStage':
      return ok({ do: 'setStage', stage: request.stage, text: request.text ?? '' });
    case 'correct':
      return named.corrected.ok
        ? ok({ do: 'correct', values: named.corrected.value.values, files: named.files.map(refOf) })
        : named.corrected;
    case 'defineProblem':
    case 'proposeSolution':
    case 'askToClose':
      return ok({ do: request.do, text: request.text });
    case 'proposeSplit':
      return ok({ do: request.do, parts: request.parts, text: request.text ?? '' });
    case 'answerDefinition':
    case 'answerSolution':
    case 'answerSplit':
      return ok({ do: request.do, agreed: request.agreed, text: request.text ?? '' });
    case 'changeWork':
      return ok({ do: request.do, aroundTheClock: request.aroundTheClock, reachable: request.reachable ?? '' });
    case 'changeSeverity':
      return severityOf(request, case_);
    case 'merge':
      return named.into ? ok({ do: 'merge', text: request.text ?? '', into: named.into }) : invalid('into', { is: 'noSuchCase' });
    case 'linkOutage':
      if (named.outage?.desk !== case_.desk) return invalid('outage', { is: 'noSuchOutage' });
      return named.outage.state === 'open' ? ok({ do: 'linkOutage', outage: named.outage }) : invalid('outage', { is: 'outageOver' });
    case 'unlinkOutage':
      return named.outage ? ok({ do: 'unlinkOutage', outage: named.outage }) : invalid('outage', { is: 'noSuchOutage' });
    default:
      return never(request);
  }
}

const written = ({ text = '' }: { readonly text?: string }, { files }: Found) => ({ text, files: files.slice(0, limits.files).map(refOf) });

const invalid = (field: string, fault: Fault) => refuse({ code: 'invalid', issues: [{ field, fault }] } as const);

const refOf = ({ id, name, contentType, size, sha256 }: FileRef): FileRef => ({ id, name, contentType, size, sha256 });

type Of<C extends CaseRequest['do']> = Extract<CaseRequest, { do: C }>;

function editOf({ title, description, contacts }: Of<'edit'>, { caseType }: Case): Result<CaseCommand, Refusal> {
  const form = findCaseType(caseType)?.caseType;
  if (!form) return refuse({ code: 'notFound' });
  const given = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(contacts !== undefined && { contacts }),
  };
  const checked = checkEdit(form, given);
  return checked.ok ? ok({ do: 'edit', ...checked.value }) : refuse({ code: 'invalid', issues: checked.error });
}

/** CS-4: the number is held to what the form of the case's type asks of it. */
function severityOf({ severity, text, contactPhone: typed }: Of<'changeSeverity'>, { caseType }: Case): Result<CaseCommand, Refusal> {
  if (typed === undefined || typed.trim() === '') return ok({ do: 'changeSeverity', severity, text });
  if (!asksForPhone(findCaseType(caseType)?.caseType.fields ?? [])) return invalid(contactPhone.id, { is: 'unknownField' });
  const parsed = parseField(contactPhone, typed);
  if ('fault' in parsed) return refuse({ code: 'invalid', issues: [parsed] });
  return ok({ do: 'changeSeverity', severity, text, contactPhone: String(parsed.value) });
}

const transferOf = ({ from }: Of<'transfer'>, { next }: Named): Result<CaseCommand, Refusal> =>
  next.ok ? ok({ do: 'transfer', from: from ?? null, to: { id: next.value.id, name: next.value.name } }) : next;

/** A type is of one desk, so it names that too. */
function moveOf({ caseType, text }: Of<'move'>, offered: readonly DeskId[]): Result<CaseCommand, Refusal> {
  const found = findCaseType(caseType);
  return found && offered.includes(found.desk.id)
    ? ok({ do: 'move', to: { desk: found.desk.id, caseType }, text })
    : refuse({ code: 'invalid', issues: [{ field: 'caseType', fault: { is: 'notAnOption' } }] });
}
