import { actingAs } from '../../src/app/cases/present.ts';
import type { Board, BoardRow } from '../../src/app/reports/customer-board.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, quoted, subtle, text } from './card.ts';

export const customersOnACard = 10;

/** G-4: a partner's customers with how its cases for each stand, what is most pressing first; the tab has the others. */
export function boardCard(turn: Turn, { items, totals }: Board): AdaptiveCard {
  const { bot, reports } = words(turn.by.locale);
  const { board: says } = reports;
  const ending = totals.endsSoon > 0 ? [says.endingSoon(totals.endsSoon)] : [];
  const title = [says.customers(totals.customers), ...ending].join(' · ');
  return card(turn, {
    speak: `${says.title}. ${title}`,
    body: [
      heading(says.title),
      text(title, { spacing: 'None', weight: 'Bolder', ...(ending.length > 0 && { color: 'Warning' }) }),
      actingLine(actingAs(turn.by)),
      ...items.map((row) => customerRow(turn, row)),
    ],
    buttons: [
      {
        title: bot.lists.titles.customers,
        action: { do: 'list', list: 'customers', state: 'open', words: null, cursor: null },
      },
      { title: bot.lists.inTab, url: turn.links.tab('customers') },
      { title: bot.home.back, action: { do: 'home' } },
    ],
    refresh: { do: 'board' },
  });
}

const counted = ['late', 'severityA', 'dueSoon', 'waiting', 'open'] as const;

function customerRow({ by }: Turn, row: BoardRow): CardElement {
  const { board: says } = words(by.locale).reports;
  const counts = counted.filter((one) => row[one] > 0 || one === 'open').map((one) => `${says[one]} ${row[one].toLocaleString(by.locale)}`);
  const ends = row.endsSoon && row.endsAt !== null ? [`${says.endsAt} ${formatInstant(row.endsAt, by.timeZone, by.locale)}`] : [];
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    items: [text(`**${quoted(row.name, 90)}**`), subtle(literal([...counts, ...ends].join(' · ')))],
  };
}
