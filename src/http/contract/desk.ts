import * as z from 'zod';
import { feedbackGiven } from '../../app/cases/feedback.ts';
import { endings } from '../../domain/catalogue/self-help.ts';
import { content, type Operation } from '../operation.ts';
import { auditQuery, auditTrail } from '../schemas/audit.ts';
import { onBehalfOf } from '../schemas/change.ts';
import { catalogue, customerView, feedbackView, healthView } from '../schemas/desk.ts';
import * as given from '../schemas/parameters.ts';
import { personRef, uuid } from '../schemas/person.ts';
import { writing } from './writing.ts';

/** The desk as it is offered, and what is said of it. */
export const deskOperations = {
  getCatalogue: { method: 'GET', path: '/catalogue', summary: 'Desks, case types and limits', answers: { 200: catalogue }, problems: [] },
  listEngineers: {
    method: 'GET',
    path: '/desks/{desk}/engineers',
    summary: 'To whom a case of the desk can be assigned; for its engineers',
    params: given.byDesk,
    answers: { 200: z.object({ items: z.array(personRef) }) },
    problems: ['notFound'],
  },
  listCustomers: {
    method: 'GET',
    path: '/desks/{desk}/customers',
    summary: 'For which customers one may create cases at the desk, by name or domain; for partners',
    params: given.byDesk,
    query: given.wordsQuery,
    answers: { 200: z.object({ items: z.array(customerView) }) },
    problems: ['notFound', 'invalid'],
  },
  getHealth: {
    method: 'GET',
    path: '/desks/{desk}/health',
    summary: 'Problems that are known at the desk, to be read before a case is created; for whoever may create one there',
    params: given.byDesk,
    answers: { 200: healthView },
    problems: ['notFound'],
  },
  endSelfHelp: {
    method: 'POST',
    path: '/desks/{desk}/self-help',
    summary: 'Says that self-help ended a request for a customer, so that no case is created; where self-help comes first',
    action: 'open',
    params: given.byDesk,
    body: z.strictObject({ caseType: z.string().max(100), onBehalfOf, outcome: z.enum(endings) }),
    answers: { 204: null },
    problems: [...writing, 'notFound', 'notAllowed', 'directedElsewhere'],
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
} as const satisfies Readonly<Record<string, Operation>>;
