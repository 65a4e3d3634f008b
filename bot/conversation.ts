import type { Activity, InvokeResponse } from 'botbuilder';
import { readCaseNumber } from '../src/domain/case/number.ts';
import { words } from '../src/domain/i18n/index.ts';
import { type Action, decode, isPress } from './actions.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { neutralCard, openedCard } from './cards/neutral.ts';
import { noMessageCard, outdatedCard } from './cards/refusal.ts';
import { becameCard, sharedCard } from './cards/shared.ts';
import type { Origins } from './download.ts';
import { nothing, offering } from './extension/answers.ts';
import { createCase, keepMessage, readMessage } from './extension/carried-message.ts';
import { find } from './extension/find.ts';
import { unfurl } from './extension/unfurl.ts';
import { showCase } from './handlers/case.ts';
import { type Attached, takeFiles } from './handlers/files.ts';
import { answer } from './handlers/table.ts';
import { whatIsOpen } from './open-item.ts';
import { read } from './router.ts';
import type { OwnLinks, Reply, Turn, Via } from './turn.ts';
import type { Send } from './wire/outbound.ts';

/** What a turn ends in: the answer to its own request, and what is said besides. */
export interface Outcome {
  readonly response?: InvokeResponse;
  readonly sends: readonly Send[];
}

/** Something was said: words, files, or a button of a client without `Action.Execute`. */
export async function heard(turn: Turn, activity: Activity, said: string, origins: Origins): Promise<Outcome> {
  if (isPress(activity.value)) return pressedInOlderClient(turn, activity);
  const { files, pasted } = attachedTo(activity);
  if (turn.place === 'personal' && files.length > 0) return { sends: await takeFiles(turn, files, said, origins) };
  if (pasted && said.trim() === '') return { sends: [{ kind: 'text', text: words(turn.by.locale).bot.files.pasted }] };
  const action = read(said);
  if (turn.place === 'group') return { sends: [{ kind: 'card', card: neutralCard(turn, action) }] };
  return { sends: [{ kind: 'card', card: (await answer(turn, { action, inputs: {} })).card }] };
}

/** The card changes in its place, as with `Action.Execute`; in a channel it stays as it is, for others read it too. */
async function pressedInOlderClient(turn: Turn, activity: Activity): Promise<Outcome> {
  const asked = decode(activity.value);
  if (turn.place === 'group') {
    const action: Action = asked?.action.do === 'case' ? asked.action : { do: 'home' };
    return { sends: [{ kind: 'card', card: neutralCard(turn, action) }] };
  }
  const pressed: Turn = { ...turn, via: 'button', cardId: activity.replyToId ?? null };
  const card = asked ? (await answer(pressed, asked)).card : outdatedCard(pressed);
  return { sends: [activity.replyToId ? { kind: 'replace', messageId: activity.replyToId, card } : { kind: 'card', card }] };
}

const downloadable = 'application/vnd.microsoft.teams.file.download.info';

function attachedTo({ attachments = [] }: Activity): { readonly files: readonly Attached[]; readonly pasted: boolean } {
  const files = attachments
    .filter(({ contentType }) => contentType === downloadable)
    .map(({ name, content }) => ({ name: name ?? '', url: (content as { downloadUrl?: unknown } | undefined)?.downloadUrl }));
  return { files, pasted: attachments.some(({ contentType }) => contentType?.startsWith('image/') === true) };
}

type Invoked = (turn: Turn, value: Record<string, unknown>, links: OwnLinks) => Promise<Outcome>;

/** What answers each kind of invoke; the others are none of ours. */
const invokes: Readonly<Record<string, Invoked>> = {
  'adaptiveCard/action': async (turn, { action, trigger }) => {
    const { verb, data } = (action ?? {}) as { verb?: unknown; data?: unknown };
    const asked = decode(data, typeof verb === 'string' ? verb : '');
    const pressed: Turn = { ...turn, via: trigger === 'automatic' ? 'refresh' : 'button' };
    return replacing(asked ? (await answer(pressed, asked)).card : outdatedCard(pressed));
  },
  'task/fetch': (turn, { data }) => inDialog(turn, data, 'dialogOpening'),
  'task/submit': (turn, { data }) => inDialog(turn, data, 'dialogButton'),
  'composeExtension/query': async (turn, value) => only(await find(outside(turn), value)),
  'composeExtension/queryLink': async (turn, value, links) => only(await unfurl(outside(turn), value, links)),
  'composeExtension/fetchTask': (turn, value) => begunFrom(outside(turn), value),
  'composeExtension/submitAction': (turn, { data }) => inExtension(outside(turn), data),
};

/** @returns `undefined` for an invoke that is none of ours */
export function invoked(turn: Turn, activity: Activity, links: OwnLinks): Promise<Outcome> | undefined {
  const handler = Object.hasOwn(invokes, activity.name ?? '') ? invokes[activity.name ?? ''] : undefined;
  const value = typeof activity.value === 'object' && activity.value !== null ? (activity.value as Record<string, unknown>) : {};
  return handler?.({ ...turn, cardId: activity.replyToId ?? null }, value, links);
}

const replacing = (card: AdaptiveCard): Outcome => ({
  response: { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } },
  sends: [],
});

const only = (response: InvokeResponse): Outcome => ({ response, sends: [] });

/** Wherever the person is just then, others may read along, and what they have open in their own chat is no part of it. */
const outside = (turn: Turn): Turn => ({ ...turn, place: 'group', surface: 'dialog', via: 'dialogButton' });

/** G-14: a message becomes the beginning of a form. */
async function begunFrom(turn: Turn, { commandId, messagePayload }: Record<string, unknown>): Promise<Outcome> {
  const message = commandId === createCase ? readMessage(messagePayload) : undefined;
  if (!message) return dialogWith(turn, noMessageCard(turn));
  const from = await keepMessage(turn, message);
  return dialogWith(
    turn,
    (await answer(turn, { action: { do: 'create', desk: null, category: null, customer: null, from }, inputs: {} })).card,
  );
}

/** A button in that dialog. What is shared goes into the message that the person is writing, for them to send. */
async function inExtension(turn: Turn, data: unknown): Promise<Outcome> {
  const asked = decode(data);
  if (!asked) return dialogWith(turn, outdatedCard(turn));
  if (asked.action.do === 'shared') return only(shareable(turn, asked.action.number));
  const reply = await answer(turn, asked);
  return dialogWith(turn, reply.opened ? becameCard(turn, reply.opened) : reply.card);
}

function shareable(turn: Turn, number: string): InvokeResponse {
  const read = readCaseNumber(number);
  if (!read.ok) return nothing;
  const card = sharedCard(turn, read.value);
  return offering([{ card, preview: { title: String(card['speak']) } }]);
}

async function inDialog(turn: Turn, data: unknown, via: Via): Promise<Outcome> {
  const within: Turn = { ...turn, surface: 'dialog', via };
  const asked = decode(data);
  if (!asked) return dialogWith(within, outdatedCard(within));
  const before = await whatIsOpen(within);
  const reply = await answer(within, asked);
  if (!reply.opened) return dialogWith(within, reply.card);
  const cardId = before?.kind === 'draft' && before.id === reply.opened.draftId ? before.cardId : null;
  return { response: { status: 200, body: {} }, sends: [await posted(turn, reply.opened, cardId)] };
}

const dialogWith = ({ by }: Turn, card: AdaptiveCard): Outcome => ({
  response: {
    status: 200,
    body: {
      task: {
        type: 'continue',
        value: {
          title: words(by.locale).bot.form.dialogTitle,
          height: 'large',
          width: 'large',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
        },
      },
    },
  },
  sends: [],
});

/** The case that a dialog made: in the place of its form, or as a message; in a channel without anything of what is in it (G-14). */
async function posted(turn: Turn, opened: NonNullable<Reply['opened']>, cardId: string | null): Promise<Send> {
  const inChat: Turn = { ...turn, surface: 'chat', via: 'button' };
  if (turn.place === 'group') return { kind: 'card', card: openedCard(inChat, opened) };
  const says = words(turn.by.locale).bot.case;
  const { card } = await showCase(inChat, opened, { says: says[opened.corrected ? 'corrected' : 'opened'](opened.number) });
  return cardId ? { kind: 'replace', messageId: cardId, card } : { kind: 'card', card };
}
