import * as z from 'zod';
import type { DraftSummary, DraftView } from '../../app/cases/drafts.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { Duplicate, NumberListReport, RowFault } from '../../domain/numbers/report.ts';
import type { CardElement } from '../../forms/card.ts';
import type { Upload } from '../../forms/uploads.ts';
import { instant, tenantView, uuid } from './person.ts';
import { type IssueView, issueView } from './problem.ts';

/** A draft as the API shows it: the issues in words. */
export type DraftAnswer = Omit<DraftView, 'issues'> & { readonly issues: readonly IssueView[] };

const rowFault: z.ZodType<RowFault> = z.object({
  row: z.int(),
  value: z.string(),
  reason: z.enum([
    'notANumber',
    'missing',
    'ambiguousRow',
    'notInternational',
    'extension',
    'spreadsheetNotation',
    'tooShort',
    'tooLong',
    'invalid',
    'otherCountry',
    'noCountry',
  ]),
  country: z.string().exactOptional(),
  suggestion: z.string().exactOptional(),
});
const duplicate: z.ZodType<Duplicate> = z.object({ row: z.int(), value: z.string(), firstRow: z.int() });

const report = {
  country: z.string(),
  total: z.int(),
  good: z.int(),
  faultCount: z.int(),
  faults: z.array(rowFault),
  duplicateCount: z.int(),
  duplicates: z.array(duplicate),
  otherCountries: z.record(z.string(), z.int()),
  first: z.string().exactOptional(),
  types: z.record(z.enum(['geographic', 'tollFree', 'mobile', 'other']), z.int()),
  problem: z
    .enum(['empty', 'headerOnly', 'unclosedQuote', 'tooManyRows', 'notText', 'noNumberColumn', 'severalNumberColumns'])
    .exactOptional(),
};
const numberListReport: z.ZodType<NumberListReport> = z.object(report);

/** A report with what it still takes to order with such a list, in words (PN-11). */
export type ListAnswer = NumberListReport & { readonly advice: readonly string[] };
export const listAnswer: z.ZodType<ListAnswer> = z.object({ ...report, advice: z.array(z.string()) });

const upload: z.ZodType<Upload> = z.object({
  field: z.string(),
  id: uuid,
  name: z.string(),
  size: z.int(),
  report: numberListReport.exactOptional(),
});

/** What a form is filled in with, by field id. What each case type takes is a schema of its own; drafts keep anything. */
export const formInput: z.ZodType<FormInput, FormInput> = z.record(z.string().max(64), z.unknown());
const cardElement: z.ZodType<CardElement> = z.looseObject({ type: z.string() });

const summary = {
  id: uuid,
  caseType: z.string(),
  caseTypeName: z.string(),
  offered: z
    .boolean()
    .describe('Whether the operator offers its desk still; a draft of another desk can only be read in this list and thrown away'),
  title: z.string(),
  customer: tenantView.nullable().describe('The organisation it is for, where it is not one’s own'),
  filedByDomain: z.string().nullable().describe('The customer’s domain, where it is filed without a relationship, as an exception'),
  corrects: z
    .object({ caseId: uuid, number: z.string() })
    .nullable()
    .describe('The case whose details it corrects; submitting it changes that case. The number is empty where one no longer sees it'),
  updatedAt: instant,
};
export const draftSummary: z.ZodType<DraftSummary> = z.object(summary);
export const draftAnswer: z.ZodType<DraftAnswer> = z.object({
  ...summary,
  input: formInput,
  uploads: z.array(upload),
  issues: z.array(issueView),
  form: z.array(cardElement),
  caseId: z.string().nullable(),
});

/** `files` sets the fields that a card has no input for: an upload's id, several, or `null` for none. */
export const cardInput = z.strictObject({
  card: z.record(z.string().max(80), z.unknown()),
  files: z.record(z.string().max(64), z.union([uuid, z.array(uuid).max(20), z.null()])).optional(),
});
export const wholeInput = z.strictObject({ input: formInput });
export const draftChange = z.union([wholeInput, cardInput]);
export const draftSubmission = z.union([wholeInput, cardInput, z.strictObject({})]);
export type DraftSubmission = z.output<typeof draftSubmission>;
