import * as z from 'zod';
import { noticeKinds } from '../../domain/notice/choices.ts';
import { summaryDays } from '../../domain/notice/summary-days.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length);

/** Which ways are wanted; where a profile says nothing of single kinds, what it said before of them stays. */
export const choices = z.strictObject({
  chat: z.boolean(),
  email: z.boolean(),
  feed: z.boolean().optional(),
  except: z.strictObject({ chat: kinds.optional(), email: kinds.optional(), feed: kinds.optional() }).optional(),
});

/** Six days at most, so that there is an end to it. */
export const quietTime = z.strictObject({
  hours: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from !== to)
    .nullable(),
  days: z
    .array(z.int().min(1).max(7))
    .max(6)
    .refine((days) => new Set(days).size === days.length),
  email: z.boolean(),
});

export const summaryTime = z.strictObject({ at: time, days: z.enum(summaryDays) });
