import { limits } from './field.ts';

/** G-3: what every case has, before and after its own fields. */
export const subject = [
  { id: 'title', kind: 'text', max: limits.title, required: true },
  { id: 'description', kind: 'multiline', max: limits.description, required: true },
] as const;
export const enclosures = [
  { id: 'contacts', kind: 'emails', max: limits.contacts, required: false },
  { id: 'documents', kind: 'documents', max: limits.files, required: false },
] as const;

export type CommonFieldId = (typeof subject)[number]['id'] | (typeof enclosures)[number]['id'];
