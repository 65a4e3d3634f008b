import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from '../ports.ts';
import { keepInput } from './drafts.ts';
import { execute } from './execute.ts';
import { type Opened, type OpenRequest, openCase } from './open-case.ts';

/** What to send, from what is kept: the same input, where nothing was typed meanwhile. */
export type Filling = (kept: FormInput, caseType: CaseType | undefined) => FormInput;

/** `corrected`: PN-13, whether it went to a case that was there already. */
export interface Sent extends Opened {
  readonly corrected: boolean;
}

/**
 * G-1: a draft becomes a case, once, however often and from whichever face it is sent: its id is the nonce (F-2, F-3), and other content
 * under it is refused (F-4). What was typed is kept where it can't be sent yet (G-19). PN-13: one that corrects a case changes that one.
 */
export async function sendDraft(
  deps: Deps,
  by: Principal,
  id: string,
  fill: Filling,
  noted?: OpenRequest['noted'],
): Promise<Result<Sent, Refusal>> {
  const draft = await deps.store.drafts.find(by.tenantId, by.personId, id);
  if (!draft) return refuse({ code: 'notFound' });
  const input = fill(draft.input, findCaseType(draft.caseType)?.caseType);
  const sent = await send(deps, by, draft, input, noted);
  if (sent.ok || draft.sent || input === draft.input) return sent;
  const kept = await keepInput(deps, by, id, input);
  return kept.ok || kept.error.code === 'alreadyUsed' ? sent : kept;
}

async function send(
  deps: Deps,
  by: Principal,
  { id, caseType, onBehalfOf, filedByDomain, corrects }: Draft,
  input: FormInput,
  noted: OpenRequest['noted'],
): Promise<Result<Sent, Refusal>> {
  if (!corrects) {
    const named = onBehalfOf !== null && filedByDomain !== null ? { onBehalfOf, filedByDomain } : { onBehalfOf };
    const opened = await openCase(deps, by, { caseType, input, ...named, once: { draftId: id }, noted });
    return opened.ok ? ok({ ...opened.value, corrected: false }) : opened;
  }
  const done = await execute(deps, by, { do: 'correct', input, ...corrects, key: `draft:${id}`, draftId: id });
  return done.ok ? ok({ ...done.value, fresh: null, corrected: true }) : done;
}
