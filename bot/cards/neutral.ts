import { words } from '../../src/domain/i18n/index.ts';
import type { Action } from '../actions.ts';
import type { BecameCase, Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, heading, quoted, text } from './card.ts';

/**
 * G-14: what everybody in a channel or a group chat may read. Its refresh shows the answer to the one who asked; others ask for their own.
 */
export function neutralCard(turn: Turn, answer: Action): AdaptiveCard {
  const { group, home } = words(turn.by.locale).bot;
  const says = group.answer(quoted(turn.by.name, 60));
  return card(turn, { speak: home.title, body: [text(says)], buttons: buttons(turn), refresh: answer });
}

/** In a channel the bot introduces itself to all alike. */
export function teamWelcomeCard(turn: Turn): AdaptiveCard {
  const { home } = words(turn.by.locale).bot;
  return card(turn, { speak: home.welcomeTeam, body: [heading('Case Desk'), text(home.welcomeTeam)], buttons: buttons(turn) });
}

/** That a case was opened or corrected, and nothing of what is in it. */
export function openedCard(turn: Turn, { caseId, number, corrected = false }: BecameCase): AdaptiveCard {
  const { group, case: cases } = words(turn.by.locale).bot;
  const says = (corrected ? cases.corrected : group.opened)(number);
  return card(turn, {
    speak: says,
    body: [text(says)],
    buttons: [
      { title: group.open, action: { do: 'case', caseId } },
      { title: group.inTab, url: turn.links.tab(`case/${number}`) },
    ],
    refresh: { do: 'case', caseId },
  });
}

function buttons(turn: Turn): readonly Button[] {
  const { group } = words(turn.by.locale).bot;
  return [
    { title: group.create, action: { do: 'create', desk: null, category: null, customer: null }, dialog: true },
    { title: group.show, action: { do: 'home' } },
    { title: group.inTab, url: turn.links.tab() },
  ];
}
