import type { Case } from '../../domain/case/case.ts';
import { countryName, zoneWithin } from '../../domain/catalogue/countries.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { Field, FieldKind, FieldOf, LocalDateTimeValue, NumberListValue } from '../../domain/catalogue/field.ts';
import { deskWords, fieldWords, type Locale, words } from '../../domain/i18n/index.ts';
import { formatInstant, formatLocal } from '../../domain/time/format.ts';
import type { DetailView } from '../views.ts';

interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly case: Case;
}

/** How each kind of particular reads to a person. Files and what has its own place on the page are not particulars. */
const texts: { readonly [K in FieldKind]: (value: never, reader: Reader, field: FieldOf<K>) => string | null } = {
  text: (value: string) => value,
  multiline: (value: string) => value,
  domain: (value: string) => value,
  tenantId: (value: string) => value,
  country: (code: string, { locale }) => countryName(code, locale),
  choice: (value: string, { locale, case: { desk } }) => {
    return deskWords(locale, desk).options[value] ?? value;
  },
  count: (value: number, { locale }) => value.toLocaleString(locale),
  consent: (value: boolean, { locale }) => (value ? words(locale).cases.yes : words(locale).cases.no),
  emails: () => null,
  documents: () => null,
  localDateTime: ({ local, zone, instant }: LocalDateTimeValue, { locale, timeZone, case: { country } }) => {
    const place = country ? [zoneWithin(country, zone, locale), countryName(country, locale)].filter(Boolean).join(', ') : '';
    const [utc, yours] = [formatInstant(instant, 'UTC', locale), formatInstant(instant, timeZone, locale)];
    return `${formatLocal(local, locale)} ${words(locale).cases.whereThatIs(place, utc, yours)}`;
  },
  numberList: ({ count, duplicates, first }: NumberListValue, { locale }) => {
    const { numbersFound, duplicatesFound } = words(locale).cases;
    return `${numbersFound(count)} · ${first}${count > 1 ? ' …' : ''}${duplicates > 0 ? ` · ${duplicatesFound(duplicates)}` : ''}`;
  },
};

/** The particulars of a case in the order of its form, in the reader's words (G-13; PN-4 shows local time, UTC and the reader's). */
export function detailsOf(case_: Case, locale: Locale, timeZone: string): readonly DetailView[] {
  const caseType = findCaseType(case_.caseType)?.caseType;
  return (caseType?.fields ?? []).flatMap((field: Field) => {
    const value = field.id === 'country' ? (case_.country ?? undefined) : case_.particulars[field.id];
    if (value === undefined) return [];
    const read = texts[field.kind] as (value: unknown, reader: Reader, field: Field) => string | null;
    const text = read(value, { locale, timeZone, case: case_ }, field);
    return text === null ? [] : [{ field: field.id, label: fieldWords(locale, case_.desk, field.id).label, text }];
  });
}
