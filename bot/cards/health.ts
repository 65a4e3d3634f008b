import type { HealthView } from '../../src/app/health/health.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { ActionOf } from '../actions.ts';
import type { Turn } from '../turn.ts';
import { press, quoted, subtle, text } from './card.ts';

/** What a card has room for above what can be chosen. */
const mostShown = 3;

/** CS-12: what is known before a case is created, and when it was read. */
export function healthLines(turn: Turn, health: HealthView): readonly CardElement[] {
  const { state, issues, outages } = health;
  if (state === 'notAsked' && outages.length === 0) return [];
  const { health: says } = words(turn.by.locale);
  const known = [
    ...outages.slice(0, mostShown).flatMap((outage) => outageLines(turn, outage)),
    ...issues.slice(0, mostShown).flatMap((issue) => issueLines(turn, issue)),
  ];
  return [
    {
      type: 'Container',
      style: 'emphasis',
      items: [
        text(says.title, { weight: 'Bolder' }),
        ...(state === 'notAsked' ? [] : [subtle(readLine(turn, health))]),
        ...(known.length > 0 ? [text(says.instead)] : []),
        ...known,
      ],
    },
  ];
}

function readLine({ by }: Turn, { state, readAt, issues }: HealthView): string {
  const { health: says } = words(by.locale);
  const when = readAt && formatInstant(readAt, by.timeZone, by.locale);
  if (state === 'unreadable') return when ? says.unreadableSince(when) : says.unreadable;
  return [says.readAt(when ?? ''), ...(issues.length === 0 ? [says.allWell] : [])].join(' ');
}

const titleLine = (title: string): CardElement => text(quoted(title, 120), { weight: 'Bolder', spacing: 'Small' });

function outageLines(turn: Turn, { id, title, openedAt, followed }: HealthView['outages'][number]): readonly CardElement[] {
  const { health: says } = words(turn.by.locale);
  return [
    titleLine(title),
    subtle(says.outage(formatInstant(openedAt, turn.by.timeZone, turn.by.locale))),
    followButton(turn, followed, { do: 'followOutage', outageId: id, follows: !followed }),
  ];
}

function followButton(turn: Turn, followed: boolean, action: ActionOf<'followOutage' | 'followAnnouncement'>): CardElement {
  const { health: says } = words(turn.by.locale);
  return { type: 'ActionSet', actions: [press(turn, { title: followed ? says.unfollow : says.follow, action, inputs: 'none' })] };
}

function issueLines(turn: Turn, issue: HealthView['issues'][number]): readonly CardElement[] {
  const { by } = turn;
  const { title, service, id, since, url, followed } = issue;
  const { health: says } = words(by.locale);
  const about = says.issue(service, id, formatInstant(since, by.timeZone, by.locale));
  return [
    titleLine(title),
    subtle(`${quoted(about)} · [${says.seeThere}](${url})`),
    followButton(turn, followed, { do: 'followAnnouncement', announcementId: id, follows: !followed }),
  ];
}
