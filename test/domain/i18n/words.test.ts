import { expect, test } from '@jest/globals';
import { desks } from '../../../src/domain/catalogue/desks.ts';
import { localeOf, locales, negotiate, words } from '../../../src/domain/i18n/index.ts';

/** Every path of words with its text; functions by their name alone. */
function texts(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  // Other ways to say a command: each language has as many as it needs.
  if (Array.isArray(value)) return new Map([[path, value.join(' ')]]);
  if (typeof value === 'function') return new Map([[path, 'function']]);
  return new Map(Object.entries(value as object).flatMap(([key, inner]) => [...texts(inner, `${path}.${key}`)]));
}

test.each(locales)('G-13 %s has a word for everything, and none is empty', (locale) => {
  const english = texts(words('en'));
  const own = texts(words(locale));
  expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(locales)('G-2 in %s every case type, field, option and reason of the catalogue has its words', (locale) => {
  for (const desk of Object.values(desks)) {
    const own = words(locale).desks[desk.id];
    for (const caseType of desk.caseTypes) {
      expect(own.caseTypes).toHaveProperty(caseType.id);
      for (const field of caseType.fields) {
        expect(own.fields).toHaveProperty(field.id);
        if (field.kind === 'choice') for (const option of field.options) expect(own.options).toHaveProperty(option);
      }
    }
    for (const reasons of Object.values(desk.reasons)) {
      for (const reason of reasons.kind === 'picked' ? reasons.from : reasons.kind === 'fixed' ? [reasons.reason] : []) {
        expect(own.reasons).toHaveProperty(reason);
      }
    }
  }
});

test('G-13 the language follows the reader’s tag or the browser’s wishes', () => {
  expect(['fr', 'fr-CA', 'FR_fr', 'de', '', undefined].map(localeOf)).toEqual(['fr', 'fr', 'fr', 'en', 'en', 'en']);
  expect(negotiate('de, fr;q=0.8, en;q=0.5')).toBe('fr');
  expect(negotiate('en;q=0, fr')).toBe('fr');
  expect(negotiate('de')).toBeUndefined();
  expect(negotiate(undefined)).toBeUndefined();
});

test('G-13 French sets its own punctuation: a space before : ; ? !', () => {
  const wrong = [...texts(words('fr'))].filter(([, text]) => /[\p{L}\d)][;?!](?:\s|$)|\p{L}:\s/u.test(text));
  expect(wrong).toEqual([]);
});

test('G-13 no French line breaks before : ; ? ! or inside « »', () => {
  const wrong = [...texts(words('fr'))].filter(([, text]) => / [:;?!»]|« /.test(text));
  expect(wrong).toEqual([]);
});

test('G-13 in French nought is singular, and still nought', () => {
  const { summary } = words('fr').reports;
  expect([0, 1, 2].map((count) => summary(count, 0).split(' sur ')[0])).toEqual([
    '0 dossier ouvert',
    '1 dossier ouvert',
    '2 dossiers ouverts',
  ]);
});
