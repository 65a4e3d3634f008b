import type { CaseEvent } from '../../domain/case/events.ts';
import { findCaseType } from '../../domain/catalogue/desks.ts';
import type { Field, FieldValue } from '../../domain/catalogue/field.ts';
import { fieldWords, type Locale } from '../../domain/i18n/index.ts';
import type { ChangeView } from '../views.ts';
import { fieldText } from './field-text.ts';

type Corrected = Extract<CaseEvent, { type: 'corrected' }>;

/** PN-13: what was corrected, field by field in the order of the form: number lists as counts, documents by their names. */
export function correctionViews(
  event: Corrected,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): readonly ChangeView[] {
  const type = findCaseType(event.caseType);
  if (!type) return [];
  const { desk, caseType } = type;
  return caseType.fields.flatMap((field: Field) => {
    const change = event.details[field.id];
    if (!change) return [];
    const read = (value: FieldValue | null, country: string | null): string => {
      if (value === null) return '';
      if (field.kind === 'documents') return namesOf(event, value);
      return fieldText(field, value, { locale, timeZone, desk: desk.id, country }) ?? '';
    };
    const { from = null, to = null } = event.details['country'] ?? {};
    const { label } = fieldWords(locale, desk.id, field.id);
    return [{ field: field.id, label, from: read(change.from, from as string | null), to: read(change.to, to as string | null) }];
  });
}

function namesOf({ before, files }: Corrected, ids: FieldValue): string {
  const names = new Map([...before, ...files].map(({ id, name }) => [id, name]));
  return Array.isArray(ids) ? ids.flatMap((id) => names.get(String(id)) ?? []).join(', ') : '';
}
