import * as z from 'zod';
import { feedbackGiven } from '../app/feedback.ts';
import { profileChange } from '../app/profile.ts';
import { caseCommands, writing } from './case-commands.ts';
import { content, type Handler, type Operation } from './operation.ts';
import { auditQuery, auditTrail } from './schemas/audit.ts';
import { caseSummary, caseView, fileView, timelineEntry } from './schemas/case.ts';
import * as change from './schemas/change.ts';
import { catalogue, feedbackView } from './schemas/desk.ts';
import { draftAnswer, draftChange, draftSubmission, draftSummary, formInput, listAnswer } from './schemas/draft.ts';
import * as given from './schemas/parameters.ts';
import { meView, personRef, profileView, uuid } from './schemas/person.ts';

export type { DraftSummary } from '../app/drafts.ts';
export type { Feedback } from '../app/ports.ts';
export type { ProfileView } from '../app/profile.ts';
export type {
  ActorView,
  CaseSummary,
  CaseView,
  DetailView,
  FileView,
  ListName,
  MeView,
  Page,
  PersonView,
  ReasonView,
  TargetView,
  TimelineEntry,
} from '../app/views.ts';
export type { PersonRef } from '../domain/case/events.ts';
export type { NumberListReport } from '../domain/numbers/report.ts';
export type { BatchResult } from './schemas/change.ts';
export type { CaseTypeView, Catalogue, DeskView } from './schemas/desk.ts';
export type { DraftAnswer, DraftAnswer as DraftView, ListAnswer } from './schemas/draft.ts';
export type { IssueView, Problem, ProblemCode, SubjectView } from './schemas/problem.ts';

export const basePath = '/api/v1';

/** The whole REST API. An endpoint is a row here and its handler in `handlers/`. */
export const operations = {
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'Who one is, what one may, and how much is waiting',
    answers: { 200: meView },
    problems: [],
  },
  getProfile: { method: 'GET', path: '/profile', summary: 'One’s own profile', answers: { 200: profileView }, problems: [] },
  changeProfile: {
    method: 'PATCH',
    path: '/profile',
    summary: 'Changes what is given of one’s profile; a new address waits for its confirmation',
    body: profileChange,
    answers: { 200: profileView },
    problems: writing,
  },
  getCatalogue: { method: 'GET', path: '/catalogue', summary: 'Desks, case types and limits', answers: { 200: catalogue }, problems: [] },

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
    summary: 'Begins a form',
    action: 'open',
    body: z.strictObject({ caseType: z.string().max(100), input: formInput.optional() }),
    answers: { 201: draftAnswer },
    problems: [...writing, 'notAllowed', 'directedElsewhere', 'limitReached'],
  },
  getDraft: {
    method: 'GET',
    path: '/drafts/{id}',
    summary: 'A draft of one’s own, with the card to fill it in',
    params: given.byId,
    query: given.checkQuery,
    answers: { 200: draftAnswer },
    problems: ['notFound', 'invalid'],
  },
  saveDraft: {
    method: 'PUT',
    path: '/drafts/{id}',
    summary: 'Keeps what was typed, right or wrong: the whole input, or what a card holds over what was there',
    params: given.byId,
    query: given.checkQuery,
    body: draftChange,
    answers: { 200: draftAnswer },
    problems: [...writing, 'notFound', 'alreadyUsed'],
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
    summary: 'Sends a draft, as kept or as given: one case, however often it is sent',
    action: 'open',
    params: given.byId,
    body: draftSubmission,
    answers: { 200: caseView, 201: caseView },
    problems: [...writing, 'notFound', 'notAllowed', 'alreadyUsed', 'limitReached'],
  },

  openCase: {
    method: 'POST',
    path: '/cases',
    summary: 'Opens a case without a draft',
    action: 'open',
    headers: given.keyed,
    body: change.opening,
    answers: { 200: caseView, 201: caseView },
    problems: [...writing, 'notAllowed', 'alreadyUsed', 'directedElsewhere', 'limitReached'],
  },
  listCases: {
    method: 'GET',
    path: '/cases',
    summary: 'A page of a list, newest change first; the queue by urgency',
    query: given.listQuery,
    answers: { 200: z.object({ items: z.array(caseSummary), next: z.string().nullable() }) },
    problems: ['invalid', 'notAllowed', 'mistypedNumber'],
  },
  getCase: {
    method: 'GET',
    path: '/cases/{id}',
    summary: 'A case by its id or its number, with what one may do with it',
    action: 'view',
    params: given.byIdOrNumber,
    answers: { 200: caseView },
    problems: ['notFound', 'mistypedNumber'],
  },
  getTimeline: {
    method: 'GET',
    path: '/cases/{id}/timeline',
    summary: 'Earlier entries of a case’s timeline, newest last',
    action: 'view',
    params: given.byId,
    query: given.timelineQuery,
    answers: { 200: z.object({ items: z.array(timelineEntry), earlier: z.int() }) },
    problems: ['notFound', 'invalid'],
  },
  ...caseCommands,
  changeCases: {
    method: 'POST',
    path: '/cases/batch',
    summary: 'Changes several cases, each with its own result',
    headers: given.maybeKeyed,
    body: change.batch,
    answers: { 200: z.object({ results: z.array(change.batchResult) }) },
    problems: [...writing, 'limitReached'],
  },

  upload: {
    method: 'POST',
    path: '/files',
    summary: 'Uploads a file: the body is its content, whatever its type',
    query: given.uploadQuery,
    body: content,
    answers: { 201: fileView },
    problems: ['invalid', 'notFound', 'notAllowed', 'limitReached'],
  },
  removeUpload: {
    method: 'DELETE',
    path: '/files/{id}',
    summary: 'Removes an upload that no case has taken up',
    params: given.byId,
    answers: { 204: null },
    problems: [],
  },
  readList: {
    method: 'GET',
    path: '/files/{id}/numbers',
    summary: 'What an uploaded number list holds for a country',
    params: given.byId,
    query: given.countryQuery,
    answers: { 200: listAnswer },
    problems: ['notFound', 'invalid'],
  },
  correctList: {
    method: 'POST',
    path: '/files/{id}/corrections',
    summary: 'The list with some rows put right, as a new upload',
    params: given.byId,
    body: change.corrections,
    answers: { 201: fileView },
    problems: [...writing, 'notFound', 'limitReached'],
  },
  download: {
    method: 'GET',
    path: '/cases/{id}/files/{fileId}',
    summary: 'A file of a case',
    action: 'view',
    params: given.byFile,
    answers: { 200: content },
    problems: ['notFound'],
  },

  listEngineers: {
    method: 'GET',
    path: '/desks/{desk}/engineers',
    summary: 'To whom a case of the desk can be assigned; for its engineers',
    params: given.byDesk,
    answers: { 200: z.object({ items: z.array(personRef) }) },
    problems: ['notFound'],
  },
  giveFeedback: {
    method: 'POST',
    path: '/feedback',
    summary: 'Says how the desk, or a closed case, went; one’s administrator can read it',
    body: feedbackGiven,
    answers: { 201: z.object({ id: uuid }) },
    problems: [...writing, 'notFound', 'notAllowed'],
  },
  listFeedback: {
    method: 'GET',
    path: '/feedback',
    summary: 'What people of the organisation said, newest first',
    action: 'readFeedback',
    answers: { 200: z.object({ items: z.array(feedbackView) }) },
    problems: ['notAllowed'],
  },
  exportAudit: {
    method: 'GET',
    path: '/audit',
    summary: 'The organisation’s audit trail as a file, oldest row first; at most 100,000 rows, more after the last',
    action: 'exportAudit',
    query: auditQuery,
    answers: { 200: content },
    produces: { 'application/json': auditTrail, 'text/csv': null },
    problems: ['notAllowed'],
  },
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    open: true,
    answers: { 200: z.record(z.string(), z.unknown()) },
    problems: [],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
/** One handler for each row: a row without one, or with a wrong answer, does not compile. */
export type Handlers = { readonly [N in OperationName]: Handler<Operations[N]> };
