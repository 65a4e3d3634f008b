import { addWebhook, changeWebhook, listWebhooks, removeWebhook, rotateWebhook, testWebhook } from '../../app/organisation/webhooks.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { webhookOperations } from '../contract/webhooks.ts';
import type { Handlers } from '../contract.ts';
import { isId } from './ids.ts';
import { etag } from './opened.ts';

const nothing = { code: 'notFound' } as const;

export const webhookHandlers: Pick<Handlers, keyof typeof webhookOperations> = {
  listWebhooks: async ({ deps, by }) => {
    const found = await listWebhooks(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  addWebhook: async ({ deps, by, body }) => {
    const added = await addWebhook(deps, by, body);
    return added.ok ? ok({ status: 201, body: added.value }) : added;
  },
  changeWebhook: async ({ deps, by, params, headers, body }) => {
    const changed = isId(params.id) ? await changeWebhook(deps, by, params.id, { ...body, version: headers['if-match'] }) : refuse(nothing);
    return changed.ok ? ok({ status: 200, body: changed.value, headers: etag(changed.value.version) }) : changed;
  },
  rotateWebhookSecret: async ({ deps, by, params, body }) => {
    const made = isId(params.id) ? await rotateWebhook(deps, by, params.id, body.overlapHours) : refuse(nothing);
    return made.ok ? ok({ status: 200, body: made.value }) : made;
  },
  testWebhook: async ({ deps, by, params }) => {
    const tested = isId(params.id) ? await testWebhook(deps, by, params.id) : refuse(nothing);
    return tested.ok ? ok({ status: 200, body: tested.value }) : tested;
  },
  removeWebhook: async ({ deps, by, params }) => {
    const removed = isId(params.id) ? await removeWebhook(deps, by, params.id) : refuse(nothing);
    return removed.ok ? ok({ status: 204 }) : removed;
  },
};
