import type { Case } from './case.ts';

/** G-17: what the requester's side can correct once a case is open. */
export type Editable = Pick<Case, 'title' | 'description' | 'contacts'>;
export type EditedField = keyof Editable;

/** What changed, from what to what; a field that stayed as it was is left out. */
export type Changes = { readonly [F in EditedField]?: { readonly from: Editable[F]; readonly to: Editable[F] } };

/** @param wanted as the case's form takes it; a field that is left out stays */
export function changesOf(case_: Editable, wanted: Partial<Editable>): Changes {
  const { title, description, contacts } = wanted;
  return {
    ...(title !== undefined && title !== case_.title && { title: { from: case_.title, to: title } }),
    ...(description !== undefined && description !== case_.description && { description: { from: case_.description, to: description } }),
    ...(contacts && !sameAddresses(contacts, case_.contacts) && { contacts: { from: case_.contacts, to: contacts } }),
  };
}

const sameAddresses = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((address) => other.includes(address));
