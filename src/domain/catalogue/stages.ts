import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import type { Closing } from '../case/lifecycle.ts';
import { findCaseType } from './desks.ts';

/** PN-13: how far a piece of work has come, beside its status: what an engineer says of it, and its requester sees. */
export interface Stage {
  readonly id: string;
  /** While it lasts, nobody edits or cancels the case; comments stay open. */
  readonly locks?: true;
  /** The step that it suggests. */
  readonly proposes?: Closing;
  /** While it lasts, the requester's side corrects what the form says; then the work begins anew at the first stage. */
  readonly corrects?: true;
  /** Beside the path from first to last: it is shown only while the work is there. */
  readonly aside?: true;
}

export const stagesOf = ({ caseType }: Pick<Case, 'caseType'>): readonly Stage[] => findCaseType(caseType)?.caseType.stages ?? [];

/** The stage a case is at; `undefined` where its type has none. */
export const stageOf = (case_: Pick<Case, 'caseType' | 'stage'>): Stage | undefined => stagesOf(case_).find(({ id }) => id === case_.stage);

/** PN-13: whether the stage keeps everybody from changing or cancelling it. */
export const lockedByStage = (case_: Pick<Case, 'caseType' | 'stage'>): boolean => stageOf(case_)?.locks ?? false;

export type Progress = 'done' | 'now' | 'ahead';

/**
 * PN-13: how far the work has come, stage by stage. Whoever is further on the path has passed what stands before; work that left the path
 * has passed what its events say, and where that stage ends it nothing is ahead any more.
 *
 * @param events of the case, oldest first
 */
export function progressOf(
  case_: Pick<Case, 'caseType' | 'stage'>,
  events: readonly CaseEvent[],
): readonly (readonly [id: string, Progress])[] {
  const now = stageOf(case_);
  const path = stagesOf(case_).filter(({ aside }) => !aside);
  const reached = now?.aside ? leftPathAt(path, events) : now?.id;
  const last = path.findIndex(({ id }) => id === reached);
  const along = path.map(({ id }, index) => [id, index > last ? 'ahead' : id === now?.id ? 'now' : 'done'] as const);
  if (!now?.aside) return along;
  return [...along.slice(0, last + 1), [now.id, 'now'], ...(now.proposes ? [] : along.slice(last + 1))];
}

/** The last stage of the path before it was left. */
const leftPathAt = (path: readonly Stage[], events: readonly CaseEvent[]): string | undefined =>
  events.flatMap((event) => (event.type === 'staged' && path.some(({ id }) => id === event.from) ? [event.from ?? ''] : [])).at(-1);
