import type { UploadedFile } from '../client-contract.ts';
import type { Offered } from './card-actions.ts';
import { composerKey, type Desk, failureIn } from './desk.ts';
import { h } from './element.ts';
import { linkIn, searchPanel, unfurled } from './extension.ts';
import { icon } from './icons.ts';
import { notice } from './notice.ts';

export interface ComposerOptions {
  readonly place: 'personal' | 'team';
  readonly label: string;
  readonly thread?: string;
  readonly outcome: HTMLElement;
}

/** Where a message is written. Enter sends, Shift+Enter begins a line. Files go in a personal chat only, as in Teams. */
export function composer(desk: Desk, { place, label, thread, outcome }: ComposerOptions): HTMLElement {
  const { session, server } = desk;
  const { words, start } = session;
  const uploads = new Map<File, Promise<UploadedFile>>();
  const chips = h('ul', { class: 'chips', 'aria-label': words.attach });
  const field = h('textarea', {
    rows: '1',
    placeholder: label,
    'aria-label': label,
    'data-testid': thread ? 'reply-composer' : 'composer',
  });
  const cards = new Map<Offered, HTMLElement>();
  const insert = (offered: readonly Offered[]) => {
    for (const one of offered) {
      const drop = () => {
        cards.delete(one);
        chip.remove();
        field.focus();
      };
      const remove = h(
        'button',
        { class: 'plain', type: 'button', 'aria-label': `${words.removeFile} ${one.title}`, onclick: drop },
        icon('close'),
      );
      const chip = h('li', { 'data-testid': 'card-chip' }, icon('app'), String(one.card['speak'] ?? one.title), remove);
      cards.set(one, chip);
      chips.append(chip);
    }
    field.focus();
  };
  desk.composing.set(composerKey(place, thread), insert);
  const panel = h('div', { class: 'search-place' });
  const search = () => {
    const open = panel.childElementCount > 0;
    finder.ariaExpanded = String(!open);
    panel.replaceChildren(...(open ? [] : [searchPanel(desk, place, chosen)]));
  };
  const chosen = (offered: Offered) => {
    search();
    insert([offered]);
  };
  const finder = h(
    'button',
    { class: 'plain', type: 'button', 'aria-expanded': 'false', 'data-testid': 'extension', onclick: search },
    icon('app'),
    words.findCase,
  );
  const failed = (text: string, details = '') => outcome.append(notice('error', text, words, details));

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const upload = server.upload(file);
      uploads.set(file, upload);
      const drop = () => {
        uploads.delete(file);
        chip.remove();
        field.focus();
      };
      const remove = h(
        'button',
        { class: 'plain', type: 'button', 'aria-label': `${words.removeFile} ${file.name}`, onclick: drop },
        icon('close'),
      );
      const chip = h('li', { 'data-testid': 'file-chip' }, icon('file'), file.name, remove);
      chips.append(chip);
      upload.catch((error: unknown) => {
        drop();
        failed(words.wrong, String(error));
      });
    }
  };
  const send = async () => {
    const text = field.value.trim();
    if (!text && uploads.size === 0 && cards.size === 0) return;
    outcome.replaceChildren();
    const waiting = [...uploads.values()];
    field.value = '';
    uploads.clear();
    const shared = [...cards.keys()].map(({ card }) => card);
    cards.clear();
    chips.replaceChildren();
    try {
      const files = (await Promise.all(waiting)).map(({ id }) => id);
      const said = await server.say(place, text, {
        ...(thread ? { thread } : {}),
        ...(files.length ? { files } : {}),
        ...(shared.length ? { cards: shared } : {}),
      });
      const failure = failureIn(said, session);
      if (failure) failed(failure, String(said.status));
    } catch (error) {
      failed(words.wrong, String(error));
    }
  };
  const mention = () => {
    field.value = `@${start.app.name} ${field.value}`;
    field.focus();
  };

  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  field.addEventListener('paste', (event) => {
    const link = linkIn(desk, event.clipboardData?.getData('text/plain') ?? '');
    if (link === undefined) return;
    const looking = h('li', { class: 'muted', role: 'status' }, words.unfurling);
    chips.append(looking);
    unfurled(desk, place, link)
      .then(insert)
      .catch((error: unknown) => failed(words.wrong, String(error)))
      .finally(() => looking.remove());
  });
  const picker = h('input', { type: 'file', multiple: true, hidden: true, 'data-testid': 'file-input' });
  picker.addEventListener('change', () => {
    add(picker.files ?? []);
    picker.value = '';
    field.focus();
  });
  const form = h(
    'form',
    { class: 'composer', onsubmit: (event) => event.preventDefault() },
    panel,
    chips,
    field,
    h(
      'div',
      { class: 'composer-tools' },
      finder,
      place === 'team' && h('button', { class: 'plain', type: 'button', onclick: mention }, `@ ${words.mention} ${start.app.name}`),
      place === 'personal' && picker,
      place === 'personal' &&
        h(
          'button',
          { class: 'plain', type: 'button', 'aria-label': words.attach, 'data-testid': 'attach', onclick: () => picker.click() },
          icon('attach'),
        ),
      h(
        'button',
        {
          class: 'plain',
          type: 'button',
          'aria-label': words.send,
          'data-testid': thread ? 'reply-send' : 'send',
          onclick: () => void send(),
        },
        icon('send'),
      ),
    ),
  );
  if (place === 'personal') {
    form.addEventListener('dragover', (event) => event.preventDefault());
    form.addEventListener('drop', (event) => {
      event.preventDefault();
      add(event.dataTransfer?.files ?? []);
    });
  }
  return form;
}
