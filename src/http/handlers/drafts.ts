import { beginCorrection } from '../../app/cases/begin-correction.ts';
import { beginDraft, type DraftView, draftFor, listDrafts, removeDraft, saveDraft } from '../../app/cases/drafts.ts';
import { sendDraft } from '../../app/cases/send-draft.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import { ok, refuse } from '../../domain/result.ts';
import { fromCard } from '../../forms/card-input.ts';
import type { Handlers } from '../contract.ts';
import { issueViews } from '../problem.ts';
import { namedIn } from '../schemas/change.ts';
import type { DraftAnswer, DraftSubmission } from '../schemas/draft.ts';
import { shownTo } from './changes.ts';
import { isId } from './ids.ts';
import { changed, opened } from './opened.ts';

type Names = 'listDrafts' | 'beginDraft' | 'beginCorrection' | 'getDraft' | 'saveDraft' | 'removeDraft' | 'submitDraft';

export const draftHandlers: Pick<Handlers, Names> = {
  listDrafts: async ({ deps, by }) => ok({ status: 200, body: { items: [...(await listDrafts(deps, by))] } }),
  beginDraft: async ({ deps, by, body }) => {
    const draft = await beginDraft(deps, by, { caseType: body.caseType, ...namedIn(body), selfHelp: body.selfHelp }, body.input ?? {}, {
      files: 'onPage',
      check: false,
    });
    return draft.ok
      ? ok({ status: 201, body: answerOf(draft.value, by), headers: { location: `/api/v1/drafts/${draft.value.id}` } })
      : draft;
  },
  beginCorrection: async ({ deps, by, params }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const draft = await beginCorrection(deps, by, params.id, { files: 'onPage', check: false });
    return draft.ok
      ? ok({ status: 200, body: answerOf(draft.value, by), headers: { location: `/api/v1/drafts/${draft.value.id}` } })
      : draft;
  },
  getDraft: async ({ deps, by, params, query }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const draft = await draftFor(deps, by, params.id, { files: 'onPage', check: query.check === 'true' });
    return draft.ok ? ok({ status: 200, body: answerOf(draft.value, by) }) : draft;
  },
  saveDraft: async ({ deps, by, params, query, body }) => {
    const before = isId(params.id) ? await deps.store.drafts.find(by.tenantId, by.personId, params.id) : undefined;
    if (!before) return refuse({ code: 'notFound' });
    const drawn = { files: 'onPage', check: query.check === 'true' } as const;
    const input = inputOf(before.input, findCaseType(before.caseType)?.caseType, body);
    const draft = await saveDraft(deps, by, params.id, input, drawn);
    return draft.ok ? ok({ status: 200, body: answerOf(draft.value, by) }) : draft;
  },
  removeDraft: async ({ deps, by, params }) => {
    if (isId(params.id)) await removeDraft(deps, by, params.id);
    return ok({ status: 204 });
  },
  submitDraft: async ({ deps, by, params, body }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const done = await sendDraft(deps, by, params.id, (kept, caseType) => inputOf(kept, caseType, body));
    if (done.ok) return done.value.corrected ? changed(deps, by, done) : opened(deps, by, done.value);
    if (done.error.code !== 'changed') return done;
    const draft = await deps.store.drafts.find(by.tenantId, by.personId, params.id);
    return refuse(await shownTo(deps, by, draft?.corrects?.caseId ?? '', done.error));
  },
};

const answerOf = (draft: DraftView, by: Principal): DraftAnswer => ({ ...draft, issues: issueViews(draft.issues, by.locale) });

/** The input a request leaves a draft with: the whole of it, what a card sent over what was there, or just what was there. */
function inputOf(kept: FormInput, caseType: CaseType | undefined, given: DraftSubmission): FormInput {
  if ('input' in given) return given.input;
  if (!('card' in given) || !caseType) return kept;
  return { ...fromCard(caseType, given.card, kept), ...given.files };
}
