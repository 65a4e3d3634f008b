import type { FileRef } from '../../domain/case/events.ts';
import type { CaseType } from '../../domain/catalogue/desk.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { NumberListReport } from '../../domain/numbers/report.ts';
import { readNumberList } from '../../forms/number-list/read.ts';
import { countryOf } from '../../forms/values.ts';
import type { Deps } from '../deps.ts';

/** Reports are a function of content and country: the last few are kept, so that sending a form does not read its list again. */
const kept = new Map<string, Promise<NumberListReport>>();
const most = 50;

export function reportOf(deps: Deps, sha256: string, country: string): Promise<NumberListReport> {
  const key = `${sha256}:${country}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = deps.blobs.read(sha256).then((bytes) => readNumberList(bytes, country));
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
  return reading;
}

/** The ids of files that a form's input names, by field. */
export function filesNamed(
  caseType: CaseType,
  input: FormInput,
): readonly { readonly field: string; readonly id: string; readonly list: boolean }[] {
  return caseType.fields.flatMap((field) => {
    if (field.kind !== 'numberList' && field.kind !== 'documents') return [];
    const value = input[field.id];
    const ids = Array.isArray(value) ? value : [value];
    return ids
      .filter((id): id is string => typeof id === 'string' && uuid.test(id))
      .map((id) => ({ field: field.id, id, list: field.kind === 'numberList' }));
  });
}
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a form's files are and what its number lists hold for the form's country. */
export async function fileFacts(deps: Deps, caseType: CaseType, input: FormInput, stored: readonly FileRef[]) {
  const country = countryOf(caseType, input);
  const files = new Map(stored.map((f) => [f.id, f]));
  const lists = new Map<string, NumberListReport>();
  for (const { id, list } of filesNamed(caseType, input)) {
    const file = files.get(id);
    if (list && file && country) lists.set(id, await reportOf(deps, file.sha256, country));
  }
  return { files, lists };
}
