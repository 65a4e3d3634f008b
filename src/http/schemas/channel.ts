import * as z from 'zod';
import type { SubscriptionChoices, SubscriptionView } from '../../app/notices/subscriptions.ts';
import { subscribedEvents } from '../../domain/notice/subscription.ts';
import { deskId } from './case.ts';
import { instant, uuid } from './person.ts';
import { line } from './tenant.ts';

const severity = z.enum(['A', 'B', 'C']);
const event = z.enum(subscribedEvents);
const customer = z.object({ id: uuid, name: z.string() });

export const subscriptionView: z.ZodType<SubscriptionView> = z.object({
  id: uuid,
  name: z.string(),
  desk: deskId,
  deskName: z.string(),
  customer: customer.nullable().describe('The one customer whose cases it is told of; `null`: all that its organisation may see'),
  severities: z.array(severity).describe('None: all'),
  events: z.array(event),
  shared: z.boolean().describe('Whether people of other organisations are in the channel'),
  version: z.int(),
  stoppedAt: instant.nullable().describe('Since when nothing reaches it: the app, or the channel, is gone'),
});
export const subscriptions = z.object({ items: z.array(subscriptionView) });

export const choices: z.ZodType<SubscriptionChoices> = z.object({
  desks: z.array(z.object({ id: deskId, name: z.string(), severities: z.array(severity) })),
  events: z.array(event),
  customers: z.array(customer).describe('For the operator’s people, at most 100 by name'),
});

export const subscriptionGiven = z.strictObject({
  name: line(100).min(1),
  customer: uuid.nullable(),
  severities: z.array(severity).max(3),
  events: z.array(event).min(1).max(subscribedEvents.length),
});
