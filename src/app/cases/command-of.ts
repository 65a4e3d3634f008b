import type { CaseCommand } from '../../domain/case/commands.ts';
import type { FileRef, PersonRef } from '../../domain/case/events.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { never, ok, type Result, refuse } from '../../domain/result.ts';
import type { CaseRequest } from './asked.ts';

/** What the names in a request stand for. */
export interface Named {
  /** Whom a case is to be assigned to; `null` for somebody who does not work for its desk. */
  readonly assignee: PersonRef | null;
  readonly files: readonly FileRef[];
}

/** The command that a request asks for, with everything it names found. */
export function commandOf(request: CaseRequest, named: Named): Result<CaseCommand, Refusal> {
  switch (request.do) {
    case 'comment':
    case 'note':
    case 'ask':
      return ok({ do: request.do, text: request.text ?? '', files: named.files.slice(0, limits.files).map(refOf) });
    case 'take':
    case 'unassign':
    case 'follow':
    case 'unfollow':
      return ok({ do: request.do });
    case 'assign':
      return named.assignee
        ? ok({ do: 'assign', to: named.assignee })
        : refuse({ code: 'notAllowed', action: 'assign', why: 'notAnEngineerOfThisDesk' });
    case 'resolve':
    case 'cancel':
    case 'closeUnresolved':
      return ok({ do: request.do, text: request.text ?? '', reason: request.reason ?? null });
    case 'reopen':
      return ok({ do: 'reopen', text: request.text ?? '' });
    default:
      return never(request);
  }
}

const refOf = ({ id, name, contentType, size, sha256 }: FileRef): FileRef => ({ id, name, contentType, size, sha256 });
