import type { OrganisationEntry, PersonEntry, Start } from '../client-contract.ts';
import { type Language, languages, type Words, wordsOf } from './words.ts';

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Who sits at this window and how their client is set. Kept by the window, so two windows may be two persons. */
export interface Session {
  readonly start: Start;
  readonly person: PersonEntry;
  readonly organisation: OrganisationEntry;
  /** As it is now: it changes without the page being drawn again. */
  readonly theme: Theme;
  readonly language: Language;
  /** The tag their client sends: their own where it is of the chosen language. */
  readonly locale: string;
  readonly words: Words;
}

interface Kept {
  person?: string;
  theme?: Theme;
  language?: Language;
}

const key = 'stand-in';

export function kept(): Kept {
  const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
  return typeof value === 'object' && value !== null ? (value as Kept) : {};
}

export function keep(change: Kept): void {
  sessionStorage.setItem(key, JSON.stringify({ ...kept(), ...change }));
}

export function leave(): void {
  const { theme, language } = kept();
  sessionStorage.setItem(key, JSON.stringify({ theme, language }));
}

export function browserLanguage(): Language {
  return languages.find((language) => navigator.language.toLowerCase().startsWith(language)) ?? 'en';
}

/** `undefined` until somebody is chosen. */
export function sessionOf(start: Start): Session | undefined {
  const { person: id, language: chosen } = kept();
  for (const organisation of start.organisations) {
    const person = organisation.people.find((one) => one.id === id);
    if (!person) continue;
    const language = chosen ?? (person.locale.startsWith('fr') ? 'fr' : 'en');
    const locale = person.locale.startsWith(language) ? person.locale : { en: 'en-US', fr: 'fr-FR' }[language];
    return {
      start,
      person,
      organisation,
      language,
      locale,
      words: wordsOf[language],
      get theme() {
        return kept().theme ?? 'default';
      },
    };
  }
  return undefined;
}
