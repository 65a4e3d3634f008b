import { findCaseType } from '../catalogue/desks.ts';
import type { FieldValue, FormValues } from '../catalogue/field.ts';
import { stageOf, stagesOf } from '../catalogue/stages.ts';
import type { Case } from './case.ts';
import type { Editable } from './edit.ts';
import type { CaseEvent, FileRef, Happening } from './events.ts';
import { isOpen } from './lifecycle.ts';
import { ownColumns } from './open.ts';

/** What a form says otherwise than before, by field; `null`: nothing. */
export type Corrections = Readonly<Record<string, { readonly from: FieldValue | null; readonly to: FieldValue | null }>>;

type Corrected = Extract<Happening, { type: 'corrected' }>;

/** PN-13: whether the stage is one at which the requester's side corrects the form. */
export const isToCorrect = (case_: Pick<Case, 'caseType' | 'stage' | 'status'>): boolean =>
  isOpen(case_.status) && (stageOf(case_)?.corrects ?? false);

/** What the case holds of its form, as `open` took it apart. */
export function valuesOf({ title, description, contacts, country, particulars }: Case): FormValues {
  return { title, description, ...(country !== null && { country }), ...particulars, ...(contacts.length > 0 && { contacts }) };
}

/** Of a form's values, those that can be edited at any time too (G-17). */
export const editableIn = (values: FormValues): Editable => ({
  title: String(values['title']),
  description: String(values['description']),
  contacts: (values['contacts'] as readonly string[] | undefined) ?? [],
});

/** The details in which a form differs from what the case holds; what `editableIn` takes is none of them. */
export function correctionsOf(case_: Case, values: FormValues): Corrections {
  const before = valuesOf(case_);
  const fields = new Set([...Object.keys(before), ...Object.keys(values)].filter((field) => field === 'country' || !ownColumns.has(field)));
  return Object.fromEntries(
    [...fields]
      .map((field) => [field, { from: before[field] ?? null, to: values[field] ?? null }] as const)
      .filter(([, { from, to }]) => !sameValue(from, to)),
  );
}

/** The event of a correction: the work begins anew at the first stage. @param files those that the case did not have yet */
export function correction(case_: Case, details: Corrections, files: readonly FileRef[]): Corrected {
  const { caseType, stage } = case_;
  const named = new Set(Object.values(details).flatMap(({ from }) => (from === null ? [] : [...namesIn(from)])));
  const before = case_.files.filter(({ id }) => named.has(id));
  return { type: 'corrected', caseType, details, before, files, from: stage, to: stagesOf(case_)[0]?.id ?? stage };
}

/** The case with its details corrected. Files that a field no longer names stay in the timeline alone. */
export function corrected(case_: Case, { details, before, files, to }: Corrected & Pick<CaseEvent, 'seq'>): Case {
  const { country, ...others } = details;
  const changed = Object.entries(others);
  const kept = Object.entries(case_.particulars).filter(([field]) => !Object.hasOwn(others, field));
  const particulars = Object.fromEntries([
    ...kept,
    ...changed.flatMap(([field, { to: value }]) => (value === null ? [] : [[field, value] as const])),
  ]);
  const named = new Set(changed.flatMap(([, { to: value }]) => (value === null ? [] : [...namesIn(value)])));
  const gone = new Set(before.map(({ id }) => id).filter((id) => !named.has(id)));
  return {
    ...case_,
    country: country ? (country.to as string | null) : case_.country,
    particulars,
    files: [...case_.files.filter(({ id }) => !gone.has(id)), ...files],
    stage: to,
  };
}

/** The ids of files that a case's form names, so that they need not be sent again. */
export function filesHeld(case_: Case): readonly FileRef[] {
  const fields = findCaseType(case_.caseType)?.caseType.fields ?? [];
  const values = fields.filter(({ kind }) => kind === 'numberList' || kind === 'documents').map(({ id }) => case_.particulars[id]);
  const named = new Set(values.flatMap((value) => (value === undefined ? [] : [...namesIn(value)])));
  return case_.files.filter(({ id }) => named.has(id));
}

/** Whatever in a value may be a file's id: a list's own, or each of several documents. */
function namesIn(value: FieldValue): readonly string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'object' && 'fileId' in value ? [value.fileId] : [];
}

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => sameValue(one[field as keyof typeof one], other[field as keyof typeof other]));
}
