import * as z from 'zod';
import { affections } from '../../app/cases/feedback.ts';
import type { HealthView } from '../../app/health/health.ts';
import type { CustomerView } from '../../app/partners/customers.ts';
import type { Feedback } from '../../app/ports.ts';
import type { Category, DeskId } from '../../domain/catalogue/desk.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { category, deskId } from './case.ts';
import { instant, uuid } from './person.ts';
import { type SubjectView, subjectView } from './problem.ts';

export interface CaseTypeView {
  readonly id: string;
  readonly category: Category;
  readonly categoryName: string;
  readonly name: string;
  readonly about: string;
  /** What to have at hand. */
  readonly ready: string;
  /** CS-3: whether the reader may file it by a customer's domain, without a relationship. */
  readonly byDomain: boolean;
  /** CS-10: what a request for a customer begins with; empty where that is the form. */
  readonly selfHelp: readonly { readonly name: string; readonly url: string }[];
}

export interface DeskView {
  readonly id: DeskId;
  readonly name: string;
  readonly about: string;
  /** Whether the reader creates cases there, for their own organisation, and whether for customers. */
  readonly mayOpen: boolean;
  readonly mayOpenForCustomers: boolean;
  readonly caseTypes: readonly CaseTypeView[];
  readonly elsewhere: readonly SubjectView[];
}

/** What can be filed where, in the reader's words, and the limits that hold everywhere (G-3). */
export interface Catalogue {
  readonly desks: readonly DeskView[];
  readonly limits: Readonly<Record<keyof typeof limits, number>>;
  readonly timeZones: readonly string[];
  readonly feedback: { readonly affectedBy: readonly string[] };
}

const caseTypeView: z.ZodType<CaseTypeView> = z.object({
  id: z.string(),
  category,
  categoryName: z.string(),
  name: z.string(),
  about: z.string(),
  ready: z.string(),
  selfHelp: z.array(z.object({ name: z.string(), url: z.string() })).describe('What a request for a customer begins with'),
  byDomain: z.boolean().describe('Whether the reader may file it by a customer’s domain, without a relationship'),
});

export const catalogue: z.ZodType<Catalogue> = z.object({
  desks: z.array(
    z.object({
      id: deskId,
      name: z.string(),
      about: z.string(),
      mayOpen: z.boolean().describe('Whether the reader creates cases there for their own organisation'),
      mayOpenForCustomers: z.boolean(),
      caseTypes: z.array(caseTypeView),
      elsewhere: z.array(subjectView),
    }),
  ),
  limits: z.record(z.enum(Object.keys(limits) as [keyof typeof limits, ...(keyof typeof limits)[]]), z.int()),
  timeZones: z.array(z.string()),
  feedback: z.object({ affectedBy: z.array(z.enum(affections)) }),
});

export const customerView: z.ZodType<CustomerView> = z.object({
  id: uuid,
  name: z.string(),
  domains: z.array(z.string()),
  until: instant.nullable().describe('When the right to act for it ends by itself'),
  reseller: z.string().nullable().describe('The reseller whose customer it is, for its provider'),
});

export const healthView: z.ZodType<HealthView> = z.object({
  state: z
    .enum(['read', 'unreadable', 'notAsked'])
    .describe('`unreadable`: Microsoft does not answer now, and `issues` are what it said at `readAt`, if anything'),
  readAt: instant.nullable(),
  issues: z
    .array(z.object({ id: z.string(), service: z.string(), title: z.string(), since: instant, url: z.url(), followed: z.boolean() }))
    .readonly()
    .describe('What Microsoft announces'),
  outages: z
    .array(z.object({ id: uuid, title: z.string(), openedAt: instant, followed: z.boolean() }))
    .readonly()
    .describe('Outages that the desk works on'),
});

export const feedbackView: z.ZodType<Feedback> = z.object({
  id: uuid,
  personId: z.string(),
  personName: z.string(),
  caseId: z.string().nullable(),
  useful: z.boolean(),
  language: z.enum(['good', 'fair', 'poor']).nullable(),
  affectedBy: z.array(z.string()),
  words: z.string(),
  at: instant,
});
