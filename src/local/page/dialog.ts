import type { ChatMessage } from '../client-contract.ts';
import { answerOf, type CardAction, type Dialog, isObject, type Json, type Offered, taskValue } from './card-actions.ts';
import { cardView } from './card-view.ts';
import type { Desk } from './desk.ts';
import { h } from './element.ts';
import { hostFrame } from './frame-host.ts';
import { icon } from './icons.ts';
import { notice } from './notice.ts';
import { refusal } from './refusal.ts';

const named: Readonly<Record<string, string>> = { small: '20rem', medium: '30rem', large: '44rem' };
const measure = (size: number | string | undefined, otherwise: string) =>
  typeof size === 'number' ? `${size}px` : (named[size ?? ''] ?? otherwise);

interface Shown {
  readonly body: HTMLElement;
  readonly outcome: HTMLElement;
  retitle(title: string): void;
  close(): void;
}

/** An empty dialog over the page. @param closed is called however it goes. */
function show(desk: Desk, { title, width, height }: Dialog, closed: () => void): Shown {
  const { words } = desk.session;
  const heading = h('h2', { id: 'dialog-title' }, title);
  const body = h('div', { class: 'dialog-body' });
  const outcome = h('div', { class: 'outcome' });
  const close = h('button', { class: 'plain', type: 'button', 'aria-label': words.close, onclick: () => dialog.close() }, icon('close'));
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title', 'data-testid': 'dialog' },
    h('header', {}, heading, close),
    outcome,
    body,
  );
  dialog.style.width = `min(${measure(width, '36rem')}, 94vw)`;
  body.style.minHeight = `min(${measure(height, '8rem')}, 70vh)`;
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return {
    body,
    outcome,
    retitle: (changed) => {
      heading.textContent = changed;
    },
    close: () => dialog.close(),
  };
}

/** What is asked when something is submitted in a dialog, and where the cards go that come back. */
export interface Asked {
  readonly name: string;
  readonly value: Json;
  readonly offered?: (offered: readonly Offered[]) => void;
}

const fromCard: Asked = { name: 'task/submit', value: {} };

/** A dialog the bot opened: a card or a page. What is submitted in it goes to the bot, whose answer continues, closes or says something. */
export function openDialog(desk: Desk, message: ChatMessage | undefined, first: Dialog, asked: Asked = fromCard): void {
  const { session, server } = desk;
  let stop = () => {};
  const shown = show(desk, first, () => stop());

  const submit = async (data: unknown) => {
    shown.outcome.replaceChildren();
    shown.body.setAttribute('aria-busy', 'true');
    const { status, body } = await server.invoke(message, asked.name, { ...asked.value, ...taskValue(data, session.theme) });
    shown.body.removeAttribute('aria-busy');
    const answer = answerOf(asked.name, status, body);
    switch (answer.kind) {
      case 'dialog':
        return fill(answer.dialog);
      case 'message':
        stop();
        return shown.body.replaceChildren(h('p', { role: 'status' }, answer.text));
      case 'refused':
        return shown.outcome.append(refusal(desk, answer));
      case 'offered':
        shown.close();
        return asked.offered?.(answer.offered);
      case 'card':
      case 'done':
        return shown.close();
      default:
        answer satisfies never;
    }
  };
  const pressed = (action: CardAction) => {
    if (action.type === 'Action.Submit') void submit(isObject(action.data) ? action.data : {});
    else if (action.type === 'Action.OpenUrl') desk.openLink(action.url ?? '');
    else shown.outcome.replaceChildren(notice('error', session.words.executeInDialog, session.words));
  };
  const fill = ({ title, card, url }: Dialog) => {
    stop();
    if (title) shown.retitle(title);
    if (card) return shown.body.replaceChildren(h('div', { class: 'card-holder' }, cardView(card, session, pressed)));
    stop = page(desk, shown, url ?? '', (result) => void submit(result));
  };
  fill(first);
}

/** A dialog the tab opened. @returns what its page submitted, or `undefined` when it was closed. */
export function openTabDialog(desk: Desk, dialog: Dialog): Promise<unknown> {
  return new Promise((closed) => {
    let [stop, result]: [() => void, unknown] = [() => {}, undefined];
    const shown = show(desk, dialog, () => {
      stop();
      closed(result);
    });
    const finish = (submitted: unknown) => {
      result = submitted;
      shown.close();
    };
    if (dialog.card) shown.body.replaceChildren(cardView(dialog.card, desk.session, (action) => finish(action.data)));
    else stop = page(desk, shown, dialog.url ?? '', finish);
  });
}

/** A page inside a dialog. Only the desk's own pages may be framed, here and in Teams. */
function page(desk: Desk, shown: Shown, url: string, submitted: (result: unknown) => void): () => void {
  const frame = h('iframe', { title: desk.session.words.tabTitle, src: url, 'data-testid': 'dialog-frame' });
  const stop = hostFrame(desk, frame, { frameContext: 'task', page: 'dialog', completed: submitted }).stop;
  shown.body.replaceChildren(frame);
  return stop;
}
