import { h } from './element.ts';
import { icon } from './icons.ts';
import type { Words } from './words.ts';

/** A bar that says what happened. An error may carry details for whoever builds the bot. */
export function notice(kind: 'error' | 'info', text: string, words: Words, details = ''): HTMLElement {
  const bar = h(
    'div',
    { class: `notice ${kind}`, role: kind === 'error' ? 'alert' : 'status', 'data-testid': `notice-${kind}` },
    h('span', {}, text),
    details !== '' && h('details', {}, h('summary', {}, words.details), h('code', {}, details)),
    h('button', { class: 'plain', type: 'button', 'aria-label': words.dismiss, onclick: () => bar.remove() }, icon('close')),
  );
  return bar;
}
