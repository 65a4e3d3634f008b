import { words } from '../../src/domain/i18n/index.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading, subtle } from './card.ts';

/** Asks what to look for. */
export function searchCard(turn: Turn): AdaptiveCard {
  const { lists, home } = words(turn.by.locale).bot;
  return card(turn, {
    speak: lists.search,
    body: [heading(lists.search), subtle(lists.tooFew), { type: 'Input.Text', id: 'words', label: lists.searchLabel, maxLength: 200 }],
    buttons: [
      { title: lists.search, action: { do: 'search', words: '' } },
      { title: home.back, action: { do: 'home' }, inputs: 'none' },
    ],
  });
}
