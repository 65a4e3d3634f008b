import type { CaseView, TimelineEntry } from '../../src/app/views.ts';
import { toldOnce } from '../../src/domain/case/told-twice.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, heading, quoted, subtle, text } from './card.ts';

/** Entries on one card. */
export const timelinePage = 10;

export interface TimelinePage {
  readonly items: readonly TimelineEntry[];
  readonly earlier: number;
}

/** G-5: the one timeline, newest last, a page at a time. */
export function timelineCard(turn: Turn, view: CaseView, { items, earlier }: TimelinePage): AdaptiveCard {
  const says = words(turn.by.locale).bot.case;
  const first = items[0];
  const further: readonly Button[] =
    earlier > 0 && first ? [{ title: says.earlier, action: { do: 'timeline', caseId: view.id, before: first.seq } }] : [];
  return card(turn, {
    speak: `${view.number}. ${says.timelineTitle}`,
    body: [
      subtle(literal(view.number)),
      heading(`${says.timelineTitle} · ${quoted(view.title, 100)}`),
      ...toldOnce(items).flatMap((entry) => entryElements(turn, entry, 400)),
    ],
    evenly: true,
    buttons: [
      { title: says.back, action: { do: 'case', caseId: view.id } },
      ...further,
      { title: says.inTab, url: turn.links.tab(`case/${view.number}`) },
    ],
  });
}

function changeText(turn: Turn, { label, from, to }: TimelineEntry['changes'][number]): string {
  const { empty, labelled } = words(turn.by.locale).cases.changed;
  return `${literal(labelled(label))} ${quoted(from, 150) || empty} → ${quoted(to, 150) || empty}`;
}

/** One entry: what happened and when, the words that were written, the files that came with them. */
export function entryElements(turn: Turn, entry: TimelineEntry, most: number): readonly CardElement[] {
  const { bot, cases } = words(turn.by.locale);
  const at = formatInstant(entry.at, turn.by.timeZone, turn.by.locale);
  const files = entry.files.map(({ name }) => name).join(', ');
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Small',
      items: [
        text(`**${quoted(entry.summary, 200)}**`, { size: 'Small' }),
        subtle(`${at}${entry.internal ? ` · ${cases.actions.note}` : ''}`),
        ...entry.changes.map((change) => subtle(changeText(turn, change), { spacing: 'Small' })),
        ...(entry.text ? [text(quoted(entry.text, most), { spacing: 'Small' })] : []),
        ...(files ? [subtle(bot.case.attached(quoted(files, 300)), { spacing: 'Small' })] : []),
      ],
    },
  ];
}
