import { filledReply, repliesForCase } from '../../app/replies/for-case.ts';
import { addReply, changeReply, removeReply, repliesFor } from '../../app/replies/replies.ts';
import { ok } from '../../domain/result.ts';
import type { replyOperations } from '../contract/replies.ts';
import type { Handlers } from '../contract.ts';
import { etag } from './opened.ts';

export const replyHandlers: Pick<Handlers, keyof typeof replyOperations> = {
  listReplies: async ({ deps, by }) => {
    const found = await repliesFor(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  addReply: async ({ deps, by, body }) => {
    const added = await addReply(deps, by, body);
    return added.ok ? ok({ status: 201, body: added.value, headers: etag(added.value.version) }) : added;
  },
  changeReply: async ({ deps, by, params, headers, body }) => {
    const saved = await changeReply(deps, by, params.id, { given: body, version: headers['if-match'] });
    return saved.ok ? ok({ status: 200, body: saved.value, headers: etag(saved.value.version) }) : saved;
  },
  removeReply: async ({ deps, by, params, headers }) => {
    const removed = await removeReply(deps, by, params.id, headers['if-match']);
    return removed.ok ? ok({ status: 204 }) : removed;
  },
  listCaseReplies: async ({ deps, by, params, query }) => {
    const found = await repliesForCase(deps, by, params.id, query.locale);
    return found.ok ? ok({ status: 200, body: found.value }) : found;
  },
  fillReply: async ({ deps, by, params }) => {
    const filled = await filledReply(deps, by, params.id, params.replyId);
    return filled.ok ? ok({ status: 200, body: filled.value }) : filled;
  },
};
