import type { ChatMessage } from '../client-contract.ts';
import { adaptiveCard, attachmentView } from './attachment-view.ts';
import { refreshFor } from './card-actions.ts';
import type { Desk } from './desk.ts';
import { h } from './element.ts';
import { createFrom } from './extension.ts';
import { messageHtml } from './markdown.ts';
import { notice } from './notice.ts';

export interface MessageOptions {
  /** Shown as a client without `Action.Execute` would. */
  readonly older: boolean;
  toggleOlder(): void;
  refresh(): void;
}

export function messageView(desk: Desk, message: ChatMessage, options: MessageOptions): HTMLElement {
  const { session } = desk;
  const { author } = message;
  // A chat sets one's own messages apart; a channel shows everyone alike.
  const mine = message.place === 'personal' && author.kind === 'person';
  const outcome = h('div', { class: 'outcome' });
  const bubble = h('div', { class: 'bubble', tabindex: '-1' });
  if (message.text) bubble.append(textView(desk, message));
  bubble.append(...message.attachments.map((attachment) => attachmentView(desk, message, attachment, options.older, outcome)));
  return h(
    'article',
    {
      class: `message ${mine ? 'mine' : author.kind}`,
      'data-testid': 'message',
      'data-author': author.kind,
      'data-id': message.id,
      'aria-label': author.name,
    },
    !mine && h('span', { class: `avatar ${author.kind}`, 'aria-hidden': 'true' }, initials(author.name)),
    h(
      'div',
      { class: 'message-main' },
      h('header', {}, ...byline(message, mine, session), more(desk, message, outcome)),
      bubble,
      outcome,
      author.kind === 'bot' && message.attachments.some(({ contentType }) => contentType === adaptiveCard) && tools(desk, message, options),
    ),
  );
}

/** What Teams offers on a message. */
function more(desk: Desk, message: ChatMessage, outcome: HTMLElement): HTMLElement {
  const { words } = desk.session;
  const create = () => {
    menu.open = false;
    createFrom(desk, message, outcome).catch((error: unknown) =>
      outcome.replaceChildren(notice('error', words.wrong, words, String(error))),
    );
  };
  const menu = h(
    'details',
    { class: 'more' },
    h('summary', { 'aria-label': words.more, title: words.more, 'data-testid': 'more' }, '⋯'),
    h('button', { type: 'button', 'data-testid': 'create-from', onclick: create }, words.createFrom),
  );
  return menu;
}

export const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('');

function byline(message: ChatMessage, mine: boolean, { words, locale }: Desk['session']): HTMLElement[] {
  const at = h('time', { datetime: message.at }, new Date(message.at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }));
  return [
    ...(mine ? [] : [h('strong', {}, message.author.name)]),
    ...(message.author.kind === 'bot' ? [h('span', { class: 'tag' }, words.bot)] : []),
    at,
    ...(message.edited ? [h('span', { class: 'muted' }, words.edited)] : []),
  ];
}

/** Only what a bot marks as Markdown is read as such; the renderer leaves markup in it as text. */
function textView(desk: Desk, { author, text, textFormat }: ChatMessage): HTMLElement {
  const shown = h('div', { class: 'text' });
  if (author.kind === 'bot' && textFormat === 'markdown') shown.innerHTML = messageHtml(text);
  else shown.textContent = text;
  shown.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    if (!anchor) return;
    event.preventDefault();
    desk.openLink(anchor.href);
  });
  return shown;
}

function tools({ session }: Desk, message: ChatMessage, { older, toggleOlder, refresh }: MessageOptions): HTMLElement {
  const { words, person } = session;
  const card = message.attachments.find(({ contentType }) => contentType === adaptiveCard)?.content;
  return h(
    'div',
    { class: 'tools' },
    !older &&
      refreshFor(card, person.botUserId) !== undefined &&
      h('button', { type: 'button', class: 'plain', onclick: refresh }, words.refresh),
    h('button', { type: 'button', class: 'plain', 'aria-pressed': String(older), onclick: toggleOlder }, words.olderClient),
  );
}
