import type { FirstWords, Locale, PageWords, Words } from '../src/domain/i18n/index.ts';

/** A page is read in one language: the others are not loaded with it. */
const languages: Readonly<Record<Locale, () => Promise<FirstWords>>> = {
  en: async () => (await import('../src/domain/i18n/en/first-view.ts')).firstView,
  fr: async () => (await import('../src/domain/i18n/fr/first-view.ts')).firstView,
};

/** What the first view says is enough to show it; the other words come with the first of the other pages. */
const languagesOfPages: Readonly<Record<Locale, () => Promise<PageWords>>> = {
  en: async () => (await import('../src/domain/i18n/en/on-page.ts')).onPage,
  fr: async () => (await import('../src/domain/i18n/fr/on-page.ts')).onPage,
};

/** What reports and the board say is not loaded before one of them is. */
const languagesOfReports: Readonly<Record<Locale, () => Promise<Words['reports']>>> = {
  en: async () => (await import('../src/domain/i18n/en/reports.ts')).reports,
  fr: async () => (await import('../src/domain/i18n/fr/reports.ts')).reports,
};

/** The same of webhooks. */
const languagesOfWebhooks: Readonly<Record<Locale, () => Promise<Words['webhooks']>>> = {
  en: async () => (await import('../src/domain/i18n/en/webhooks.ts')).webhooks,
  fr: async () => (await import('../src/domain/i18n/fr/webhooks.ts')).webhooks,
};

/** The same of packs. */
const languagesOfPacks: Readonly<Record<Locale, () => Promise<Words['packs']>>> = {
  en: async () => (await import('../src/domain/i18n/en/packs.ts')).packs,
  fr: async () => (await import('../src/domain/i18n/fr/packs.ts')).packs,
};

/** The same of what a person chooses to hear. */
const languagesOfChoices: Readonly<Record<Locale, () => Promise<Words['choices']>>> = {
  en: async () => (await import('../src/domain/i18n/en/choices.ts')).choices,
  fr: async () => (await import('../src/domain/i18n/fr/choices.ts')).choices,
};

const here = new Map<Locale, FirstWords>();

/** The words of a language: one promise each, so that React can wait for it; a load that failed is tried anew. */
function oncePerLanguage<W>(load: Readonly<Record<Locale, () => Promise<W>>>, came?: (locale: Locale, words: W) => void) {
  const asked = new Map<Locale, Promise<W>>();
  return (locale: Locale): Promise<W> => {
    const known = asked.get(locale);
    if (known) return known;
    const loading = load[locale]();
    asked.set(locale, loading);
    loading.then(
      (words) => {
        // So React reads them from now on without a pause.
        Object.assign(loading, { status: 'fulfilled', value: words });
        came?.(locale, words);
      },
      () => asked.delete(locale),
    );
    return loading;
  };
}

export const wordsOf = oncePerLanguage(languages, (locale, words) => here.set(locale, words));
export const pageWordsOf = oncePerLanguage(languagesOfPages);
export const reportWordsOf = oncePerLanguage(languagesOfReports);
export const webhookWordsOf = oncePerLanguage(languagesOfWebhooks);
export const packWordsOf = oncePerLanguage(languagesOfPacks);
export const choiceWordsOf = oncePerLanguage(languagesOfChoices);

/** Whatever words are here: for the moment in which nothing can be waited for. */
export const wordsAtHand = (locale: Locale): FirstWords | undefined => here.get(locale) ?? here.values().next().value;

/** All words that pages share, in the languages that are shown. */
export const pageWordsHere = async (): Promise<void> => void (await Promise.all([...here.keys()].map(pageWordsOf)));
