import type { DeskId } from '../catalogue/desk.ts';
import { findCaseType } from '../catalogue/desks.ts';
import type { FieldValue, FormValues } from '../catalogue/field.ts';

/** Where a case is filed: a type is of one desk. */
export interface Place {
  readonly desk: DeskId;
  readonly caseType: string;
}

/** AG-2: what was typed for a form that a case no longer has, and for which. */
export interface Filed extends Place {
  readonly values: FormValues;
}

/** A case's particulars, by its own form and by those it had before. */
interface Typed extends Place {
  readonly particulars: FormValues;
  readonly filed: readonly Filed[];
}

/**
 * AG-2: what was typed, as another type's form takes it up: every value that this form has a like field for becomes one of its particulars, the
 * newest first; the others stand under the form they were typed for. Nothing is ever lost, and moving back restores what was there.
 */
export function refile(case_: Typed, to: Place): Pick<Typed, 'particulars' | 'filed'> {
  const sources: readonly Filed[] = [
    { desk: case_.desk, caseType: case_.caseType, values: case_.particulars },
    ...case_.filed.toReversed(),
  ];
  const particulars: Record<string, FieldValue> = {};
  const left = sources.map((source) => ({
    ...source,
    values: Object.fromEntries(
      Object.entries(source.values).filter(([field, value]) => {
        if (Object.hasOwn(particulars, field) || !takes(to.caseType, source.caseType, field, value)) return true;
        particulars[field] = value;
        return false;
      }),
    ),
  }));
  return { particulars, filed: left.filter(({ values }) => Object.keys(values).length > 0).toReversed() };
}

/** Whether a form has the same field: of the same kind, and for a choice with the option that was chosen. */
function takes(caseType: string, typedFor: string, id: string, value: FieldValue): boolean {
  const field = fieldOf(caseType, id);
  const before = fieldOf(typedFor, id);
  if (!field || field.kind !== before?.kind) return false;
  return field.kind !== 'choice' || field.options.includes(String(value));
}

const fieldOf = (caseType: string, id: string) => findCaseType(caseType)?.caseType.fields.find((field) => field.id === id);
