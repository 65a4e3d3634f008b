import * as z from 'zod';
import { listNames } from '../../app/views.ts';
import { statuses } from '../../domain/case/lifecycle.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { deskId } from './case.ts';
import { uuid } from './person.ts';

const id = z.string().max(100);
const count = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);
/** The largest number a case's entries can have. */
const lastSeq = 2_147_483_647;

export const byId = z.object({ id });
/** A case by its id or by its number, as a person says it. */
export const byIdOrNumber = z.object({ id: id.describe('Id, or case number such as CD-7K3M-9YX4') });
export const byFile = z.object({ id, fileId: id });
export const byDesk = z.object({ desk: z.string().max(100) });

export const listQuery = z.object({
  list: z.enum(listNames).optional().describe('Without it, the first list the person has'),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  q: z.string().trim().max(200).optional().describe('Words, or a case number'),
  desk: deskId.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  customer: uuid.optional().describe('Of this organisation alone, for whoever sees several’s'),
  status: z.enum(statuses).optional(),
  cursor: z.string().max(1_000).optional().describe('`next` of the page before'),
  limit: count(limits.page, 50),
});
export const wordsQuery = z.object({ q: z.string().trim().max(200).default('').describe('Words') });
export const timelineQuery = z.object({
  before: count(lastSeq, lastSeq).describe('Entries before this one; without it, the newest'),
  limit: count(100, 100),
});
export const checkQuery = z.object({ check: z.enum(['true', 'false']).default('false').describe('Whether faults are named') });
export const uploadQuery = z.object({ name: z.string().min(1).max(500), caseId: uuid.optional() });
export const countryQuery = z.object({ country: z.string().max(10).describe('Alpha-2 code') });

const key = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .describe('1 to 200 visible ASCII characters. The same key with the same content is done once and answered alike.');
export const keyed = z.object({ 'idempotency-key': key });
export const maybeKeyed = z.object({ 'idempotency-key': key.optional() });

/** The version of a rule that the person saw, as the `ETag` had it. */
export const onRule = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .describe('The `ETag` of the rule as it was seen')
    .transform((tag) => Number(tag.slice(1, -1))),
});

/** G-8: the version the person saw, as the `ETag` had it. */
export const onVersion = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .describe('The `ETag` of the case as it was seen')
    .transform((tag) => Number(tag.slice(1, -1))),
  'idempotency-key': key.optional(),
});
