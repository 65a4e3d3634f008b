import type { Desk, View } from './desk.ts';
import { openTabDialog } from './dialog.ts';
import { h } from './element.ts';
import { hostFrame } from './frame-host.ts';
import type { Route } from './links.ts';
import { notice } from './notice.ts';

/** The personal tab, in a frame of the desk's own origin. */
export function appView(desk: Desk, { page = 'desk', sub }: Extract<Route, { view: 'app' }>): View {
  const { words, locale, theme, start } = desk.session;
  const outcome = h('div', { class: 'outcome' });
  const loading = h('p', { class: 'loading', role: 'status' }, words.tabLoading);
  const src = new URL(start.tabUrl);
  src.searchParams.set('locale', locale);
  src.searchParams.set('theme', theme);
  const frame = h('iframe', { class: 'app-frame', title: words.tabTitle, src: src.href, 'data-testid': 'app-frame' });
  frame.addEventListener('load', () => loading.remove());
  const host = hostFrame(desk, frame, {
    frameContext: 'content',
    page,
    sub,
    ready(failure) {
      if (failure !== undefined) outcome.replaceChildren(notice('error', words.tabFailed, words, failure));
    },
    asked: (dialog) => openTabDialog(desk, dialog),
    linked(link, label) {
      const field = h('input', { type: 'text', readonly: true, value: link, 'aria-label': words.link });
      outcome.replaceChildren(notice('info', `${label ? `${label}. ` : ''}${words.copyHint}`, words), field);
      field.select();
    },
  });
  return {
    element: h('section', { class: 'app-view', 'aria-label': words.tabTitle }, outcome, loading, frame),
    themed: host.themed,
    close: host.stop,
  };
}
