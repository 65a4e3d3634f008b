import type { TraitOverrides } from './catalogue/countries.ts';

/** What the operator may configure of the rules; read from a file that is checked at start. */
export interface Settings {
  /** G-6: days within which a closed case may be reopened. */
  readonly reopenWithinDays: number;
  /** PN-10, PN-12: corrections to the country table, by alpha-2 code. */
  readonly countries: TraitOverrides;
}

export const defaultSettings: Settings = { reopenWithinDays: 14, countries: {} };
