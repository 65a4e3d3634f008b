import type { Closers } from '../domain/access/closing-rule.ts';
import { whoseAlone } from '../domain/access/policy.ts';
import type { NoIncident } from '../domain/entitlement/pack.ts';
import type { Refusal } from '../domain/errors.ts';
import { elsewhereWords, type Locale, words } from '../domain/i18n/index.ts';
import { never } from '../domain/result.ts';
import { formatDay } from '../domain/time/format.ts';
import { nameWithin } from './people/names.ts';

/** A refusal in the reader's words: what can't be done, why, and what to do instead. */
export function refusalText(refusal: Refusal, locale: Locale): { readonly title: string; readonly detail: string } {
  const { refusals } = words(locale);
  return { title: refusals.titles[refusal.code], detail: detailOf(refusal, locale) };
}

function detailOf(refusal: Refusal, locale: Locale): string {
  const { refusals } = words(locale);
  switch (refusal.code) {
    case 'notFound':
    case 'invalid':
    case 'changed':
    case 'alreadyUsed':
    case 'outdated':
    case 'exportFirst':
      return refusals[refusal.code];
    case 'mistypedNumber':
      return refusals.mistypedNumber;
    case 'nothingToConfirm':
      return refusals.nothingToConfirm;
    case 'tooSoon':
      return refusals.tooSoon[refusal.what](Math.ceil(refusal.retryAfter / 60));
    case 'notAllowed':
      if (refusal.closers) return closersText(refusal.closers, locale);
      return refusal.why ? refusals.why[refusal.why] : roleText(refusal.action, locale);
    case 'fileRefused':
      return refusals.fileRefused[refusal.kind];
    case 'illegalStep':
      return refusals.illegalStep(refusal.status);
    case 'tenantState':
      return refusals.tenantState[refusal.state];
    case 'noIncident':
      return noIncidentText(refusal.why, locale);
    case 'directedElsewhere':
      return `${refusals.directedElsewhere} ${elsewhereWords(locale, refusal.subject.id).about}`;
    case 'limitReached':
      return refusals.limits[refusal.limit](refusal.max);
    default:
      return never(refusal);
  }
}

/** What the reader's role lacks, and whom to ask: nobody of a customer's could help with what is the desk's alone. */
function roleText(action: Extract<Refusal, { code: 'notAllowed' }>['action'], locale: Locale): string {
  const { refusals } = words(locale);
  const whose = whoseAlone(action);
  return whose ? refusals.alone[whose] : refusals.notAllowed;
}

/** PS-7: why there is no incident to take, and what to do instead. */
function noIncidentText(why: NoIncident, locale: Locale): string {
  const says = words(locale).packs.noIncident;
  switch (why.is) {
    case 'noPack':
    case 'used':
      return says[why.is];
    case 'expired':
      return says.expired(formatDay(why.lastDay, locale));
    case 'short':
      return says.short(why.wanted, why.left);
    default:
      return never(why);
  }
}

/** G-10: who can close where the reader may not. */
export function closersText({ who, names }: Closers, locale: Locale): string {
  const { closers } = words(locale).refusals;
  if (names.length === 0) return closers.nobody;
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    names.slice(0, mostNamed).map((name) => nameWithin(name, locale)),
  );
  return closers[who](list);
}

const mostNamed = 5;
