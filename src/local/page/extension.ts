import type { ChatMessage, Place } from '../client-contract.ts';
import { answerOf, type Json, type Offered } from './card-actions.ts';
import { composerKey, type Desk } from './desk.ts';
import { openDialog } from './dialog.ts';
import { h } from './element.ts';
import { routeOfLink } from './links.ts';
import { notice } from './notice.ts';
import { refusal } from './refusal.ts';

/** The ids of the commands in the app's manifest. */
const createCase = 'createCase';
const findCase = 'findCase';
const pageSize = 25;
/** Milliseconds without a key after which the words are looked for. */
const pause = 300;

/** A message as Teams hands it to an app. */
const payloadOf = ({ id, at, author, text }: ChatMessage): Json => ({
  id,
  createdDateTime: at,
  from: author.kind === 'bot' ? { application: { displayName: author.name } } : { user: { id: author.id, displayName: author.name } },
  body: { contentType: 'html', content: `<p>${h('span', {}, text).innerHTML.replaceAll('\n', '<br>')}</p>` },
});

/** *Create case from this message*: the app's dialog over it. @param outcome where what went wrong is said */
export async function createFrom(desk: Desk, message: ChatMessage, outcome: HTMLElement): Promise<void> {
  const { server, session, composing } = desk;
  outcome.replaceChildren();
  const value = { commandId: createCase, commandContext: 'message', messagePayload: payloadOf(message) };
  const { status, body } = await server.extension(message.place, 'fetchTask', { ...value, context: { theme: session.theme } });
  const answer = answerOf('composeExtension/fetchTask', status, body);
  const offered = (cards: readonly Offered[]) => composing.get(composerKey(message.place, message.thread))?.(cards);
  if (answer.kind === 'dialog') openDialog(desk, message, answer.dialog, { name: 'composeExtension/submitAction', value, offered });
  else if (answer.kind === 'message') outcome.append(notice('info', answer.text, session.words));
  else if (answer.kind === 'refused') outcome.append(refusal(desk, answer));
}

/** The first link in what was pasted that the app is asked about, as its manifest says: the desk's own, and Teams' to the app. */
export function linkIn({ session }: Desk, text: string): string | undefined {
  const own = new URL(session.start.tabUrl).origin;
  const links = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return links.find((link) => URL.canParse(link) && (new URL(link).origin === own || routeOfLink(link) !== undefined));
}

/** What a pasted link becomes; nothing where the app has nothing to show for it. */
export async function unfurled({ server }: Desk, place: Place, url: string): Promise<readonly Offered[]> {
  const { status, body } = await server.extension(place, 'queryLink', { url });
  const answer = answerOf('composeExtension/queryLink', status, body);
  return answer.kind === 'offered' ? answer.offered.slice(0, 1) : [];
}

/** The search beside a message: results below a field, one of which goes into the message. */
export function searchPanel(desk: Desk, place: Place, chosen: (offered: Offered) => void): HTMLElement {
  const { words } = desk.session;
  const field = h('input', {
    type: 'search',
    'aria-label': words.findCase,
    placeholder: words.findHint,
    'data-testid': 'extension-search',
  });
  const results = h('ul', { class: 'found', 'aria-live': 'polite', 'data-testid': 'extension-results' });
  let [timer, asked]: [ReturnType<typeof setTimeout> | undefined, number] = [undefined, 0];

  const find = async (skip: number) => {
    asked += 1;
    const mine = asked;
    const parameters = field.value.trim() === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: field.value.trim() }];
    const { status, body } = await desk.server.extension(place, 'query', {
      commandId: findCase,
      parameters,
      queryOptions: { skip, count: pageSize },
    });
    if (mine !== asked) return;
    const answer = answerOf('composeExtension/query', status, body);
    if (skip === 0) results.replaceChildren();
    results.querySelector('.more-found')?.remove();
    if (answer.kind === 'message') results.append(h('li', { class: 'muted' }, answer.text));
    if (answer.kind === 'refused') results.append(h('li', {}, refusal(desk, answer)));
    if (answer.kind === 'offered') results.append(...answer.offered.map(row), ...(answer.offered.length === pageSize ? [more(skip)] : []));
  };
  const row = (offered: Offered) =>
    h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'choice', onclick: () => chosen(offered) },
        h('span', {}, h('strong', {}, offered.title), h('span', { class: 'muted' }, offered.text)),
      ),
    );
  const more = (skip: number) =>
    h('li', { class: 'more-found' }, h('button', { type: 'button', onclick: () => void find(skip + pageSize) }, words.findMore));

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(0), pause);
  });
  void find(0);
  queueMicrotask(() => field.focus());
  return h('div', { class: 'search-panel', role: 'search' }, field, results);
}
