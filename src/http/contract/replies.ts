import type { Operation } from '../operation.ts';
import * as given from '../schemas/parameters.ts';
import * as reply from '../schemas/reply.ts';
import { writing } from './writing.ts';

/** AG-3: saved replies. Desk leads write them, the engineers of the desk put them into cases. */
export const replyOperations = {
  listReplies: {
    method: 'GET',
    path: '/replies',
    summary: 'Saved replies of the desks one works for, by title',
    action: 'useReplies',
    answers: { 200: reply.replies },
    problems: ['notAllowed'],
  },
  addReply: {
    method: 'POST',
    path: '/replies',
    summary: 'Adds a saved reply to a desk that one leads',
    action: 'writeReplies',
    body: reply.replyGiven,
    answers: { 201: reply.replyView },
    problems: [...writing, 'notAllowed', 'limitReached'],
  },
  changeReply: {
    method: 'PUT',
    path: '/replies/{id}',
    summary: 'Changes a saved reply',
    action: 'writeReplies',
    params: given.byId,
    headers: given.onRule,
    body: reply.replyChange,
    answers: { 200: reply.replyView },
    problems: [...writing, 'notAllowed', 'notFound', 'preconditionRequired', 'outdated'],
  },
  removeReply: {
    method: 'DELETE',
    path: '/replies/{id}',
    summary: 'Removes a saved reply',
    action: 'writeReplies',
    params: given.byId,
    headers: given.onRule,
    answers: { 204: null },
    problems: ['malformedRequest', 'notAllowed', 'notFound', 'preconditionRequired', 'outdated'],
  },
  listCaseReplies: {
    method: 'GET',
    path: '/cases/{id}/replies',
    summary: 'Saved replies that an engineer may put into this case, by title',
    action: 'note',
    params: given.byId,
    query: reply.inLocale,
    answers: { 200: reply.replyChoices },
    problems: ['notFound', 'invalid'],
  },
  fillReply: {
    method: 'GET',
    path: '/cases/{id}/replies/{replyId}',
    summary: 'A saved reply with this case’s values in the place of its placeholders',
    action: 'note',
    params: reply.byReply,
    answers: { 200: reply.filledReply },
    problems: ['notFound'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
