import type { DraftSummary } from '../../src/app/cases/drafts.ts';
import { actingAs } from '../../src/app/cases/present.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, link, quoted, subtle, text } from './card.ts';

const most = 10;

/** G-19: what was begun and not sent, here or on another device. */
export function draftsCard(turn: Turn, drafts: readonly DraftSummary[], note?: string): AdaptiveCard {
  const { bot } = words(turn.by.locale);
  return card(turn, {
    speak: bot.drafts.title,
    body: [
      heading(bot.drafts.title),
      actingLine(actingAs(turn.by)),
      ...(note ? [text(note)] : []),
      ...(drafts.length === 0 ? [text(bot.drafts.empty)] : drafts.slice(0, most).map((draft) => draftRow(turn, draft))),
    ],
    buttons: [
      { title: bot.home.create, action: { do: 'create', desk: null, category: null, customer: null } },
      { title: bot.case.inTab, url: turn.links.tab('drafts') },
      { title: bot.home.back, action: { do: 'home' } },
    ],
  });
}

function draftRow(turn: Turn, { id, title, caseTypeName, offered, updatedAt }: DraftSummary): CardElement {
  const { drafts } = words(turn.by.locale).bot;
  const { notOffered } = words(turn.by.locale).tab.drafts;
  const dialog = turn.place === 'group' && turn.surface === 'chat' ? ({ dialog: true } as const) : {};
  const when = formatInstant(updatedAt, turn.by.timeZone, turn.by.locale);
  return {
    type: 'ColumnSet',
    separator: true,
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          text(`**${title ? quoted(title, 90) : drafts.untitled}**`),
          subtle([literal(caseTypeName), ...(offered ? [] : [notOffered]), when].join(' · ')),
        ],
      },
      ...(offered ? [link(turn, { title: drafts.resume, action: { do: 'draft', draftId: id }, ...dialog })] : []),
      link(turn, { title: drafts.remove, action: { do: 'dropDraft', draftId: id } }, { color: 'Attention' }),
    ],
  };
}
