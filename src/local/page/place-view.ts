import type { ChatMessage, ClientEvent, Place } from '../client-contract.ts';
import { composer } from './composer.ts';
import { type Desk, failureIn, type View } from './desk.ts';
import { h } from './element.ts';
import { messageList } from './message-list.ts';
import { initials } from './message-view.ts';
import { notice } from './notice.ts';

/** The personal chat with the bot, or the organisation's channel. */
export function placeView(desk: Desk, place: Place): View {
  const { session, server } = desk;
  const { words, organisation, start } = session;
  const list = messageList(desk);
  const outcome = h('div', { class: 'outcome' });
  const typing = h('p', { class: 'typing', role: 'status', 'data-testid': 'typing' });
  const suggestions = h('div', { class: 'suggestions', role: 'group', 'aria-label': words.suggestions });
  const messages = h('div', { class: 'messages', role: 'log', tabindex: '0', 'aria-label': words.messages, 'data-testid': 'messages' });
  const empty = h('p', { class: 'muted empty' }, words.noMessages);
  const posts = new Map<string, HTMLElement>();
  let stopTyping: ReturnType<typeof setTimeout> | undefined;

  /** A post with its replies and the place to write one. */
  const post = (id: string): HTMLElement => {
    const known = posts.get(id);
    if (known) return known;
    const replies = h('div', { class: 'replies' });
    const said = h('div', { class: 'outcome' });
    const section = h('section', { class: 'post', 'data-testid': 'post' }, replies);
    section.append(said, composer(desk, { place, label: words.composeReply, thread: id, outcome: said }));
    messages.append(section);
    posts.set(id, replies);
    return replies;
  };
  const put = (message: ChatMessage) => {
    const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 160;
    empty.remove();
    const element = list.put(message);
    if (element) (place === 'team' ? post(message.thread ?? message.id) : messages).append(element);
    if (element && (atEnd || message.author.kind === 'person')) messages.scrollTop = messages.scrollHeight;
    if (message.author.kind === 'bot') quiet();
    if (place === 'personal') suggest(list.last());
  };
  const suggest = (message: ChatMessage | undefined) => {
    const actions = message?.author.kind === 'bot' ? message.suggestedActions : [];
    const say = (value: unknown) => async () => {
      const failure = failureIn(await server.say(place, String(value)), session);
      if (failure) outcome.replaceChildren(notice('error', failure, words));
    };
    suggestions.replaceChildren(...actions.map(({ title, value }) => h('button', { type: 'button', onclick: say(value) }, title)));
  };
  const quiet = () => {
    clearTimeout(stopTyping);
    typing.textContent = '';
  };
  const read = async () => {
    for (const message of await server.messages(place)) put(message);
    if (!list.last()) messages.append(empty);
    messages.scrollTop = messages.scrollHeight;
  };
  const open = async () => {
    outcome.replaceChildren();
    await read();
    const opened = await server.open(place);
    const failure = failureIn(opened, session);
    if (failure) outcome.append(notice('error', failure, words, String(opened.status)));
    await read();
  };
  const uninstall = async () => {
    await server.remove(place);
    outcome.replaceChildren(notice('info', words.uninstalled, words));
  };

  const title = place === 'personal' ? start.app.name : organisation.name;
  void open().catch((error: unknown) => outcome.replaceChildren(notice('error', words.wrong, words, String(error))));
  return {
    element: h(
      'section',
      { class: 'place', 'aria-label': title },
      h(
        'header',
        { class: 'place-head' },
        h('span', { class: place === 'personal' ? 'avatar bot' : 'avatar team', 'aria-hidden': 'true' }, initials(title)),
        h('h1', {}, title),
        place === 'team' && h('span', { class: 'muted' }, words.general),
        h('button', { class: 'plain', type: 'button', onclick: () => void uninstall() }, words.uninstall),
      ),
      messages,
      h(
        'footer',
        {},
        typing,
        suggestions,
        outcome,
        composer(desk, { place, label: place === 'team' ? words.composePost : words.compose, outcome }),
      ),
    ),
    heard(event: ClientEvent) {
      if (event.kind === 'message' && event.message.place === place) put(event.message);
      if (event.kind === 'removed' && event.place === place) list.remove(event.id);
      if (event.kind === 'typing' && event.place === place) {
        clearTimeout(stopTyping);
        typing.textContent = `${start.app.name} ${words.typing}`;
        stopTyping = setTimeout(quiet, 10_000);
      }
    },
    again: () => void open().catch(() => {}),
    close() {
      clearTimeout(stopTyping);
      list.close();
    },
  };
}
