import { actingAs } from '../../src/app/cases/present.ts';
import { listsFor } from '../../src/app/cases/queries.ts';
import type { CaseSummary, ListName, Page } from '../../src/app/views.ts';
import { isEngineerOf } from '../../src/domain/access/authorize.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { ActionOf } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, type Button, card, columns, heading, link, quoted, row, subtle, text } from './card.ts';
import { statusText } from './case.ts';
import { changing } from './case-buttons.ts';

export const rowsOnACard = 10;

/** Ten cases, or what was found; a row opens its case in place. */
export function listCard(turn: Turn, asked: ActionOf<'list'>, page: Page<CaseSummary>): AdaptiveCard {
  const { bot, mail } = words(turn.by.locale);
  const { lists } = bot;
  const title = asked.words === null ? lists.titles[asked.list] : lists.searched(quoted(asked.words, 60));
  const empty = asked.words === null ? lists.empty[asked.state] : lists.emptySearch;
  const first = { ...asked, cursor: null };
  return card(turn, {
    speak: mail.labelled(asked.words === null ? lists.titles[asked.list] : lists.search, String(page.items.length)),
    body: [
      heading(title),
      ...(states(asked).length > 0 ? [subtle(lists.states[asked.state])] : []),
      actingLine(actingAs(turn.by)),
      ...(page.items.length === 0 ? [text(empty)] : page.items.flatMap((item) => caseRow(turn, asked, item))),
      ...otherLists(turn, asked),
    ],
    ...(page.next ? {} : { evenly: true as const }),
    buttons: [
      ...(page.next ? [{ title: lists.next, action: { ...asked, cursor: page.next } } as const] : []),
      ...(asked.cursor ? [{ title: lists.first, action: first } as const] : []),
      ...states(asked)
        .filter((state) => state !== asked.state)
        .map((state): Button => ({ title: lists.states[state], action: { ...first, state } })),
      { title: lists.inTab, url: turn.links.tab(placeOf(asked)) },
      ...(page.next && asked.cursor ? [] : [{ title: words(turn.by.locale).bot.home.back, action: { do: 'home' } } as const]),
    ],
    refresh: asked,
  });
}

/** The same list in the tab, where it can be narrowed further and taken along (G-16). */
function placeOf({ list, state, words: sought }: ActionOf<'list'>): string {
  const query = new URLSearchParams({ ...(state !== 'open' && { state }), ...(sought !== null && { q: sought }) }).toString();
  return `list/${list}${query && `?${query}`}`;
}

/** Some lists are of open cases by what they are. */
const states = ({ list, words: sought }: ActionOf<'list'>) =>
  sought === null && withClosed.includes(list) ? (['open', 'all', 'closed'] as const) : [];
const withClosed: readonly ListName[] = ['mine', 'company', 'followed', 'assignedToMe'];

/** AG-1: a case that nobody has can be taken from here. */
const takeable = (turn: Turn, { list }: ActionOf<'list'>, item: CaseSummary): boolean =>
  (list === 'queue' || list === 'unassigned' || list === 'dueSoon') && item.assignedTo === null && isEngineerOf(turn.by, item.desk);

function caseRow(turn: Turn, asked: ActionOf<'list'>, item: CaseSummary): readonly CardElement[] {
  const when = formatInstant(item.updatedAt, turn.by.timeZone, turn.by.locale);
  const whose = item.requester.you ? '' : ` · ${quoted(item.requester.name, 60)}`;
  const where = item.tenant.id === turn.by.tenantId ? '' : ` · ${quoted(item.tenant.name, 60)}`;
  const open = { title: `${item.number} ${item.title.slice(0, 60).toWellFormed()}`, action: { do: 'case', caseId: item.id } } as const;
  const { escalated, exception } = words(turn.by.locale).cases;
  const marks = [...(item.escalatedAt === null ? [] : [escalated]), ...(item.filedByDomain === null ? [] : [exception.badge])];
  const title = text([`**${quoted(item.title, 90)}**`, ...marks].join(' · '));
  const about = subtle(`${literal(item.number)} · ${when}${whose}${where}`);
  const state = statusText(item, { size: 'Small', horizontalAlignment: 'Right' });
  // The title has the whole width: beside a long status little would be left of it on a phone.
  const opens = row(turn, [title, columns({ width: 'stretch', items: [about] }, { width: 'auto', items: [state] })], open);
  if (!takeable(turn, asked, item)) return [opens];
  const take = { title: words(turn.by.locale).cases.actions.take, action: changing(item, 'take') };
  const taking = text(take.title, { color: 'Accent', weight: 'Bolder', size: 'Small', horizontalAlignment: 'Right' });
  const { separator: _, ...takes } = row(turn, [taking], take);
  return [opens, takes];
}

/** One's other views, one press away. */
function otherLists(turn: Turn, asked: ActionOf<'list'>): readonly CardElement[] {
  const { lists } = words(turn.by.locale).bot;
  const others = listsFor(turn.by).filter((name) => name !== asked.list || asked.words !== null);
  if (others.length === 0) return [];
  const to = (list: ListName) =>
    ({ title: lists.titles[list], action: { do: 'list', list, state: 'open', words: null, cursor: null } }) as const;
  // Two beside one another: more would break words on a phone.
  const pairs = others.flatMap((_, index) => (index % 2 ? [] : [others.slice(index, index + 2)]));
  return pairs.map((pair, index) => ({
    type: 'ColumnSet',
    separator: index === 0,
    spacing: index === 0 ? 'Default' : 'None',
    columns: pair.map((name) => ({ ...link(turn, to(name), { size: 'Small' }), width: 'stretch' })),
  }));
}
