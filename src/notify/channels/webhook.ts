import type { NoticeDeps } from '../../app/notices/notices.ts';
import { tellWebhook, webhooksToTell } from '../../app/notices/webhook-news.ts';
import { webhookOutcome } from '../../app/notices/webhook-outcome.ts';
import type { WebhookCalls } from '../../app/ports.ts';
import type { Channel } from '../channel.ts';

/** Signed calls to systems of the case's organisation: one message an event, in the order of each case. */
export const webhookChannel = (deps: NoticeDeps, calls: WebhookCalls, link: (number: string) => string): Channel => ({
  atOnce: 20,
  gatherMs: 0,
  together: 1,
  repeatable: true,
  async prepare({ tenantId, to, content }) {
    if (content.kind !== 'case') return null;
    const about = { tenantId, caseId: content.caseId, notices: content.notices };
    if (to.kind === 'channels') {
      const deliveries = await webhooksToTell(deps, about);
      return deliveries.length === 0 ? null : async () => ({ is: 'instead', deliveries });
    }
    if (to.kind !== 'webhook') return null;
    const message = await tellWebhook(deps, to.id, about, link);
    if (!message) return null;
    const { webhook, id, body } = message;
    const restMs = Date.parse(webhook.restsUntil ?? deps.now()) - Date.parse(deps.now());
    if (restMs > 0) return async () => ({ is: 'paced', afterMs: restMs });
    const secrets = await deps.store.webhooks.secrets(tenantId, webhook.id);
    return async (signal) => webhookOutcome(deps, webhook, await calls.post({ url: webhook.url, secrets, id, body }, signal));
  },
});
