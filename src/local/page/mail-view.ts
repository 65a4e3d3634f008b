import type { ClientEvent, Mail, MailBoxName } from '../client-contract.ts';
import type { Desk, View } from './desk.ts';
import { h } from './element.ts';
import { icon } from './icons.ts';
import { plainHtml } from './markdown.ts';
import { notice } from './notice.ts';

const boxes: readonly MailBoxName[] = ['mine', 'others'];

/** The mail of whoever sits here, and that of all the addresses which are nobody's here. */
export function mailView(desk: Desk): View {
  const { session, server } = desk;
  const { words, person } = session;
  const outcome = h('div', { class: 'outcome' });
  const list = h('div', { class: 'mails', role: 'feed', 'aria-label': words.places.mail, 'data-testid': 'mails', tabindex: '0' });
  const shown = new Map<string, HTMLElement>();
  let box: MailBoxName = 'mine';
  const choices = boxes.map((name) => ({
    name,
    button: h(
      'button',
      { type: 'button', 'data-testid': `box-${name}`, onclick: () => choose(name) },
      name === 'mine' ? `${words.mailBoxes.mine} · ${person.email}` : words.mailBoxes.others,
    ),
  }));
  let latest = 0;
  const read = async () => {
    latest += 1;
    const asked = latest;
    const mails = await server.mail(box);
    // An answer that was overtaken is of another box, or of a moment ago.
    if (asked !== latest) return;
    outcome.replaceChildren();
    const drawn = mails.map((mail) => {
      const element = shown.get(mail.id) ?? article(desk, mail);
      shown.set(mail.id, element);
      return element;
    });
    const none = h('p', { class: 'muted empty' }, box === 'mine' ? words.noMail : words.noMailForOthers);
    list.replaceChildren(...(drawn.length > 0 ? drawn : [none]));
  };
  const again = () => void read().catch((error: unknown) => outcome.replaceChildren(notice('error', words.wrong, words, String(error))));
  const choose = (name: MailBoxName) => {
    box = name;
    for (const choice of choices) choice.button.ariaPressed = String(choice.name === box);
    again();
  };
  choose(box);
  return {
    element: h(
      'section',
      { class: 'place', 'aria-label': words.places.mail },
      h(
        'header',
        { class: 'place-head mail-head' },
        h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, icon('mail')),
        h('h1', {}, words.places.mail),
        h('span', { class: 'muted' }, words.mailHint),
        h('div', { class: 'boxes', role: 'group', 'aria-label': words.mailBox }, ...choices.map(({ button }) => button)),
      ),
      list,
      outcome,
    ),
    heard: (event: ClientEvent) => {
      if (event.kind === 'mail') again();
    },
    again,
    close() {},
  };
}

function article(desk: Desk, mail: Mail): HTMLElement {
  const { words, locale } = desk.session;
  const text = h('div', { class: 'mail-text', dir: 'auto' });
  text.innerHTML = plainHtml(mail.text);
  text.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    if (!anchor) return;
    event.preventDefault();
    desk.openLink(anchor.href);
  });
  const body = h('div', {}, text);
  const subject = mail.subject || words.noSubject;
  const toggle = h('button', { type: 'button', class: 'plain mail-switch', 'data-testid': 'as-page' }, words.asPage);
  toggle.addEventListener('click', () => {
    const asPage = body.firstElementChild === text;
    body.replaceChildren(asPage ? page(mail, subject) : text);
    toggle.textContent = asPage ? words.asText : words.asPage;
  });
  return h(
    'article',
    { class: 'mail', 'data-testid': 'mail', 'aria-label': subject },
    h(
      'header',
      {},
      h('h2', { dir: 'auto' }, subject),
      h(
        'time',
        { class: 'muted', datetime: mail.at },
        new Date(mail.at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
      ),
      h('p', { class: 'muted mail-from', dir: 'auto' }, `${mail.from} ${words.mailTo} ${mail.to.join(', ')}`),
      mail.hasPage && toggle,
    ),
    body,
  );
}

/** In an origin of its own that may run nothing; what it shows comes from the mail alone. */
const page = ({ id }: Mail, title: string): HTMLElement =>
  h('iframe', { class: 'mail-page', title, src: `/client/mail/${id}`, sandbox: 'allow-popups allow-popups-to-escape-sandbox' });
