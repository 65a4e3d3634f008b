import * as z from 'zod';
import type { OutageRow, OutageView, UpdateView } from '../../app/outages/present.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { outageStates } from '../../domain/outage/outage.ts';
import { caseSummary, deskId } from './case.ts';
import { instant, personView, uuid } from './person.ts';
import { line } from './tenant.ts';

const row = {
  id: uuid,
  desk: deskId,
  deskName: z.string(),
  title: z.string().describe('Customers with a linked case read it'),
  description: z.string().describe('The desk’s alone'),
  state: z.enum(outageStates),
  version: z.int(),
  openedAt: instant,
  resolvedAt: instant.nullable(),
  cases: z.object({ open: z.int(), total: z.int() }),
};
export const outageRow: z.ZodType<OutageRow> = z.object(row);
export const outageRows = z.object({ items: z.array(outageRow) });

const reason = z.object({ id: z.string(), label: z.string() });
const updateView: z.ZodType<UpdateView> = z.object({
  id: uuid,
  step: z.enum(['comment', 'resolve']),
  text: z.string(),
  at: instant,
  by: personView,
  reason: z.string().nullable(),
  pending: z.int().describe('Cases that it has not reached yet: send it on'),
  results: z.array(
    z.object({
      caseId: uuid,
      caseNumber: z.string(),
      outcome: z
        .enum(['done', 'skipped', 'refused'])
        .nullable()
        .describe('`skipped`: the case was closed meanwhile; `null`: still to be reached'),
    }),
  ),
});
export const outageView: z.ZodType<OutageView> = z.object({
  ...row,
  openedBy: personView,
  linked: z.array(caseSummary),
  updates: z.array(updateView),
  reasons: z.array(reason).describe('What resolving its cases asks for; empty where it asks for nothing'),
});

const words = { title: line(limits.title).min(1), description: z.string().max(limits.description) };
export const outageGiven = z.strictObject({ desk: deskId, ...words });
export const outageChange = z.strictObject(words);
const text = z.string().max(limits.comment);
export const updateGiven = z.strictObject({ text });
export const endGiven = z.strictObject({
  text: text.default(''),
  cases: z
    .strictObject({ reason: z.string().max(64).nullable().default(null) })
    .nullable()
    .describe('To resolve its open cases too, for this reason where the desk asks for one; `null`: they stay open'),
});
export const byUpdate = z.object({ id: z.string().max(100), updateId: z.string().max(100) });
