import type { DraftSummary } from '../../src/app/cases/drafts.ts';
import type { MeView } from '../../src/app/views.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, type Button, card, heading, quoted, row, subtle, text } from './card.ts';

export interface Home {
  readonly me: MeView;
  readonly drafts: readonly DraftSummary[];
  /** Said above: a welcome, or that something is done. */
  readonly note?: string;
  /** What was typed and means nothing, to be searched for. */
  readonly typed?: string;
}

/** PN-2: everything one can do from here. */
export function homeCard(turn: Turn, { me, drafts, note, typed }: Home): AdaptiveCard {
  const says = words(turn.by.locale).bot;
  const title = note ?? (typed === undefined ? says.home.title : says.home.notUnderstood(quoted(typed, 60)));
  return card(turn, {
    speak: says.home.title,
    body: [
      heading(says.home.title),
      ...(note || typed !== undefined ? [text(title)] : []),
      actingLine(me.actingAs),
      ...waiting(turn, me),
      ...(drafts.length > 0
        ? [row(turn, [text(says.home.drafts(drafts.length), { color: 'Accent' })], { title: says.drafts.title, action: { do: 'drafts' } })]
        : []),
      subtle(me.views.includes('queue') ? says.home.hintForEngineers : says.home.hint, { spacing: 'Medium' }),
    ],
    buttons: buttons(turn, me, typed),
  });
}

function waiting(turn: Turn, { counts, views }: MeView): readonly CardElement[] {
  if (counts.waiting === 0 || !views.includes('waitingOnMe')) return [];
  const title = words(turn.by.locale).bot.home.waiting(counts.waiting);
  return [row(turn, [text(title, { color: 'Warning', weight: 'Bolder' })], { title, action: list('waitingOnMe') })];
}

const list = (name: MeView['views'][number]) => ({ do: 'list', list: name, state: 'open', words: null, cursor: null }) as const;

function buttons(turn: Turn, me: MeView, typed: string | undefined): readonly Button[] {
  const { bot, reports } = words(turn.by.locale);
  const { home, lists } = bot;
  const engineer = me.views.includes('queue');
  const create: readonly Button[] = me.mayOpen
    ? [{ title: home.create, action: { do: 'create', desk: null, category: null, customer: null } }]
    : [];
  const cases: readonly Button[] = engineer
    ? [
        { title: home.queue, action: list('queue') },
        { title: lists.titles.assignedToMe, action: list('assignedToMe') },
      ]
    : [
        ...(me.views.includes('mine') ? [{ title: home.mine(me.counts.open), action: list('mine') }] : []),
        ...(me.views.includes('customers') ? [{ title: reports.board.title, action: { do: 'board' } } as const] : []),
        ...(me.views.includes('company') ? [{ title: home.company, action: list('company') }] : []),
      ];
  const search: readonly Button[] =
    typed === undefined ? [] : [{ title: home.searchFor, action: { do: 'search', words: typed.slice(0, 200) } }];
  return [
    ...search,
    ...(engineer ? [...cases, ...create] : [...create, ...cases]),
    { title: home.feedback, action: { do: 'feedback', caseId: null } },
    { title: home.profile, url: turn.links.tab('profile') },
  ];
}
