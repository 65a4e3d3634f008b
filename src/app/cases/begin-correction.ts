import { v7 as uuidv7 } from 'uuid';
import { authorize } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { isToCorrect, valuesOf } from '../../domain/case/correct.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { refilled } from '../../forms/refill.ts';
import type { Deps } from '../deps.ts';
import { scopeOf, versionFor } from '../people/people.ts';
import type { Draft } from '../ports.ts';
import { recordRefusal } from '../refused.ts';
import { type DraftView, type Drawn, draftFor } from './drafts.ts';

/**
 * PN-13: the form of a case, to be corrected: as the case has it, or with what the person typed before. It is made on the case as it stands
 * now, so asking for it again, once one saw what changed, is deciding again (G-8).
 */
export async function beginCorrection(deps: Deps, by: Principal, caseId: string, drawn: Drawn): Promise<Result<DraftView, Refusal>> {
  const case_ = await deps.store.cases.find(scopeOf(by), { id: caseId });
  const may = case_ ? mayCorrect(by, case_) : refuse({ code: 'notFound' } as const);
  if (!may.ok) return recordRefusal(deps, by, 'case.correct', case_?.id ?? null, may.error);
  const begun = await draftOf(deps, by, may.value.case_, may.value.caseType);
  return begun.ok ? draftFor(deps, by, begun.value.id, drawn) : begun;
}

function mayCorrect(by: Principal, case_: Case): Result<{ readonly case_: Case; readonly caseType: CaseType }, Refusal> {
  const may = authorize(by, 'correct', case_);
  if (!may.ok) return may;
  const type = findCaseType(case_.caseType);
  if (!type || !isToCorrect(case_)) return refuse({ code: 'notAllowed', action: 'correct', why: 'nothingToCorrect' });
  return ok({ case_, caseType: type.caseType });
}

async function draftOf({ store, settings }: Deps, by: Principal, case_: Case, caseType: CaseType): Promise<Result<Draft, Refusal>> {
  const version = versionFor(by, case_);
  const before = await store.drafts.correcting(by.tenantId, by.personId, case_.id);
  const goesOn = before?.caseType === caseType.id ? await store.drafts.rebase(by.tenantId, by.personId, before.id, version) : undefined;
  if (goesOn) return ok(goesOn);
  // AG-2: a form of another type can't be sent for it any more.
  if (before) await store.drafts.remove(by.tenantId, by.personId, before.id);
  const { length } = await store.drafts.list(by.tenantId, by.personId);
  if (length >= limits.drafts) return refuse({ code: 'limitReached', limit: 'drafts', max: limits.drafts });
  return ok(
    await store.drafts.insert({
      ...{ id: uuidv7(), tenantId: by.tenantId, personId: by.personId, caseType: caseType.id, onBehalfOf: null },
      corrects: { caseId: case_.id, version },
      input: refilled(caseType, valuesOf(case_), settings.products),
    }),
  );
}
