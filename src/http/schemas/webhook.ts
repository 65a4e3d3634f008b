import * as z from 'zod';
import { longestOverlap, type WebhookView } from '../../app/organisation/webhooks.ts';
import { deliveryFaultCodes } from '../../domain/notice/outcome.ts';
import { stopReasons, webhookEvents } from '../../domain/notice/webhook.ts';
import { instant, uuid } from './person.ts';
import { line } from './tenant.ts';

const event = z.enum(webhookEvents);

export const webhookView: z.ZodType<WebhookView> = z.object({
  id: uuid,
  url: z.string(),
  description: z.string(),
  events: z.array(event),
  version: z.int(),
  createdAt: instant,
  lastSentAt: instant.nullable(),
  failingSince: instant.nullable().describe('Since when nothing has arrived'),
  lastFault: z
    .object({ code: z.enum(deliveryFaultCodes), detail: z.string() })
    .nullable()
    .describe('What went wrong last'),
  stopped: z
    .object({ at: instant, why: z.enum(stopReasons) })
    .nullable()
    .describe('Since when nothing is sent, and why: switched off, 410, or nothing has arrived for five days'),
  oldSecretUntil: instant.nullable().describe('Until when the secret before the last signs too'),
});
export const webhooks = z.object({ items: z.array(webhookView) });

export const shownWebhookSecret = z.object({
  webhook: webhookView,
  secret: z.string().describe('What every message is signed with: it is shown this once'),
});

const wanted = {
  url: z.string().max(2_000).describe('https, and reached from the internet'),
  description: line(100).min(1),
  events: z.array(event).min(1).max(webhookEvents.length),
};
export const adding = z.strictObject(wanted);
export const changing = z.strictObject({ ...wanted, on: z.boolean().describe('Whether it is told of cases') });
export const rotatingSecret = z.strictObject({
  overlapHours: z.int().min(0).max(longestOverlap).default(24).describe('Hours for which the secret before signs too'),
});

export const webhookTest = z.object({
  taken: z.boolean(),
  status: z.int().nullable().describe('What it answered; `null` where no answer came'),
});
