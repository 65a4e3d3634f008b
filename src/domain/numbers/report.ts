/** Why a row of a number list can't be taken (PN-3, PN-5). Words for it: `i18n/<language>/`. */
export type RowReason =
  /** Words, a formula, or anything else that no telephone number is written with. */
  | 'notANumber'
  /** The row says something, but nothing where its number should be. */
  | 'missing'
  /** More than one number in the row. */
  | 'ambiguousRow'
  /** No `+` and country code in front, `00` instead of it, or a trunk zero kept within. */
  | 'notInternational'
  /** An extension after the number. */
  | 'extension'
  /** A spreadsheet has turned the number into `3.31E+10`. */
  | 'spreadsheetNotation'
  | 'tooShort'
  | 'tooLong'
  /** Not a number of its country's numbering plan. */
  | 'invalid'
  | 'otherCountry'
  /** A valid number of no country, as `+800`. */
  | 'noCountry';

/** Why a whole list can't be read. */
export type ListProblem =
  | 'empty'
  | 'headerOnly'
  | 'unclosedQuote'
  | 'tooManyRows'
  /** A spreadsheet, a picture, a cut UTF-16 file: bytes that are no text. */
  | 'notText'
  | 'noNumberColumn'
  /** Several columns look like the numbers, and no header says which is meant. */
  | 'severalNumberColumns';

export interface RowFault {
  /** Row as a spreadsheet shows it, from 1. */
  readonly row: number;
  /** What stands there, cut at 100 characters. */
  readonly value: string;
  readonly reason: RowReason;
  /** The country the number belongs to, where it is another one. */
  readonly country?: string;
  /** The number as it was probably meant, in E.164, valid and of the case's country. */
  readonly suggestion?: string;
}

/** A number that stood in the list before; it is counted once. */
export interface Duplicate {
  readonly row: number;
  readonly value: string;
  readonly firstRow: number;
}

export type NumberKind = 'geographic' | 'tollFree' | 'mobile' | 'other';

/**
 * What a number list holds, read for one country (PN-3, PN-5). It survives JSON.
 * `total = good + duplicateCount + faultCount`, unless a `problem` kept the list from being read.
 */
export interface NumberListReport {
  readonly country: string;
  /** Rows with anything in them, the header left out. */
  readonly total: number;
  /** Different numbers that are valid and of the country. */
  readonly good: number;
  readonly faultCount: number;
  /** The first 500. */
  readonly faults: readonly RowFault[];
  readonly duplicateCount: number;
  /** The first 500. */
  readonly duplicates: readonly Duplicate[];
  /** Numbers of other countries: how many of each. */
  readonly otherCountries: Readonly<Record<string, number>>;
  /** The first good number, in E.164. */
  readonly first?: string;
  /** The good numbers by kind. `geographic` counts those that may be fixed or mobile, as in the United States. */
  readonly types: Readonly<Record<NumberKind, number>>;
  readonly problem?: ListProblem;
}

/** Whether a form may be submitted with this list: every row is good, or repeats a good one. */
export function isAcceptable(report: NumberListReport): boolean {
  return report.problem === undefined && report.faultCount === 0 && report.good > 0;
}
