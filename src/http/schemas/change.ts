import * as z from 'zod';
import { asked } from '../../app/cases/asked.ts';
import type { CaseView } from '../../app/views.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { caseView } from './case.ts';
import { formInput } from './draft.ts';
import { uuid } from './person.ts';
import { type Problem, problem } from './problem.ts';

export const onBehalfOf = uuid
  .nullable()
  .optional()
  .describe('The tenant the case is for; absent: one’s own. Desks differ in who may name another');
export const customerDomain = z
  .string()
  .max(300)
  .optional()
  .describe(
    'In place of `onBehalfOf`, for a partner without a relationship: a domain of the customer, for an exception. The input then has the subscription',
  );
export const selfHelp = z
  .literal('notSolved')
  .optional()
  .describe('Where self-help comes before a request for a customer, as the catalogue says: that it was no help');
export const opening = z.strictObject({ caseType: z.string().max(100), input: formInput, onBehalfOf, customerDomain, selfHelp });

/** Who names the organisation both ways is taken at the domain's word. */
export const namedIn = (body: { readonly onBehalfOf?: string | null | undefined; readonly customerDomain?: string | undefined }) =>
  body.customerDomain === undefined ? { onBehalfOf: body.onBehalfOf ?? null } : { customerDomain: body.customerDomain };

const { text, reason, charge } = asked.resolve.shape;
const { to } = asked.assign.shape;
const cases = z.array(z.strictObject({ id: uuid, version: z.int().min(1) })).min(1);
/** AG-1: what can be done to several cases at once. Files go with one of them. */
export const batch = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['take', 'unassign', 'follow', 'unfollow', 'unlinkOutage']), cases }),
  z.strictObject({ do: z.enum(['comment', 'note', 'ask', 'reopen']), text, cases }),
  z.strictObject({ do: z.enum(['resolve', 'cancel', 'closeUnresolved']), text, reason, charge, cases }),
  z.strictObject({ do: z.literal('assign'), to, cases }),
  z.strictObject({ do: z.literal('linkOutage'), outage: asked.linkOutage.shape.outage, cases }),
]);

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
