import type { Action } from '../../domain/access/policy.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Closing } from '../../domain/case/lifecycle.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { lockedByStage, progressOf, stageOf } from '../../domain/catalogue/stages.ts';
import { type Locale, stageWords } from '../../domain/i18n/index.ts';
import type { StageView } from '../views.ts';

/** PN-13: the stages of a case as progress, what the one at hand suggests, and whether it locks. */
export function stagesFor(
  case_: Case,
  events: readonly CaseEvent[],
  locale: Locale,
  may: readonly Action[],
): { readonly stages: readonly StageView[]; readonly proposed: Closing | null; readonly locked: boolean } {
  const stages = progressOf(case_, events).map(([id, state]): StageView => ({ id, name: stageWords(locale, case_.desk, id), state }));
  const suggested = isOpen(case_.status) ? stageOf(case_)?.proposes : undefined;
  return {
    stages,
    proposed: suggested && may.includes(suggested) ? suggested : null,
    locked: isOpen(case_.status) && lockedByStage(case_),
  };
}
