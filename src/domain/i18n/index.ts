import { english } from './en/index.ts';
import { french } from './fr/index.ts';
import type { Locale } from './locale.ts';

/** Every word the product says, in one language. English is the declaration; another language that lacks a word does not compile. */
export type Words = typeof english;

const languages: Readonly<Record<Locale, Words>> = { en: english, fr: french };
export const words = (locale: Locale): Words => languages[locale];

export { type Locale, localeOf, locales, negotiate } from './locale.ts';
