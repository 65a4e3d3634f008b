import { countryName, zoneWithin } from '../../domain/catalogue/countries.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Field, FieldKind, FieldOf, LocalDateTimeValue, NumberListValue } from '../../domain/catalogue/field.ts';
import { deskWords, type Locale, words } from '../../domain/i18n/index.ts';
import { type RoomRef, roomText } from '../../domain/room/room.ts';
import { formatInstant, formatLocal } from '../../domain/time/format.ts';

/** For whom a value is put into words, and of which form it is. */
export interface ReadFor {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly desk: DeskId;
  /** The country of the case: local times are there. */
  readonly country: string | null;
}

/** How each kind of particular reads to a person. Files and what has its own place on the page are not particulars. */
const texts: { readonly [K in FieldKind]: (value: never, reader: ReadFor, field: FieldOf<K>) => string | null } = {
  text: (value: string) => value,
  multiline: (value: string) => value,
  domain: (value: string) => value,
  tenantId: (value: string) => value,
  product: (value: string) => value,
  country: (code: string, { locale }) => countryName(code, locale),
  choice: (value: string, { locale, desk }) => deskWords(locale, desk).options[value] ?? value,
  count: (value: number, { locale }) => value.toLocaleString(locale),
  consent: (value: boolean, { locale }) => (value ? words(locale).cases.yes : words(locale).cases.no),
  emails: (addresses: readonly string[], _, { id }) => (id === 'contacts' ? null : addresses.join(', ')),
  documents: () => null,
  localDateTime: ({ local, zone, instant }: LocalDateTimeValue, { locale, timeZone, country }) => {
    const place = country ? [zoneWithin(country, zone, locale), countryName(country, locale)].filter(Boolean).join(', ') : '';
    const [utc, yours] = [formatInstant(instant, 'UTC', locale), formatInstant(instant, timeZone, locale)];
    return `${formatLocal(local, locale)} ${words(locale).cases.whereThatIs(place, utc, yours)}`;
  },
  rooms: (rooms: readonly RoomRef[]) => rooms.map(roomText).join(', '),
  numberList: ({ count, duplicates, first }: NumberListValue, { locale }) => {
    const { numbersFound, duplicatesFound } = words(locale).cases;
    return `${numbersFound(count)} · ${first}${count > 1 ? ' …' : ''}${duplicates > 0 ? ` · ${duplicatesFound(duplicates)}` : ''}`;
  },
};

/** One particular in the reader's words; `null` for what is shown elsewhere. */
export const fieldText = (field: Field, value: unknown, reader: ReadFor): string | null =>
  (texts[field.kind] as (value: unknown, reader: ReadFor, field: Field) => string | null)(value, reader, field);
