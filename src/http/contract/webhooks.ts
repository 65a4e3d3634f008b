import type { Operation } from '../operation.ts';
import * as given from '../schemas/parameters.ts';
import * as webhook from '../schemas/webhook.ts';
import { writing } from './writing.ts';

/** Addresses of an organisation's own systems that are told of its cases (docs/webhooks.md). */
export const webhookOperations = {
  listWebhooks: {
    method: 'GET',
    path: '/webhooks',
    summary: 'The organisation’s webhooks, newest first',
    action: 'manageWebhooks',
    answers: { 200: webhook.webhooks },
    problems: ['notAllowed'],
  },
  addWebhook: {
    method: 'POST',
    path: '/webhooks',
    summary: 'Adds a webhook; the secret that it is signed with is shown this once',
    action: 'manageWebhooks',
    body: webhook.adding,
    answers: { 201: webhook.shownWebhookSecret },
    problems: [...writing, 'notAllowed', 'limitReached'],
  },
  changeWebhook: {
    method: 'PUT',
    path: '/webhooks/{id}',
    summary: 'Changes where a webhook leads and what it is told of, and switches it on and off',
    action: 'manageWebhooks',
    params: given.byId,
    headers: given.onRule,
    body: webhook.changing,
    answers: { 200: webhook.webhookView },
    problems: [...writing, 'notFound', 'notAllowed', 'preconditionRequired', 'outdated'],
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/webhooks/{id}/secret',
    summary: 'Makes a new secret, beside which the one before signs for some hours',
    action: 'manageWebhooks',
    params: given.byId,
    body: webhook.rotatingSecret,
    answers: { 200: webhook.shownWebhookSecret },
    problems: [...writing, 'notFound', 'notAllowed'],
  },
  testWebhook: {
    method: 'POST',
    path: '/webhooks/{id}/test',
    summary: 'Sends a message that is about no case, and says what came of it',
    action: 'manageWebhooks',
    params: given.byId,
    answers: { 200: webhook.webhookTest },
    problems: ['notFound', 'notAllowed'],
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/webhooks/{id}',
    summary: 'The webhook is told of nothing more',
    action: 'manageWebhooks',
    params: given.byId,
    answers: { 204: null },
    problems: ['notFound', 'notAllowed'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
