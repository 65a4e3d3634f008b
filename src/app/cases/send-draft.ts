import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { keepInput } from './drafts.ts';
import { type Opened, type OpenRequest, openCase } from './open-case.ts';

/** What to send, from what is kept: the same input, where nothing was typed meanwhile. */
export type Filling = (kept: FormInput, caseType: CaseType | undefined) => FormInput;

/**
 * G-1: a draft becomes a case, once, however often and from whichever face it is sent: its id is the nonce (F-2, F-3), and other content
 * under it is refused (F-4). What was typed is kept where it can't be sent yet (G-19).
 */
export async function sendDraft(
  deps: Deps,
  by: Principal,
  id: string,
  fill: Filling,
  noted?: OpenRequest['noted'],
): Promise<Result<Opened, Refusal>> {
  const draft = await deps.store.drafts.find(by.tenantId, by.personId, id);
  if (!draft) return refuse({ code: 'notFound' });
  const input = fill(draft.input, findCaseType(draft.caseType)?.caseType);
  const opened = await openCase(deps, by, { caseType: draft.caseType, input, onBehalfOf: draft.onBehalfOf, once: { draftId: id }, noted });
  if (opened.ok || draft.sent || input === draft.input) return opened;
  const kept = await keepInput(deps, by, id, input);
  return kept.ok || kept.error.code === 'alreadyUsed' ? opened : kept;
}
