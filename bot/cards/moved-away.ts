import { placeName } from '../../src/app/cases/timeline.ts';
import type { Place } from '../../src/domain/case/refile.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading, text } from './card.ts';

/** AG-2: where a case went that its mover no longer sees. */
export function movedAwayCard(turn: Turn, to: Place): AdaptiveCard {
  const { home, write } = words(turn.by.locale).bot;
  return card(turn, {
    speak: write.movedTitle,
    body: [heading(write.movedTitle), text(literal(write.movedAway(placeName(to, turn.by.locale))))],
    buttons: [{ title: home.back, action: { do: 'home' } }],
  });
}
