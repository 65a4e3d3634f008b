import * as z from 'zod';
import { channelKinds } from '../../domain/notice/channels.ts';
import { deliveryFaultCodes } from '../../domain/notice/outcome.ts';
import { uuid } from './person.ts';

export const deliveryView = z.object({
  id: z.string(),
  channel: z.enum(channelKinds),
  to: z.string().describe('A name, an address, a webhook, or a channel in Teams'),
  case: z.object({ id: uuid, number: z.string() }).nullable(),
  queuedAt: z.iso.datetime(),
  givenUpAt: z.iso.datetime(),
  attempts: z.int(),
  code: z.enum(deliveryFaultCodes),
  reason: z.string(),
  detail: z.string().describe('What the receiver said'),
});

export const lateView = z.object({
  channel: z.enum(channelKinds),
  waiting: z.int().describe('Notices that wait, those that are not late among them'),
  since: z.iso.datetime().describe('When the oldest was due'),
});

export const deliveryQuery = z.object({
  caseId: uuid.optional().describe('Those of one case alone'),
  cursor: z.string().max(1_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
