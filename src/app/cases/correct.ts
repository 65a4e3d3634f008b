import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { filesHeld } from '../../domain/case/correct.ts';
import type { FileRef } from '../../domain/case/events.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import { type FormInput, type FormValues, limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { checkForm } from '../../forms/values.ts';
import type { Deps } from '../deps.ts';
import { outsideOf } from '../notices/contact-consent.ts';
import { partiesOf } from '../partners/opening.ts';
import { roomFacts } from '../rooms/form-rooms.ts';
import { fileFacts, filesNamed } from './lists.ts';

/** PN-13: a corrected form, checked. */
export interface Corrected {
  readonly values: FormValues;
  /** Ids of the files that the case does not have yet. */
  readonly files: readonly string[];
  /** Of the contacts, those whose owners have to agree first. */
  readonly outside: readonly string[];
}

/** The files that a form may name: the person's own uploads, and, where it corrects a case, those that stand in its form. */
export async function filesFor(
  deps: Deps,
  by: Principal,
  { caseType, input, case_ }: { readonly caseType: CaseType; readonly input: FormInput; readonly case_: Case | undefined },
): Promise<readonly FileRef[]> {
  const ids = new Set(filesNamed(caseType, input).map(({ id }) => id));
  const held = case_ ? filesHeld(case_).filter(({ id }) => ids.has(id)) : [];
  const others = [...ids].filter((id) => !held.some((file) => file.id === id));
  return others.length > 0 ? [...held, ...(await deps.store.files.findOwn(by.tenantId, by.personId, others))] : held;
}

/** All of the form's checks again, as for a new case. */
export async function checkCorrection(deps: Deps, by: Principal, case_: Case, input: FormInput): Promise<Result<Corrected, Refusal>> {
  const caseType = findCaseType(case_.caseType)?.caseType;
  if (!caseType) return refuse({ code: 'notFound' });
  const { tenantId } = case_;
  const files = await filesFor(deps, by, { caseType, input, case_ });
  const { countries, products } = deps.settings;
  const checked = checkForm(caseType, input, {
    ...(await fileFacts(deps, caseType, input, files)),
    ...(await roomFacts(deps, by, { caseType, tenantId })),
    ...(await partiesOf(deps, by, tenantId)),
    ...{ now: deps.now(), countries, products },
  });
  if (!checked.ok) return refuse({ code: 'invalid', issues: checked.error });
  if (files.length > limits.files) return refuse({ code: 'limitReached', limit: 'files', max: limits.files });
  const held = new Set(filesHeld(case_).map(({ id }) => id));
  const outside = await outsideOf(deps, tenantId, (checked.value['contacts'] as readonly string[] | undefined) ?? []);
  return ok({ values: checked.value, files: files.map(({ id }) => id).filter((id) => !held.has(id)), outside });
}
