import type { Locale, Words } from '../src/domain/i18n/index.ts';

/** A page is read in one language: the others are not loaded with it. */
const languages: Readonly<Record<Locale, () => Promise<Words>>> = {
  en: async () => (await import('../src/domain/i18n/en/index.ts')).english,
  fr: async () => (await import('../src/domain/i18n/fr/index.ts')).french,
};

const asked = new Map<Locale, Promise<Words>>();
const here = new Map<Locale, Words>();

/** The words of a language: one promise each, so that React can wait for it; a load that failed is tried anew. */
export function wordsOf(locale: Locale): Promise<Words> {
  const known = asked.get(locale);
  if (known) return known;
  const loading = languages[locale]();
  asked.set(locale, loading);
  loading.then(
    (words) => here.set(locale, words),
    () => asked.delete(locale),
  );
  return loading;
}

/** Whatever words are here: for the moment in which nothing can be waited for. */
export const wordsAtHand = (locale: Locale): Words | undefined => here.get(locale) ?? here.values().next().value;
