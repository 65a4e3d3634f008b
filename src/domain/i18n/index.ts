import { english, type Words } from './en/index.ts';
import { french } from './fr/index.ts';
import type { Locale } from './locale.ts';

const languages: Readonly<Record<Locale, Words>> = { en: english, fr: french };
export const words = (locale: Locale): Words => languages[locale];

export { type Locale, localeOf, locales, negotiate } from './locale.ts';
export type { Words };
