import type { Case } from '../case/case.ts';
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
