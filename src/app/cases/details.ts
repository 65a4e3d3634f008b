import type { Case } from '../../domain/case/case.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { contactPhone } from '../../domain/catalogue/contact-phone.ts';
import type { TraitOverrides } from '../../domain/catalogue/countries.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { Field } from '../../domain/catalogue/field.ts';
import { fieldWords, type Locale } from '../../domain/i18n/index.ts';
import { fieldsFor } from '../../forms/values.ts';
import type { DetailView, FiledView } from '../views.ts';
import { fieldText, type ReadFor } from './field-text.ts';
import { supportDetails } from './support-view.ts';
import { placeName } from './timeline.ts';

interface Form {
  readonly desk: DeskId;
  readonly caseType: string;
}

/** Of these values, in the order of the form they were typed for and in the reader's words. */
function readValues({ desk, caseType }: Form, valueIn: (field: Field) => unknown, reader: Omit<ReadFor, 'desk'>): readonly DetailView[] {
  return (findCaseType(caseType)?.caseType.fields ?? []).flatMap((field: Field) => {
    const value = valueIn(field);
    if (value === undefined) return [];
    const text = fieldText(field, value, { ...reader, desk });
    return text === null ? [] : [{ field: field.id, label: fieldWords(reader.locale, desk, field.id).label, text }];
  });
}

/** The particulars of a case in the order of its form, in the reader's words (G-13; PN-4 shows local time, UTC and the reader's). */
export const detailsOf = (case_: Case, locale: Locale, timeZone: string): readonly DetailView[] => [
  ...readValues(case_, (field) => standingValue(case_, field), { locale, timeZone, country: case_.country }),
  ...supportDetails(case_, locale),
];

/** What has a column of its own may have changed since it was typed. */
function standingValue({ country, severity, particulars }: Case, { id }: Field): unknown {
  if (id === 'country') return country ?? undefined;
  return id === 'severity' ? (severity ?? undefined) : particulars[id];
}

/** AG-2: what was typed for forms that the case had before it was moved, as it was filed. */
export const filedOf = (case_: Case, locale: Locale, timeZone: string): readonly FiledView[] =>
  case_.filed.map(({ desk, caseType, values }) => ({
    desk,
    caseType,
    name: placeName({ desk, caseType }, locale),
    details: readValues({ desk, caseType }, ({ id }) => values[id], { locale, timeZone, country: case_.country }),
  }));

/** AG-2, CS-4: what the case's form requires and was never asked, so that an engineer can ask; of an open case alone. */
export function missingOf(case_: Case, locale: Locale, countries: TraitOverrides): readonly string[] {
  const form = findCaseType(case_.caseType)?.caseType;
  if (!form || !isOpen(case_.status)) return [];
  const has = ({ id }: Field) =>
    id in case_.particulars ||
    (id === 'country' && case_.country !== null) ||
    (id === 'severity' && case_.severity !== null) ||
    ownFields.has(id);
  return fieldsFor(form, case_.country ?? undefined, countries)
    .filter((field) => (field.required || (case_.severity === 'A' && field.id === contactPhone.id)) && !has(field))
    .map((field) => fieldWords(locale, case_.desk, field.id).label);
}

/** Every case has these, or may do without. */
const ownFields: ReadonlySet<string> = new Set(['title', 'description', 'contacts']);
