import type { Locale } from '../domain/i18n/index.ts';
import { words } from '../domain/i18n/index.ts';
import { isAcceptable, type NumberListReport } from '../domain/numbers/report.ts';
import { literal } from './card-text.ts';
import { explain } from './explain.ts';
import { orderGuidance } from './number-list/guidance.ts';

/** A file given to a field of a form, with what was found in it where it is a number list. */
export interface Upload {
  readonly field: string;
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Absent for documents, and for a list while no country is chosen. */
  readonly report?: NumberListReport;
}

export interface UploadLine {
  readonly good: boolean;
  /** For a card: what people wrote in it is escaped. */
  readonly text: string;
}

/** An upload in words: *numbers.csv · 412 numbers, 3 rows to correct*, the rows, and what more is needed (PN-5, PN-11). */
export function uploadLines({ name, report }: Upload, locale: Locale): readonly UploadLine[] {
  if (!report) return [{ good: true, text: literal(name) }];
  const { cases, faults, desks } = words(locale);
  if (report.problem) return [{ good: false, text: `${literal(name)} · ${literal(faults.lists[report.problem])}` }];
  const found = [
    cases.numbersFound(report.good),
    ...(report.faultCount > 0 ? [cases.rowsToCorrect(report.faultCount)] : []),
    ...(report.duplicateCount > 0 ? [cases.duplicatesFound(report.duplicateCount)] : []),
  ];
  const rows = {
    is: 'rows',
    count: report.faultCount,
    rows: report.faults.slice(0, 5),
    otherCountries: Object.keys(report.otherCountries),
  } as const;
  return [
    { good: isAcceptable(report), text: `${literal(name)} · ${found.join(', ')}` },
    ...(report.faultCount > 0 ? [{ good: false, text: literal(explain(rows, locale)) }] : []),
    ...orderGuidance(report).map((flag) => ({ good: true, text: literal(desks.phoneNumbers.guidance[flag]) })),
  ];
}
