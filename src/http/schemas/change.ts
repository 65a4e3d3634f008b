import * as z from 'zod';
import type { CaseView } from '../../app/views.ts';
import { commandNames } from '../../domain/case/commands.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { caseView } from './case.ts';
import { formInput } from './draft.ts';
import { uuid } from './person.ts';
import { type Problem, problem } from './problem.ts';

const text = z.string().max(limits.comment);
const reason = z.string().max(64);
const files = z.array(uuid).max(limits.files);

export const opening = z.strictObject({
  caseType: z.string().max(100),
  input: formInput,
  onBehalfOf: z.string().max(100).nullable().optional().describe('The tenant the case is for; at this desk only one’s own'),
});

export const written = z.strictObject({ text: text.optional(), files: files.optional() });
export const closing = z.strictObject({ text: text.optional(), reason: reason.nullable().optional() });
export const reopening = z.strictObject({ text: text.optional() });
export const assigning = z.strictObject({ to: uuid });
export const nothing = z.strictObject({});

/** AG-1. */
export const batch = z.strictObject({
  do: z.enum(commandNames),
  text: text.optional(),
  reason: reason.nullable().optional(),
  to: uuid.optional(),
  cases: z.array(z.strictObject({ id: uuid, version: z.int().min(1) })).min(1),
});

export interface BatchResult {
  readonly id: string;
  readonly ok: boolean;
  readonly case?: CaseView;
  readonly problem?: Problem;
}
export const batchResult: z.ZodType<BatchResult> = z.object({
  id: uuid,
  ok: z.boolean(),
  case: caseView.exactOptional(),
  problem: problem.exactOptional(),
});

/** PN-5: rows as the report counts them. */
export const corrections = z.strictObject({
  corrections: z
    .array(
      z.strictObject({
        row: z
          .int()
          .min(1)
          .max(2 * limits.listRows),
        value: z.string().max(200).nullable(),
      }),
    )
    .min(1)
    .max(1_000),
});
