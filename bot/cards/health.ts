import type { HealthView } from '../../src/app/health/health.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import { quoted, subtle, text } from './card.ts';

/** What a card has room for above what can be chosen. */
const mostShown = 5;

/** CS-12: what is known before a case is created, and when it was read. */
export function healthLines({ by }: Turn, { state, readAt, issues, outages }: HealthView): readonly CardElement[] {
  if (state === 'notAsked' && outages.length === 0) return [];
  const { health: says } = words(by.locale);
  const moment = (instant: string) => formatInstant(instant, by.timeZone, by.locale);
  const when = readAt && moment(readAt);
  const read = state === 'unreadable' ? (when ? says.unreadableSince(when) : says.unreadable) : says.readAt(when ?? '');
  const known = [
    ...outages.map(({ title, openedAt }) => ({ title, about: says.outage(moment(openedAt)), url: null })),
    ...issues.map(({ title, service, id, since, url }) => ({ title, about: says.issue(service, id, moment(since)), url })),
  ];
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        text(says.title, { weight: 'Bolder' }),
        ...(state === 'notAsked' ? [] : [subtle(`${read}${state === 'read' && issues.length === 0 ? ` ${says.allWell}` : ''}`)]),
        ...(known.length > 0 ? [text(says.instead)] : []),
        ...known
          .slice(0, mostShown)
          .flatMap(({ title, about, url }) => [
            text(quoted(title, 120), { weight: 'Bolder', spacing: 'Small' }),
            subtle(url ? `${quoted(about)} · [${says.followThere}](${url})` : quoted(about)),
          ]),
      ],
    },
  ];
}
