import * as z from 'zod';
import type { Operation } from '../operation.ts';
import { caseView } from '../schemas/case.ts';
import { customerDomain, onBehalfOf, selfHelp } from '../schemas/change.ts';
import { draftAnswer, draftChange, draftSubmission, draftSummary, formInput } from '../schemas/draft.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** Forms begun and not sent. */
export const draftOperations = {
  listDrafts: {
    method: 'GET',
    path: '/drafts',
    summary: 'Forms begun and not sent, newest first',
    answers: { 200: z.object({ items: z.array(draftSummary) }) },
    problems: [],
  },
  beginDraft: {
    method: 'POST',
    path: '/drafts',
    summary: 'Begins a form, of a desk that the operator offers: those in the catalogue',
    action: 'open',
    body: z.strictObject({ caseType: z.string().max(100), onBehalfOf, customerDomain, selfHelp, input: formInput.optional() }),
    answers: { 201: draftAnswer },
    problems: [...writing, 'notAllowed', 'directedElsewhere', 'limitReached', 'tooSoon'],
  },
  beginCorrection: {
    method: 'POST',
    path: '/cases/{id}/correction',
    summary:
      'Begins to correct the details of a case, on the case as it is now: its form, or one’s draft of it; the draft is then submitted',
    action: 'correct',
    params: given.byId,
    answers: { 200: draftAnswer },
    problems: ['notFound', 'notAllowed', 'limitReached'],
  },
  getDraft: {
    method: 'GET',
    path: '/drafts/{id}',
    summary: 'A draft of one’s own, with the card to fill it in',
    params: given.byId,
    query: given.checkQuery,
    answers: { 200: draftAnswer },
    problems: ['notFound', 'notAllowed', 'invalid'],
  },
  saveDraft: {
    method: 'PUT',
    path: '/drafts/{id}',
    summary: 'Keeps what was typed, right or wrong: the whole input, or what a card holds over what was there',
    params: given.byId,
    query: given.checkQuery,
    body: draftChange,
    answers: { 200: draftAnswer },
    problems: [...writing, 'notFound', 'notAllowed', 'alreadyUsed'],
  },
  removeDraft: {
    method: 'DELETE',
    path: '/drafts/{id}',
    summary: 'Throws a draft away',
    params: given.byId,
    answers: { 204: null },
    problems: [],
  },
  submitDraft: {
    method: 'POST',
    path: '/drafts/{id}/submit',
    summary: 'Sends a draft, as kept or as given: one case, however often it is sent; one that corrects a case changes that one',
    action: 'open',
    params: given.byId,
    body: draftSubmission,
    answers: { 200: caseView, 201: caseView },
    problems: [...writing, 'notFound', 'notAllowed', 'alreadyUsed', 'noIncident', 'limitReached', 'illegalStep', 'changed'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
