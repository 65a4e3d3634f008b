import type { ProfileView } from '../../src/app/people/profile.ts';
import { worksForTheDesk } from '../../src/domain/access/principal.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { isWanted, type NoticeKind, noticeKinds, type Way } from '../../src/domain/notice/choices.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, facts, heading, subtle } from './card.ts';

/** The kinds that this person can choose among. */
export const offeredKinds = ({ by }: Turn): readonly NoticeKind[] => noticeKinds.filter((kind) => kind !== 'desk' || worksForTheDesk(by));

/** PN-15: what is told in which way and when, a line each. */
export function choiceFacts(turn: Turn, view: ProfileView): readonly (readonly [string, string])[] {
  const { choices } = words(turn.by.locale);
  return [
    ...view.ways.map((way) => [choices.toldBy(choices.ways[way]), literal(wantedLine(turn, view, way))] as const),
    ...(view.summary ? [[choices.mailSummary, literal(choices.summaryLine[view.summary.days](view.summary.at))] as const] : []),
    ...(view.quiet.hours || view.quiet.days.length > 0 ? [[choices.quiet, literal(quietLine(turn, view))] as const] : []),
  ];
}

/** The same to be changed; quiet hours and summaries are set in the tab. */
export function choicesCard(turn: Turn, view: ProfileView): AdaptiveCard {
  const { choices, tab } = words(turn.by.locale);
  const timing = choiceFacts(turn, view).slice(view.ways.length);
  return card(turn, {
    speak: choices.notices,
    body: [
      heading(choices.notices),
      ...view.ways.map(
        (way): CardElement => ({
          type: 'Input.ChoiceSet',
          id: way,
          label: choices.ways[way],
          style: 'expanded',
          wrap: true,
          isMultiSelect: true,
          choices: offeredKinds(turn).map((kind) => ({ title: choices.kinds[kind], value: kind })),
          value: wantedKinds(turn, view, way).join(','),
        }),
      ),
      subtle(choices.receipts),
      ...(timing.length > 0 ? [facts(timing)] : []),
    ],
    buttons: [
      { title: tab.save, action: { do: 'saveChoices' } },
      { title: choices.timing, url: turn.links.tab('profile') },
      { title: tab.back, action: { do: 'profile' }, inputs: 'none' },
    ],
  });
}

const wantedKinds = (turn: Turn, { notices }: ProfileView, way: Way): readonly NoticeKind[] =>
  offeredKinds(turn).filter((kind) => isWanted(notices, way, kind));

function wantedLine(turn: Turn, view: ProfileView, way: Way): string {
  const { choices } = words(turn.by.locale);
  const wanted = wantedKinds(turn, view, way);
  if (wanted.length === 0) return choices.nothing;
  return wanted.length === offeredKinds(turn).length ? choices.all : wanted.map((kind) => choices.kinds[kind]).join(', ');
}

function quietLine({ by }: Turn, { quiet: { hours, days } }: ProfileView): string {
  const { choices } = words(by.locale);
  const day = new Intl.DateTimeFormat(by.locale, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const names = days.map((one) => day.format(Date.UTC(2024, 0, one)));
  return [...(hours ? [choices.hours(hours.from, hours.to)] : []), ...names].join(', ');
}
