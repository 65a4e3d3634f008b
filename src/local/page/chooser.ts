import type { PersonEntry, Start } from '../client-contract.ts';
import { h } from './element.ts';
import { initials } from './message-view.ts';
import { type Language, languages, type Words, wordsOf } from './words.ts';

/** Sign-in by choice: every sample person, by organisation, with what they are there. */
export function chooser(
  start: Start,
  language: Language,
  chosen: (person: PersonEntry) => void,
  spoken: (language: Language) => void,
): HTMLElement {
  const words = wordsOf[language];
  const inLanguage = new Intl.DisplayNames(language, { type: 'region' });
  return h(
    'main',
    { class: 'chooser' },
    h(
      'header',
      {},
      h('p', { class: 'muted' }, words.standIn),
      h(
        'div',
        { role: 'group', 'aria-label': words.language },
        ...languages.map((one) =>
          h(
            'button',
            { type: 'button', class: 'plain', lang: one, 'aria-pressed': String(one === language), onclick: () => spoken(one) },
            words.languages[one],
          ),
        ),
      ),
    ),
    h('h1', {}, words.chooseTitle),
    h('p', {}, words.chooseHint),
    h(
      'div',
      { class: 'organisations' },
      ...start.organisations.map(({ id, name, kind, country, people }) =>
        h(
          'section',
          { 'aria-labelledby': `organisation-${id}` },
          h('h2', { id: `organisation-${id}` }, name),
          h('p', { class: 'muted' }, `${words.kinds[kind]} · ${inLanguage.of(country) ?? country}`),
          ...people.map((person) => entry(person, words, chosen)),
        ),
      ),
    ),
  );
}

function entry(person: PersonEntry, words: Words, chosen: (person: PersonEntry) => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'choice', 'data-testid': `person-${person.id}`, onclick: () => chosen(person) },
    h('span', { class: 'avatar person', 'aria-hidden': 'true' }, initials(person.name)),
    h('span', {}, h('strong', {}, person.name), h('span', { class: 'muted' }, rolesInWords(person, words))),
  );
}

export function rolesInWords({ guest, roles }: PersonEntry, { roles: named }: Words): string {
  const known = (guest ? ['guest'] : roles).map((role) => named[role as keyof typeof named]);
  return known.join(', ');
}
