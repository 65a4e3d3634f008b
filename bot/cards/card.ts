import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import { type Action, encode } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';

/** What a button does: something of ours, or a page. */
export type Button =
  | {
      readonly title: string;
      readonly action: Action;
      readonly look?: 'positive' | 'destructive';
      /** Where nothing that was typed is to go along. */
      readonly inputs?: 'none';
      /** Opens as a dialog. */
      readonly dialog?: true;
    }
  | { readonly title: string; readonly url: string };

export interface CardContent {
  /** Read aloud, and shown where cards can't be. Words of ours alone: a reader may take them for markup (F-32). */
  readonly speak: string;
  readonly body: readonly CardElement[];
  /** The likely one first. */
  readonly buttons: readonly Button[];
  /** Where none of them is likelier than the others. */
  readonly evenly?: true;
  /** What shows this card as it stands now, for this person. */
  readonly refresh?: Action;
}

export const mostButtons = 6;
/** Bytes of JSON. Teams takes more, but older clients don't. */
export const largestCard = 25_000;
/** Characters that one may type into a card, so that they fit the card in which they are shown again (F-23). The tab takes more. */
export const mostTyped = 6_000;

/** An Adaptive Card 1.5 for this person. Buttons beyond six are a fault of ours, and dropped. */
export function card(turn: Turn, content: CardContent): AdaptiveCard {
  const drawn = assemble(turn, content);
  return sizeOf(drawn) <= largestCard ? drawn : assemble(turn, compact(turn, content));
}

export const sizeOf = (drawn: AdaptiveCard): number => Buffer.byteLength(JSON.stringify(drawn));

function assemble(turn: Turn, { speak, body, buttons, evenly, refresh }: CardContent): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: turn.by.locale,
    speak,
    fallbackText: speak,
    body,
    actions: buttons.slice(0, mostButtons).map((b, index) => button(turn, b, index === 0 && !evenly)),
    msteams: { width: 'Full' },
    ...(refresh && turn.surface === 'chat' && { refresh: { action: execute({ title: speak, action: refresh }), userIds: [turn.userId] } }),
  };
}

/** F-19: what does not fit a card is in the tab. */
const compact = (turn: Turn, { speak, buttons }: CardContent): CardContent => ({
  speak,
  body: [heading(speak), text(words(turn.by.locale).bot.refusals.tooLong)],
  buttons: [
    { title: words(turn.by.locale).bot.case.inTab, url: turn.links.tab() },
    ...buttons.filter((b) => 'action' in b).slice(0, mostButtons - 1),
  ],
});

function button(turn: Turn, made: Button, first: boolean): CardElement {
  if ('url' in made) return { type: 'Action.OpenUrl', title: made.title, url: made.url };
  const look = made.look ?? (first ? 'positive' : undefined);
  const style = look ? { style: look } : {};
  const shown = press(turn, made);
  return { ...shown, ...style, ...('fallback' in shown && { fallback: { ...(shown['fallback'] as object), ...style } }) };
}

/** Buttons within a card, in rows of as many as Teams takes. */
export const buttonRows = (turn: Turn, buttons: readonly Button[]): readonly CardElement[] =>
  Array.from({ length: Math.ceil(buttons.length / mostButtons) }, (_, at) => ({
    type: 'ActionSet',
    actions: buttons.slice(at * mostButtons, (at + 1) * mostButtons).map((one) => button(turn, one, false)),
  }));

type Pressable = Extract<Button, { action: Action }>;

/** A button, or what a row does when it is chosen. */
export function press(turn: Pick<Turn, 'surface'>, made: Pressable): CardElement {
  if (turn.surface === 'dialog' || made.dialog) return submit(made);
  return { ...execute(made), fallback: submit(made) };
}

const associated = ({ inputs }: Pressable) => (inputs === 'none' ? { associatedInputs: 'none' } : {});

const execute = (made: Pressable): CardElement => ({
  type: 'Action.Execute',
  title: made.title,
  verb: made.action.do,
  data: encode(made.action),
  ...associated(made),
});

const submit = (made: Pressable): CardElement => ({
  type: 'Action.Submit',
  title: made.title,
  data: { ...encode(made.action), ...(made.dialog && { msteams: { type: 'task/fetch' } }) },
  ...associated(made),
});

/** Words of ours, which may hold Markdown. What a person wrote goes through `quoted`. */
export const text = (value: string, more: Readonly<Record<string, unknown>> = {}): CardElement => ({
  type: 'TextBlock',
  text: value,
  wrap: true,
  ...more,
});
export const heading = (value: string): CardElement => text(value, { size: 'Large', weight: 'Bolder', style: 'heading' });
export const subtle = (value: string, more: Readonly<Record<string, unknown>> = {}): CardElement =>
  text(value, { isSubtle: true, size: 'Small', spacing: 'None', ...more });
export const warning = (value: string): CardElement => text(value, { color: 'Attention', weight: 'Bolder' });

/** F-32: what a person wrote, letter by letter, its line ends kept, cut at `most` characters. */
export function quoted(value: string, most = 2_000): string {
  const cut =
    value.length > most
      ? `${value
          .slice(0, most - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : value;
  return cut
    .split(/\r\n|\r|\n/)
    .map((line) => literal(line))
    .join('\n\n');
}

export const facts = (entries: readonly (readonly [title: string, value: string])[]): CardElement => ({
  type: 'FactSet',
  facts: entries.map(([title, value]) => ({ title: literal(title), value })),
});

/** A row of a list: what stands in it, and what choosing it does. */
export const row = (
  turn: Turn,
  items: readonly CardElement[],
  chosen: { readonly title: string; readonly action: Action },
): CardElement => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items,
  selectAction: press(turn, { ...chosen, inputs: 'none' }),
});

/** A word beside others that does something of its own. */
export const link = (
  turn: Turn,
  chosen: Pick<Pressable, 'title' | 'action' | 'dialog'>,
  look: Readonly<Record<string, unknown>> = {},
): CardElement => ({
  type: 'Column',
  width: 'auto',
  verticalContentAlignment: 'Center',
  items: [text(chosen.title, { color: 'Accent', ...look })],
  selectAction: press(turn, { ...chosen, inputs: 'none' }),
});

export const columns = (
  ...parts: readonly { readonly width: 'stretch' | 'auto'; readonly items: readonly CardElement[] }[]
): CardElement => ({
  type: 'ColumnSet',
  spacing: 'None',
  columns: parts.map((part) => ({ type: 'Column', verticalContentAlignment: 'Center', ...part })),
});

/** G-18. */
export const actingLine = (actingAs: string): CardElement => subtle(literal(actingAs), { spacing: 'Small' });
