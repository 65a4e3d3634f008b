import * as z from 'zod';
import type { Raised } from '../../app/rooms/monitoring.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { locales } from '../../domain/i18n/locale.ts';
import { uuid } from './person.ts';
import { line } from './tenant.ts';

const signal = line(200).min(1).describe('What is wrong, as the system calls it: one open incident for each room and signal');
const room = line(254)
  .min(1)
  .describe('The room’s id, its address, or its name; the site before it where several have the same: `Berlin · Room 1`');

export const raising = z.strictObject({
  signal,
  room,
  title: line(limits.title).min(1).optional().describe('Without it, the first line of the description'),
  description: z.string().min(1).max(limits.description),
  highImpact: z.string().min(1).max(1_000).optional().describe('Why the impact is high, where it is'),
  language: z.enum(locales).default('en').describe('The language the desk answers in'),
});
export const recovering = z.strictObject({ signal, room });

export const raised: z.ZodType<Raised> = z.object({
  id: uuid,
  number: z.string(),
  open: z.boolean(),
  repeated: z.boolean().describe('Whether it was there before'),
});
export const closedIncident = z.object({ incident: raised.nullable().describe('Null where none was open') });
