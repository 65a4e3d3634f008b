import * as z from 'zod';
import type { FilledReply, ReplyChoices } from '../../app/replies/for-case.ts';
import type { ReplyView } from '../../app/replies/replies.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { locales } from '../../domain/i18n/locale.ts';
import { deskId } from './case.ts';
import { instant, uuid } from './person.ts';
import { line } from './tenant.ts';

const locale = z.enum(locales);
const text = z.string().min(1).max(limits.replyText).describe('With placeholders such as `{{caseNumber}}`');

export const replyView: z.ZodType<ReplyView> = z.object({
  id: uuid,
  desk: deskId,
  deskName: z.string(),
  locale,
  title: z.string(),
  text: z.string(),
  version: z.int(),
  changedAt: instant,
});
export const replies = z.object({ items: z.array(replyView) });

const words = { locale, title: line(limits.replyTitle).min(1), text };
export const replyGiven = z.strictObject({ desk: deskId, ...words });
export const replyChange = z.strictObject(words);

export const inLocale = z.object({ locale: locale.optional().describe('Without it, the language the case is answered in') });
export const byReply = z.object({ id: z.string().max(100), replyId: z.string().max(100) });

export const replyChoices: z.ZodType<ReplyChoices> = z.object({
  caseLocale: locale.describe('The language the case is answered in'),
  items: z.array(z.object({ id: uuid, locale, title: z.string() })),
});
export const filledReply: z.ZodType<FilledReply> = z.object({
  id: uuid,
  locale,
  text: z.string(),
  open: z.array(z.string()).describe('What the case has nothing to put in for; it stands in brackets'),
});
