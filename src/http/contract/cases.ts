import * as z from 'zod';
import type { Operation } from '../operation.ts';
import { caseSummary, caseView, timelineEntry } from '../schemas/case.ts';
import * as change from '../schemas/change.ts';
import { foundPeople } from '../schemas/organisation.ts';
import * as given from '../schemas/parameters.ts';
import { caseCommands } from './case-commands.ts';
import { writing } from './writing.ts';

/** Cases: their lists, one of them, and what is done with it. */
export const caseOperations = {
  openCase: {
    method: 'POST',
    path: '/cases',
    summary: 'Opens a case without a draft, at a desk that the operator offers: those in the catalogue',
    action: 'open',
    headers: given.keyed,
    body: change.opening,
    answers: { 200: caseView, 201: caseView },
    problems: [...writing, 'notAllowed', 'alreadyUsed', 'directedElsewhere', 'noIncident', 'limitReached', 'tooSoon'],
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
  listFollowers: {
    method: 'GET',
    path: '/cases/{id}/followers',
    summary: 'Who follows a case, for those of its organisation who may edit it',
    action: 'edit',
    params: given.byId,
    answers: { 200: foundPeople },
    problems: ['notFound'],
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
} as const satisfies Readonly<Record<string, Operation>>;
