import * as z from 'zod';
import type { CaseView, TimelineEntry } from '../../app/views.ts';
import type { Publisher } from '../../domain/catalogue/publishers.ts';
import type { Refusal } from '../../domain/errors.ts';
import { caseView, timelineEntry } from './case.ts';

/** What HTTP itself can refuse, besides the core's own refusals. */
export const protocolCodes = [
  'unauthenticated',
  'unknownPerson',
  'crossSite',
  'consentNeeded',
  'tenantSuspended',
  'tenantWaiting',
  'insufficientScope',
  'malformedRequest',
  'unsupportedMediaType',
  'tooLarge',
  'preconditionRequired',
  'methodNotAllowed',
  'tooManyRequests',
  'unavailable',
  'unexpected',
] as const;
export type ProtocolCode = (typeof protocolCodes)[number];
export type ProblemCode = Refusal['code'] | ProtocolCode;

/** The answer's status of each problem. `invalid` is 400 where a text itself is at fault: too long, or not to be shown (F-38, F-39). */
export const statusOf: Readonly<Record<ProblemCode, number>> = {
  notFound: 404,
  notAllowed: 403,
  invalid: 422,
  changed: 412,
  outdated: 412,
  fileRefused: 422,
  illegalStep: 409,
  alreadyUsed: 409,
  tenantState: 409,
  exportFirst: 409,
  mistypedNumber: 422,
  nothingToConfirm: 409,
  tooSoon: 429,
  noIncident: 409,
  directedElsewhere: 422,
  limitReached: 422,
  unauthenticated: 401,
  unknownPerson: 403,
  crossSite: 403,
  consentNeeded: 403,
  tenantSuspended: 403,
  tenantWaiting: 403,
  insufficientScope: 403,
  malformedRequest: 400,
  unsupportedMediaType: 415,
  tooLarge: 413,
  preconditionRequired: 428,
  methodNotAllowed: 405,
  tooManyRequests: 429,
  unavailable: 503,
  unexpected: 500,
};

export interface IssueView {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** PN-16: where a question is answered instead. */
export interface SubjectView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly go: string;
  readonly url: string;
  /** CS-7: whom to ask instead, product by product. */
  readonly publishers: readonly Publisher[];
}

/** `application/problem+json` (RFC 9457), in the reader's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly issues?: readonly IssueView[];
  /** With `changed`: the case as it is now, and what happened since the version that was sent (G-8). */
  readonly current?: CaseView;
  readonly since?: readonly TimelineEntry[];
  readonly subject?: SubjectView;
  /** With `consentNeeded`: where one agrees oneself, and where an administrator agrees for everybody. */
  readonly consent?: { readonly page: string; readonly administrator: string | null };
}

export const issueView: z.ZodType<IssueView> = z.object({ field: z.string(), code: z.string(), message: z.string() });
export const subjectView: z.ZodType<SubjectView> = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  go: z.string(),
  url: z.url(),
  publishers: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        products: z.array(z.string()).readonly(),
        url: z.url(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    )
    .readonly()
    .describe('Who supports products of the marketplace; empty for other subjects'),
});

export const problem: z.ZodType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(statusOf) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  issues: z.array(issueView).exactOptional(),
  current: caseView.exactOptional(),
  since: z.array(timelineEntry).exactOptional(),
  subject: subjectView.exactOptional(),
  consent: z.object({ page: z.string(), administrator: z.url().nullable() }).exactOptional(),
});
