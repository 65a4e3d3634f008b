import { words } from '../../src/domain/i18n/index.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading, text } from './card.ts';

/** G-17: where an administrator gives a leaver's cases to somebody else. */
export function transferCard(turn: Turn): AdaptiveCard {
  const { bot, tab } = words(turn.by.locale);
  const { title, about } = tab.organisation.transfer;
  return card(turn, {
    speak: title,
    body: [heading(title), text(about)],
    buttons: [
      { title: bot.case.inTab, url: turn.links.tab('organisation') },
      { title: bot.home.back, action: { do: 'home' } },
    ],
    evenly: true,
  });
}
