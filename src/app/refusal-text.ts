import type { Refusal } from '../domain/errors.ts';
import { type Locale, words } from '../domain/i18n/index.ts';
import { never } from '../domain/result.ts';

/** A refusal in the reader's words: what can't be done, why, and what to do instead. */
export function refusalText(refusal: Refusal, locale: Locale): { readonly title: string; readonly detail: string } {
  const { refusals } = words(locale);
  return { title: refusals.titles[refusal.code], detail: detailOf(refusal, locale) };
}

function detailOf(refusal: Refusal, locale: Locale): string {
  const { refusals, desks } = words(locale);
  switch (refusal.code) {
    case 'notFound':
    case 'invalid':
    case 'changed':
    case 'alreadyUsed':
      return refusals[refusal.code];
    case 'mistypedNumber':
      return refusals.mistypedNumber;
    case 'notAllowed':
      return refusal.why ? refusals.why[refusal.why] : refusals.notAllowed;
    case 'illegalStep':
      return refusals.illegalStep(refusal.status);
    case 'directedElsewhere': {
      const subjects = desks.phoneNumbers.elsewhere;
      return `${refusals.directedElsewhere} ${subjects[refusal.subject.id as keyof typeof subjects].about}`;
    }
    case 'limitReached':
      return refusals.limits[refusal.limit](refusal.max);
    default:
      return never(refusal);
  }
}
