import { refusalText } from '../app/refusal-text.ts';
import type { CaseView, TimelineEntry } from '../app/views.ts';
import type { DirectedElsewhere } from '../domain/catalogue/desk.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Issue } from '../domain/faults.ts';
import { elsewhereWords, type Locale, words } from '../domain/i18n/index.ts';
import { explain } from '../forms/explain.ts';
import { type IssueView, type Problem, type ProtocolCode, type SubjectView, statusOf } from './schemas/problem.ts';

/** A refusal of HTTP's own. */
export interface Rejection {
  readonly code: ProtocolCode;
  readonly issues?: readonly Issue[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  /** With `consentNeeded`. */
  readonly consent?: Problem['consent'];
}

/** `changed`, with what the loser is to be shown (G-8). */
export type ShownChange = Extract<Refusal, { code: 'changed' }> & {
  readonly shown?: { readonly current: CaseView; readonly since: readonly TimelineEntry[] };
};
export type ApiRefusal =
  | Exclude<Refusal, { code: 'changed' }>
  | ShownChange
  | Rejection
  /** Nothing at all, or none of what is kept besides cases. */
  | { readonly code: 'notFound'; readonly at: 'address' | 'record' };

/** A refusal as `application/problem+json`, in the reader's language. */
export function problemOf(refusal: ApiRefusal, locale: Locale, requestId: string): Problem {
  return {
    type: `/problems/${refusal.code}`,
    ...textOf(refusal, locale),
    status: statusFor(refusal),
    code: refusal.code,
    requestId,
    ...('issues' in refusal && refusal.issues && { issues: issueViews(refusal.issues, locale) }),
    ...('consent' in refusal && refusal.consent && { consent: refusal.consent }),
    ...(refusal.code === 'changed' && refusal.shown),
    ...(refusal.code === 'directedElsewhere' && { subject: subjectOf(refusal.subject, locale) }),
  };
}

export const issueViews = (issues: readonly Issue[], locale: Locale): readonly IssueView[] =>
  issues.map(({ field, fault }) => ({ field, code: fault.is, message: explain(fault, locale) }));

/** PN-16, CS-7. */
export function subjectOf({ id, url, publishers = [] }: DirectedElsewhere, locale: Locale): SubjectView {
  const { name, about, go } = elsewhereWords(locale, id);
  return { id, name, about, go, url, publishers };
}

function textOf(refusal: ApiRefusal, locale: Locale): { readonly title: string; readonly detail: string } {
  const { problems, noSuchAddress, noSuchRecord } = words(locale).api;
  if (isRejection(refusal)) return problems[refusal.code];
  const said = refusalText(refusal, locale);
  if (!('at' in refusal)) return said;
  return { ...said, detail: refusal.at === 'address' ? noSuchAddress : noSuchRecord };
}

const isRejection = (refusal: ApiRefusal): refusal is Rejection => refusal.code in words('en').api.problems;

/** Texts that are too long or can't be shown make the request itself a bad one (F-38, F-39); a file too large is 413. */
function statusFor(refusal: ApiRefusal): number {
  if (refusal.code === 'invalid' && refusal.issues.some(({ fault }) => fault.is === 'tooLong' || fault.is === 'unreadableText')) return 400;
  return refusal.code === 'limitReached' && refusal.limit === 'fileSize' ? 413 : statusOf[refusal.code];
}
