import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { countriesWith, countryCodes } from '../../domain/catalogue/countries.ts';
import type { CaseType, Desk } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import { type FormInput, limits } from '../../domain/catalogue/field.ts';
import { needOf } from '../../domain/catalogue/partner-need.ts';
import { selfHelpBefore } from '../../domain/catalogue/self-help.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Issue } from '../../domain/faults.ts';
import { caseTypeWords, words } from '../../domain/i18n/index.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { type CardElement, formBody } from '../../forms/card.ts';
import { maxDraftSize } from '../../forms/schema.ts';
import type { Upload } from '../../forms/uploads.ts';
import { checkForm } from '../../forms/values.ts';
import type { Deps } from '../deps.ts';
import { forWhom, type Named } from '../partners/for-whom.ts';
import { onRecord, partiesOf } from '../partners/opening.ts';
import { noteSelfHelp } from '../partners/self-help.ts';
import { scopeOf } from '../people/people.ts';
import type { Draft } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { roomFacts } from '../rooms/form-rooms.ts';
import { filesFor } from './correct.ts';
import { fileFacts, filesNamed } from './lists.ts';
import { caseTypeFor, selfHelpIsFirst } from './open-case.ts';
import { actingAs } from './present.ts';

export interface DraftSummary {
  readonly id: string;
  readonly caseType: string;
  readonly caseTypeName: string;
  /** CS-11: whether its desk is offered still; else it can't be gone on with. */
  readonly offered: boolean;
  readonly title: string;
  /** The organisation it is for, where it is not one's own. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  /** CS-3: the customer's domain, where it is to be filed as an exception; nothing else is told of the customer by it. */
  readonly filedByDomain: string | null;
  /** PN-13: the case that it corrects; an empty number where one no longer sees it. */
  readonly corrects: { readonly caseId: string; readonly number: string } | null;
  readonly updatedAt: string;
}

/** A draft as its owner sees it: the input, the files with what was found in them, and the card to fill it in. */
export interface DraftView extends DraftSummary {
  readonly input: FormInput;
  readonly uploads: readonly Upload[];
  /** Filled in only where the draft was asked to be checked. */
  readonly issues: readonly Issue[];
  readonly form: readonly CardElement[];
  /** The case it became. */
  readonly caseId: string | null;
}

export interface Drawn {
  /** Where the form shows: it decides how files are asked for. */
  readonly files: 'inChat' | 'onPage';
  /** Whether faults are to be named in it. */
  readonly check: boolean;
}

export type Begun = Named & {
  readonly caseType: string;
  /** CS-10: said of a customer's form where self-help comes first. */
  readonly selfHelp?: 'notSolved' | undefined;
};

/**
 * G-19: begins a form. It starts with the organisation's country where the case type serves it.
 *
 * @param id what makes the same beginning one draft, where it may come twice
 */
export async function beginDraft(
  deps: Deps,
  by: Principal,
  begun: Begun,
  input: FormInput,
  drawn: Drawn,
  id: string = uuidv7(),
): Promise<Result<DraftView, Refusal>> {
  const type = caseTypeFor(deps, begun.caseType);
  if (!type.ok) return recorded(deps, by, 'draft.begin', type);
  const whom = await forWhom(deps, by, type.value, begun, input);
  const allowed = whom.ok ? whom.value.right(deps.now()) : whom;
  if (!whom.ok) return recorded(deps, by, 'draft.begin', whom);
  if (!allowed.ok) return recorded(deps, by, 'draft.begin', allowed);
  const { tenantId, filedByDomain } = whom.value;
  const customerId = tenantId === by.tenantId ? null : tenantId;
  const asksHelp = customerId !== null && selfHelpBefore(deps.settings.profile, type.value.caseType).length > 0;
  if (asksHelp && begun.selfHelp !== 'notSolved') return recordRefusal(deps, by, 'draft.begin', null, selfHelpIsFirst);
  const onPaper = await onRecord(
    () => deps.store.rules.find(by.tenantId, 'partner'),
    needOf(type.value.caseType, input),
    { personId: by.personId, customerId, ...allowed.value },
    deps.now(),
  );
  if (!onPaper.ok) return recordRefusal(deps, by, 'draft.begin', null, onPaper.error);
  const drafts = await deps.store.drafts.list(by.tenantId, by.personId);
  if (drafts.length >= limits.drafts) return refuse({ code: 'limitReached', limit: 'drafts', max: limits.drafts });
  const start = { ...countryToStartWith(type.value.caseType, by, deps), ...input };
  const oversized = tooLarge(start);
  if (oversized) return refuse(oversized);
  if (asksHelp) await noteSelfHelp(deps, by, { caseType: begun.caseType, onBehalfOf: customerId, outcome: 'notSolved' });
  const draft = await deps.store.drafts.insert({
    id,
    tenantId: by.tenantId,
    personId: by.personId,
    caseType: begun.caseType,
    onBehalfOf: customerId,
    filedByDomain,
    input: start,
  });
  return ok(await viewOf(deps, by, draft, type.value, drawn));
}

function countryToStartWith(caseType: CaseType, { country }: Principal, { settings }: Deps): FormInput {
  const field = caseType.fields.find((f) => f.kind === 'country');
  if (!field) return {};
  const offered: readonly string[] = field.having ? countriesWith(field.having, countryCodes(), settings.countries) : countryCodes();
  const start = country && offered.includes(country) ? country : offered.length === 1 ? offered[0] : undefined;
  return start ? { [field.id]: start } : {};
}

const tooLarge = (input: FormInput): Refusal | undefined =>
  JSON.stringify(input).length > maxDraftSize
    ? { code: 'invalid', issues: [{ field: 'input', fault: { is: 'tooLong', max: maxDraftSize } }] }
    : undefined;

/** G-19: what a person has begun and not sent, newest first. */
export async function listDrafts(deps: Deps, by: Principal): Promise<readonly DraftSummary[]> {
  const drafts = await deps.store.drafts.list(by.tenantId, by.personId);
  return Promise.all(drafts.map(async (draft) => summaryOf(deps, draft, by, await correctedBy(deps, by, draft))));
}

/** A draft of one's own, sent or not. Anybody else's is not found. */
export async function draftFor(deps: Deps, by: Principal, id: string, drawn: Drawn): Promise<Result<DraftView, Refusal>> {
  const draft = await deps.store.drafts.find(by.tenantId, by.personId, id);
  if (!draft) return refuse({ code: 'notFound' });
  const type = caseTypeFor(deps, draft.caseType);
  return type.ok ? ok(await viewOf(deps, by, draft, type.value, drawn)) : type;
}

/** Keeps what was typed, right or wrong. A draft that was sent changes no more. */
export async function saveDraft(
  deps: Deps,
  by: Principal,
  id: string,
  input: FormInput,
  drawn: Drawn,
): Promise<Result<DraftView, Refusal>> {
  const kept = await keepInput(deps, by, id, input);
  if (!kept.ok) return kept;
  const type = caseTypeFor(deps, kept.value.caseType);
  return type.ok ? ok(await viewOf(deps, by, kept.value, type.value, drawn)) : type;
}

/** The same, where nobody looks at the draft afterwards. */
export async function keepInput(deps: Deps, by: Principal, id: string, input: FormInput): Promise<Result<Draft, Refusal>> {
  const oversized = tooLarge(input);
  if (oversized) return refuse(oversized);
  const draft = await deps.store.drafts.save(by.tenantId, by.personId, id, input);
  if (draft) return ok(draft);
  return (await deps.store.drafts.find(by.tenantId, by.personId, id)) ? refuse({ code: 'alreadyUsed' }) : refuse({ code: 'notFound' });
}

export const removeDraft = (deps: Deps, by: Principal, id: string): Promise<void> => deps.store.drafts.remove(by.tenantId, by.personId, id);

/** PN-13: the case that a draft corrects, where its person sees it. */
async function correctedBy({ store }: Deps, by: Principal, { corrects }: Draft): Promise<Case | undefined> {
  const case_ = corrects ? await store.cases.find(scopeOf(by), { id: corrects.caseId }) : undefined;
  return case_ && authorize(by, 'view', case_).ok ? case_ : undefined;
}

/** PN-13: what the engineer wrote who set the stage. */
async function whyRejected({ store }: Deps, by: Principal, { id, stage }: Case): Promise<string> {
  const { events } = await store.cases.timeline(scopeOf(by), id, { internal: false, before: null, limit: 100 });
  const last = events.findLast((event) => event.type === 'staged');
  return last?.type === 'staged' && last.to === stage ? last.text : '';
}

async function summaryOf(deps: Deps, draft: Draft, by: Principal, case_: Case | undefined): Promise<DraftSummary> {
  const { onBehalfOf, filedByDomain, corrects } = draft;
  const type = findCaseType(draft.caseType);
  const title = draft.input['title'];
  return {
    id: draft.id,
    caseType: draft.caseType,
    caseTypeName: type ? caseTypeWords(by.locale, type.desk.id, draft.caseType).name : draft.caseType,
    offered: type !== undefined && deps.settings.profile.desks.includes(type.desk.id),
    title: typeof title === 'string' ? title.slice(0, limits.title) : '',
    customer: onBehalfOf === null ? null : { id: onBehalfOf, name: filedByDomain ?? (await deps.directory.tenantName(onBehalfOf)) },
    filedByDomain,
    corrects: corrects && { caseId: corrects.caseId, number: case_?.number ?? '' },
    updatedAt: draft.updatedAt,
  };
}

async function viewOf(
  deps: Deps,
  by: Principal,
  draft: Draft,
  { desk, caseType }: { readonly desk: Desk; readonly caseType: CaseType },
  drawn: Drawn,
): Promise<DraftView> {
  const named = filesNamed(caseType, draft.input);
  const case_ = await correctedBy(deps, by, draft);
  const stored = named.length > 0 ? await filesFor(deps, by, { caseType, input: draft.input, case_ }) : [];
  const facts = {
    ...(await fileFacts(deps, caseType, draft.input, stored)),
    ...(await roomFacts(deps, by, { caseType, tenantId: draft.onBehalfOf ?? by.tenantId })),
  };
  const uploads = named.flatMap(({ field, id }): readonly Upload[] => {
    const file = facts.files.get(id);
    const report = facts.lists.get(id);
    return file ? [{ field, id, name: file.name, size: file.size, ...(report && { report }) }] : [];
  });
  const now = deps.now();
  const { countries, products } = deps.settings;
  const checked = drawn.check
    ? checkForm(caseType, draft.input, {
        ...facts,
        ...(await partiesOf(deps, by, draft.onBehalfOf ?? by.tenantId)),
        now,
        countries,
        products,
      })
    : undefined;
  const issues = checked && !checked.ok ? checked.error : [];
  const summary = await summaryOf(deps, draft, by, case_);
  const form = formBody({
    desk,
    caseType,
    input: draft.input,
    issues,
    uploads,
    locale: by.locale,
    actingAs: [actingAs(by, summary.customer?.name), ...(draft.filedByDomain ? [words(by.locale).cases.exception.filing] : [])].join(' · '),
    now,
    countries,
    ...(facts.rooms && { rooms: facts.rooms }),
    products,
    files: drawn.files,
    ...(case_ && { corrects: { number: case_.number, why: await whyRejected(deps, by, case_) } }),
  });
  return { ...summary, input: draft.input, uploads, issues, form, caseId: draft.sent?.caseId ?? null };
}
