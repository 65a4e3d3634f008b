import { countryName } from '../domain/catalogue/countries.ts';
import type { Fault } from '../domain/faults.ts';
import { elsewhereWords, type Locale, words } from '../domain/i18n/index.ts';
import { formatDay, formatLocal } from '../domain/time/format.ts';
import { offsetText } from '../domain/time/local-date-time.ts';

/** A fault as a sentence in the reader's language, with countries, times and offsets as that language writes them. */
export function explain(fault: Fault, locale: Locale): string {
  return say(localised(fault, locale), locale);
}

const say = <F extends Fault>(fault: F, locale: Locale): string => (words(locale).faults.says[fault.is] as (fault: F) => string)(fault);

function localised(fault: Fault, locale: Locale): Fault {
  switch (fault.is) {
    case 'notServedThere':
    case 'zoneRequired':
    case 'zoneElsewhere':
      return { ...fault, country: countryName(fault.country, locale) };
    case 'outOfLifecycle':
      return { ...fault, until: formatDay(fault.until, locale) };
    case 'directedElsewhere':
      return { ...fault, subject: elsewhereWords(locale, fault.subject).about };
    case 'timeSkipped':
      return { ...fault, before: formatLocal(fault.before, locale), after: formatLocal(fault.after, locale) };
    case 'timeRepeated':
      return { ...fault, earlier: offsetText(fault.earlier), later: offsetText(fault.later) };
    case 'rows':
      return {
        ...fault,
        rows: fault.rows.map((row) => (row.country ? { ...row, country: countryName(row.country, locale) } : row)),
        otherCountries: fault.otherCountries.map((code) => countryName(code, locale)),
      };
    default:
      return fault;
  }
}
