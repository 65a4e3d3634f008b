import type { FirstWords } from '../src/domain/i18n/index.ts';
import type { Problem } from './problem.ts';

export interface Told {
  readonly title: string;
  readonly detail: string;
  readonly hints: readonly string[];
}

/** A problem in words: what happened and what to do. The server's own words stand where it gave any. */
export function tell(problem: Problem, { tab, refusals }: FirstWords): Told {
  const { errors, start } = tab;
  const { title, detail, issues = [] } = problem.body;
  const hints = issues.map((issue) => issue.message).filter((message, i, all) => message && all.indexOf(message) === i);
  switch (problem.code) {
    case 'offline':
      return { title: errors.offline, detail: errors.offlineWhy, hints };
    case 'timedOut':
      return { title: errors.timedOut, detail: errors.timedOutWhy, hints };
    case 'silent':
      return { title: start.silent, detail: start.silentWhy, hints };
    case 'sessionEnded':
      return { title: tab.signIn.ended, detail: tab.signIn.endedWhy, hints };
    case 'signIn':
    case 'unauthenticated':
      return { title: start.noSignIn, detail: start.noSignInWhy, hints };
    case 'unavailable':
      return { title: title || errors.unexpected, detail: detail || refusals.busy, hints };
    case 'unexpected':
      return { title: errors.unexpected, detail: problem.body.status > 0 && detail ? detail : refusals.unexpected, hints };
    default:
      return { title: title || errors.unexpected, detail: detail || refusals.unexpected, hints };
  }
}

/** One line for a place that has no room for more. */
export function tellShortly(problem: Problem, words: FirstWords): string {
  const { detail, hints } = tell(problem, words);
  return hints.length > 0 ? hints.join(' ') : detail;
}

/** What support needs to find the event: no content, no token. */
export function detailsToCopy({ body, request }: Problem, at: Date): string {
  return [
    `time: ${at.toISOString()}`,
    `request: ${request || '-'}`,
    `status: ${body.status}`,
    `code: ${body.code}`,
    `request id: ${body.requestId ?? '-'}`,
  ].join('\n');
}
