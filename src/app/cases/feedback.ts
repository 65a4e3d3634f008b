import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { authorize, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { unreadable } from '../../domain/text.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import type { Feedback } from '../ports.ts';
import { visible } from './queries.ts';

/** What can have affected somebody's judgement. */
export const affections = ['speed', 'clarity', 'result', 'politeness', 'easeOfUse'] as const;

/** G-20: on the desk, or on one case where `caseId` names it. */
export const feedbackGiven = z.strictObject({
  caseId: z.uuid().nullable().default(null),
  useful: z.boolean(),
  language: z.enum(['good', 'fair', 'poor']).nullable().default(null),
  affectedBy: z.array(z.enum(affections)).max(affections.length).default([]),
  words: z
    .string()
    .max(limits.comment)
    .refine((s) => !unreadable(s))
    .default(''),
});
export type FeedbackGiven = z.input<typeof feedbackGiven>;

/** @param id where the same words may come twice, what makes them one (F-2) */
export async function giveFeedback(
  deps: Deps,
  by: Principal,
  given: unknown,
  id: string = uuidv7(),
): Promise<Result<{ readonly id: string }, Refusal>> {
  const parsed = feedbackGiven.safeParse(given);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((i) => String(i.path[0] ?? 'feedback')))];
    return refuse({
      code: 'invalid',
      issues: fields.map((field) => ({ field, fault: { is: field === 'useful' ? 'required' : 'malformed' } })),
    });
  }
  const { caseId } = parsed.data;
  const case_ = caseId === null ? undefined : await visible(deps, by, { id: caseId });
  if (caseId !== null) {
    if (!case_) return refuse({ code: 'notFound' });
    const allowed = authorize(by, 'giveFeedback', case_);
    if (!allowed.ok) return allowed;
    if (!case_.closed) return refuse({ code: 'notAllowed', action: 'giveFeedback' });
  }
  await deps.store.inTenant(by.tenantId, async (tx) => {
    const added = await tx.insertFeedback({ ...parsed.data, id, personId: by.personId, personName: by.name });
    if (!added) return;
    await tx.appendAudit({
      actorTenantId: by.tenantId,
      actorId: by.personId,
      action: 'feedback.give',
      outcome: 'done',
      caseId,
      details: { name: by.name },
    });
  });
  return ok({ id });
}

/** G-20: the tenant's administrator reads what was said; at most the last hundred. */
export async function feedbackOf(deps: Deps, by: Principal): Promise<Result<readonly Feedback[], Refusal>> {
  return may(by, 'readFeedback')
    ? ok((await deps.store.feedback.list(by.tenantId, 100)).map((one) => ({ ...one, personName: nameOf(one.personName, by.locale) })))
    : refuse({ code: 'notAllowed', action: 'readFeedback' });
}
