import type { PageWords } from '../src/domain/i18n/index.ts';
import type { ProblemBody } from './problem.ts';

/** AG-1: why one case of several was not changed. What can't be asked for all of them is said with what to do instead. */
export function whyNotChanged(problem: Pick<ProblemBody, 'title' | 'detail' | 'issues'> | undefined, { tab }: PageWords): string {
  if (!problem) return tab.errors.unexpected;
  const [issue] = problem.issues ?? [];
  if (issue?.field === 'reason' || issue?.field === 'charge') return tab.batch.byItself[issue.field];
  return `${problem.title}. ${issue?.message || problem.detail}`;
}

/** Whether the same may succeed when it is sent once more: what was asked for is wrong as it is. */
export const mayComeRight = (problem: Pick<ProblemBody, 'code'> | undefined): boolean => problem?.code !== 'invalid';
