import { rolesInWords } from './chooser.ts';
import type { Desk } from './desk.ts';
import { h } from './element.ts';
import { icon } from './icons.ts';
import type { Route } from './links.ts';
import { initials } from './message-view.ts';
import { type Theme, themes } from './session.ts';
import { type Language, languages } from './words.ts';

export interface ShellChanges {
  theme(theme: Theme): void;
  language(language: Language): void;
  leave(): void;
}

const views = [
  { view: 'chat', drawing: 'chat' },
  { view: 'team', drawing: 'team' },
  { view: 'mail', drawing: 'mail' },
  { view: 'app', drawing: 'app' },
] as const;

/** Teams' outline: who is signed in above, the apps at the left, the chosen one in `middle`. */
export function shell({ session, go }: Desk, changes: ShellChanges) {
  const { words, person, organisation, theme, language, start } = session;
  const middle = h('main', { class: 'middle' });
  const notices = h('div', { class: 'outcome' });
  const buttons = views.map(({ view, drawing }) => ({
    view,
    button: h(
      'button',
      { type: 'button', 'data-testid': `rail-${view}`, onclick: () => go({ view }) },
      icon(drawing),
      view === 'app' ? start.app.name : words.places[view],
    ),
  }));
  const choice = <T extends string>(
    name: string,
    values: readonly T[],
    chosen: T,
    named: Readonly<Record<T, string>>,
    changed: (to: T) => void,
  ) => {
    const select = h('select', { 'aria-label': words[name as 'theme' | 'language'], 'data-testid': name });
    select.append(...values.map((value) => h('option', { value, selected: value === chosen }, named[value])));
    select.addEventListener('change', () => changed(select.value as T));
    return select;
  };
  const element = h(
    'div',
    { class: 'shell' },
    h(
      'header',
      { class: 'top' },
      h('span', { class: 'stand-in' }, words.standIn),
      choice('theme', themes, theme, words.themes, changes.theme),
      choice('language', languages, language, words.languages, changes.language),
      h(
        'div',
        { class: 'me', 'data-testid': 'me' },
        h('span', { class: 'avatar person', 'aria-hidden': 'true' }, initials(person.name)),
        h('span', {}, h('strong', {}, person.name), h('span', { class: 'muted' }, `${organisation.name} · ${rolesInWords(person, words)}`)),
      ),
      h('button', { type: 'button', 'data-testid': 'switch-person', onclick: changes.leave }, words.switchPerson),
    ),
    h('nav', { class: 'rail', 'aria-label': words.rail }, ...buttons.map(({ button }) => button)),
    h('div', { class: 'content' }, notices, middle),
  );
  return {
    element,
    middle,
    notices,
    mark(view: Route['view']) {
      for (const one of buttons) one.button.ariaCurrent = one.view === view ? 'page' : null;
    },
  };
}
