import type { ProfileView } from '../../src/app/profile.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, facts, heading, quoted } from './card.ts';

/** PN-15. */
export function profileCard(turn: Turn, { displayName, email, locale, timeZone }: ProfileView): AdaptiveCard {
  const { profile, language, home, commands } = words(turn.by.locale).bot;
  return card(turn, {
    speak: profile.title,
    body: [
      heading(profile.title),
      facts([
        [profile.name, quoted(displayName, 100)],
        [profile.email, quoted(email, 254)],
        [profile.language, language.names[locale]],
        [profile.timeZone, literal(timeZone)],
      ]),
    ],
    buttons: [
      { title: profile.change, url: turn.links.tab('profile') },
      { title: commands.language.title, action: { do: 'language' } },
      { title: home.back, action: { do: 'home' } },
    ],
  });
}
