import type { Locale, PageWords } from '../src/domain/i18n/index.ts';

/** A page is read in one language: the others are not loaded with it. */
const languages: Readonly<Record<Locale, () => Promise<PageWords>>> = {
  en: async () => (await import('../src/domain/i18n/en/on-page.ts')).onPage,
  fr: async () => (await import('../src/domain/i18n/fr/on-page.ts')).onPage,
};

const asked = new Map<Locale, Promise<PageWords>>();
const here = new Map<Locale, PageWords>();

/** The words of a language: one promise each, so that React can wait for it; a load that failed is tried anew. */
export function wordsOf(locale: Locale): Promise<PageWords> {
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
export const wordsAtHand = (locale: Locale): PageWords | undefined => here.get(locale) ?? here.values().next().value;
