import { locales, words } from '../../src/domain/i18n/index.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading } from './card.ts';

/** G-13: each reader in their own language; it becomes part of their profile. */
export function languageCard(turn: Turn): AdaptiveCard {
  const { language, home } = words(turn.by.locale).bot;
  return card(turn, {
    speak: language.title,
    body: [heading(language.title)],
    evenly: true,
    buttons: [
      ...locales.map((locale) => ({ title: language.names[locale], action: { do: 'speak', locale } }) as const),
      { title: home.back, action: { do: 'home' } },
    ],
  });
}
