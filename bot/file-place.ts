import type { CaseType } from '../src/domain/catalogue/desk.ts';
import type { FieldOf, FormInput } from '../src/domain/catalogue/field.ts';
import { isEmpty } from '../src/forms/schema.ts';

export interface Place {
  readonly field: string;
  /** The form's input with that file in its place. */
  with(fileId: string): FormInput;
}

const text = /\.(?:csv|tsv|txt)$/i;
const spreadsheet = /\.(?:xlsx?|ods|numbers)$/i;

/**
 * Where in a form a file belongs that came by the chat: text is the number list, also in place of an earlier one, and so is a spreadsheet
 * while there is none, for then the form says how to save it as CSV. Anything else goes to the first place for documents with room,
 * those that are required first (PN-5, PN-11). `undefined` where the form has no such place.
 */
export function placeFor({ fields }: CaseType, input: FormInput, name: string): Place | undefined {
  const list = fields.find((field) => field.kind === 'numberList');
  if (list && (text.test(name) || (spreadsheet.test(name) && isEmpty(input[list.id])))) {
    return { field: list.id, with: (id) => ({ ...input, [list.id]: id }) };
  }
  const places = fields.filter((field): field is FieldOf<'documents'> & typeof field => field.kind === 'documents');
  const held = (id: string): readonly unknown[] => (Array.isArray(input[id]) ? input[id] : []);
  const free = [...places.filter((p) => p.required), ...places.filter((p) => !p.required)].find((p) => held(p.id).length < p.max);
  return free && { field: free.id, with: (id) => ({ ...input, [free.id]: [...held(free.id), id] }) };
}
