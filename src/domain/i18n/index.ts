import type { DeskId } from '../catalogue/desk.ts';
import type { CaseTypeWords, DeskWords, ElsewhereWords } from './en/desk-words.ts';
import type { FirstWords } from './en/first-view.ts';
import { english, type Words } from './en/index.ts';
import type { PageWords } from './en/on-page.ts';
import { french } from './fr/index.ts';
import type { Locale } from './locale.ts';

const languages: Readonly<Record<Locale, Words>> = { en: english, fr: french };
export const words = (locale: Locale): Words => languages[locale];

/** The words of a desk, for whoever works over all of them. */
export const deskWords = (locale: Locale, desk: DeskId): DeskWords => words(locale).desks[desk];

/** A case type in words; one that is declared no more has its id for a name. */
export const caseTypeWords = (locale: Locale, desk: DeskId, id: string): CaseTypeWords =>
  deskWords(locale, desk).caseTypes[id] ?? { name: id, about: '', ready: '' };

/** A stage in words. */
export const stageWords = (locale: Locale, desk: DeskId, id: string): string => deskWords(locale, desk).stages?.[id] ?? id;

/** A field in words. */
export const fieldWords = (locale: Locale, desk: DeskId, id: string): { readonly label: string; readonly hint?: string } =>
  deskWords(locale, desk).fields[id] ?? { label: id };

/** PN-16: a subject of another service, whichever desk names it. */
export function elsewhereWords(locale: Locale, id: string): ElsewhereWords {
  const all: readonly DeskWords[] = Object.values(words(locale).desks);
  return all.map(({ elsewhere }) => elsewhere[id]).find((own) => own !== undefined) ?? { name: id, about: '', go: '' };
}

export { type Locale, localeOf, locales, negotiate } from './locale.ts';
export type { CaseTypeWords, DeskWords, FirstWords, PageWords, Words };
