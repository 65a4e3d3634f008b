import type { CaseSummary, CaseView, TargetView, TimelineEntry } from '../../src/app/views.ts';
import type { Status } from '../../src/domain/case/lifecycle.ts';
import { toldOnce } from '../../src/domain/case/told-twice.ts';
import { type Words, words } from '../../src/domain/i18n/index.ts';
import { formatInstant } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, buttonRows, card, facts, heading, quoted, row, subtle, text, warning } from './card.ts';
import { caseButtons, moreButtons } from './case-buttons.ts';
import { supportLines } from './support-lines.ts';
import { entryElements } from './timeline.ts';

/** Said above a case: what was just done, or what changed meanwhile (G-8). */
export interface CaseNote {
  readonly says?: string;
  readonly since?: readonly TimelineEntry[];
  /** What the person had typed for a step that is no longer possible. */
  readonly typed?: string;
}

/** One case for one person, with what they may do. It changes in place. */
export function caseCard(turn: Turn, view: CaseView, note: CaseNote = {}): AdaptiveCard {
  const { bot, cases } = words(turn.by.locale);
  const timeline = toldOnce(view.timeline);
  const all = bot.case.timeline(timeline.length + view.earlierEntries);
  return card(turn, {
    speak: `${view.number}. ${view.statusText}`,
    body: [
      ...noteElements(turn, note),
      ...titleElements(view),
      statusElement(view, cases.statusMeanings[view.status]),
      facts(factsOf(turn, view)),
      ...stageLines(turn, view),
      ...outageLines(turn, view),
      ...supportLines(turn, view),
      ...(view.description ? [text(quoted(view.description, 400), { separator: true })] : []),
      ...timeline.slice(-3).flatMap((entry) => entryElements(turn, entry, 300)),
      row(turn, [text(all, { color: 'Accent', size: 'Small' })], { title: all, action: { do: 'timeline', caseId: view.id, before: null } }),
      actingLine(view.actingAs),
    ],
    buttons: caseButtons(turn, view),
    refresh: { do: 'case', caseId: view.id },
  });
}

/** PN-13: the path of stages in one line, the one at hand in bold. */
function stageLines(turn: Turn, { stages, proposed, locked, permitted }: CaseView): readonly CardElement[] {
  if (stages.length === 0) return [];
  const { cases, mail } = words(turn.by.locale);
  const says = cases.stages;
  const path = stages.map(({ name, state }) => (state === 'now' ? `**${literal(name)}**` : literal(name))).join(' → ');
  return [
    text(mail.labelled(literal(says.label), path), { size: 'Small' }),
    ...(locked ? [subtle(says.locked)] : []),
    ...(permitted.includes('correct') ? [warning(says.corrects)] : []),
    ...(proposed ? [warning(says.proposes[proposed])] : []),
  ];
}

/** AG-4: the known outage that it is part of. */
function outageLines(turn: Turn, { outage }: CaseView): readonly CardElement[] {
  if (!outage) return [];
  const see = outage.id ? ` [${words(turn.by.locale).outages.see}](${turn.links.tab(`outage/${outage.id}`)})` : '';
  return [text(`**${quoted(outage.title, 200)}**`, { separator: true }), subtle(literal(outage.text) + see)];
}

/** Each on a line of its own, with why it does not hear of the case where it does not. */
const contactLines = (contacts: CaseView['contacts']): string =>
  contacts.map(({ address, note }) => quoted(address, 254) + (note ? ` (${note})` : '')).join('\n\n');

/** The actions that the case's card had no room for. */
export function moreCard(turn: Turn, view: CaseView): AdaptiveCard {
  return card(turn, {
    speak: `${view.number}. ${words(turn.by.locale).bot.case.more}`,
    body: [
      ...titleElements(view),
      statusElement(view, words(turn.by.locale).cases.statusMeanings[view.status]),
      ...buttonRows(turn, moreButtons(turn, view)),
    ],
    evenly: true,
    buttons: [{ title: words(turn.by.locale).bot.case.back, action: { do: 'case', caseId: view.id } }],
  });
}

/** What was done, in one line, and what others did meanwhile. */
export function noteElements(turn: Turn, { says, since = [], typed }: CaseNote): readonly CardElement[] {
  if (says === undefined && since.length === 0) return [];
  return [
    {
      type: 'Container',
      style: since.length > 0 ? 'warning' : 'emphasis',
      bleed: true,
      items: [
        ...(since.length > 0 ? [warning(words(turn.by.locale).bot.case.changed)] : []),
        ...(says === undefined ? [] : [text(says)]),
        ...toldOnce(since)
          .slice(-3)
          .flatMap((entry) => entryElements(turn, entry, 200)),
        ...(typed === undefined
          ? []
          : [subtle(words(turn.by.locale).bot.case.typed, { spacing: 'Small' }), text(quoted(typed, 2_000), { spacing: 'None' })]),
      ],
    },
  ];
}

export const titleElements = (view: CaseView): readonly CardElement[] => [
  subtle(`${literal(view.number)} · ${literal(view.caseTypeName)}`),
  { ...heading(quoted(view.title, 200)), spacing: 'None' },
];

export const statusColours: Readonly<Record<Status, string>> = {
  new: 'Accent',
  inProgress: 'Accent',
  waitingOnRequester: 'Warning',
  resolved: 'Good',
  cancelled: 'Default',
  closedUnresolved: 'Attention',
};

/** The status as a coloured word: colour is never all that tells it. */
export const statusText = ({ status, statusText: said }: CaseSummary, more: Readonly<Record<string, unknown>> = {}): CardElement =>
  text(literal(said), { color: statusColours[status], weight: 'Bolder', ...more });

const statusElement = (view: CaseView, meaning: string): CardElement => ({
  type: 'Container',
  spacing: 'None',
  items: [statusText(view), subtle(meaning)],
});

/** AG-2: what was typed for another form, a line each. */
const filedLines = (turn: Turn, details: CaseView['details']): string =>
  details.map(({ label, text: value }) => words(turn.by.locale).mail.labelled(literal(label), quoted(value, 200))).join('\n\n');

function factsOf(turn: Turn, view: CaseView): readonly (readonly [string, string])[] {
  const { attributes, escalated, exception } = words(turn.by.locale).cases;
  const at = (instant: string) => formatInstant(instant, turn.by.timeZone, turn.by.locale);
  const who = ({ name, you }: { readonly name: string; readonly you: boolean }) => literal(name) + (you ? ` (${attributes.you})` : '');
  const engineer = view.permitted.includes('note');
  return [
    [attributes.desk, literal(view.deskName)],
    ...(engineer ? ([[attributes.tenant, literal(view.tenant.name)]] as const) : []),
    [attributes.openedBy, `${who(view.openedBy)}, ${at(view.openedAt)}`],
    ...(view.exception === null ? [] : ([[exception.badge, quoted(view.exception, 500)]] as const)),
    ...(view.requester.id === view.openedBy.id ? [] : ([[attributes.requester, who(view.requester)]] as const)),
    ...(view.escalatedAt === null ? [] : ([[escalated, at(view.escalatedAt)]] as const)),
    ...(view.severity === null || view.details.some(({ field }) => field === 'severity')
      ? []
      : ([[attributes.severity, view.severity]] as const)),
    ...(engineer ? ([[attributes.assignedTo, view.assignedTo ? who(view.assignedTo) : attributes.nobody]] as const) : []),
    [attributes.target, targetText(view.target, attributes, at)],
    ...(view.closed ? ([[attributes.closedAt, `${at(view.closed.at)} · ${literal(view.closed.summary)}`]] as const) : []),
    ...view.details.map(({ label, text: value }) => [label, quoted(value, 300)] as const),
    ...(view.missing.length > 0 ? ([[attributes.missing, literal(view.missing.join(', '))]] as const) : []),
    ...view.filed.map((form) => [literal(attributes.asFiled(form.name)), filedLines(turn, form.details)] as const),
    ...(view.contacts.length > 0 ? ([[attributes.contacts, contactLines(view.contacts)]] as const) : []),
    ...(view.files.length > 0 ? ([[attributes.attachments, quoted(view.files.map((f) => f.name).join(', '), 300)]] as const) : []),
  ];
}

/** SLA-1: the instant, by which clock, and how it stands. */
function targetText(
  target: TargetView,
  { noTarget, clocks, targetStates }: Words['cases']['attributes'],
  at: (instant: string) => string,
): string {
  if (target.state === 'none') return noTarget;
  return [at(target.dueAt), ...(target.clock ? [clocks[target.clock]] : []), targetStates[target.state]].join(' · ');
}
