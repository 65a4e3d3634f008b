import { words } from '../../src/domain/i18n/index.ts';
import { encode } from '../actions.ts';
import type { BecameCase, Links, Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { card, heading, subtle } from './card.ts';

/**
 * G-14: a case as whoever found it shares it: its number, and that it is a case. Its refresh shows what is in it to those who may see that, and this
 * very card to everybody else, whether there is such a case or not.
 */
export function sharedCard(turn: Turn, number: string): AdaptiveCard {
  const { shared } = words(turn.by.locale).extension;
  const action = { do: 'shared', number } as const;
  const title = shared.title(number);
  const drawn = card(
    { ...turn, surface: 'chat' },
    {
      speak: title,
      body: [{ ...heading(title), size: 'Medium' }, subtle(shared.about)],
      buttons: [
        { title: shared.open, action },
        { title: shared.inTab, url: turn.links.tab(`case/${number}`) },
      ],
    },
  );
  // No `userIds`: who reads it where it is posted is not known here. Teams asks for everybody in a chat of up to sixty, and whoever presses the button.
  return { ...drawn, refresh: { action: { type: 'Action.Execute', title, verb: action.do, data: encode(action) } } };
}

/** What somebody who is not known gets for a link: the same for every link to a case. */
export function unnamedCard(by: Pick<Turn['by'], 'locale'>, links: Links): AdaptiveCard {
  const { unnamed } = words(by.locale).extension;
  return card({ by, links, surface: 'dialog' } as Turn, {
    speak: unnamed.title,
    body: [{ ...heading(unnamed.title), size: 'Medium' }, subtle(unnamed.about)],
    buttons: [{ title: unnamed.open, url: links.tab() }],
  });
}

/** The case that a message became, in the dialog where its form was sent. */
export function becameCard(turn: Turn, { caseId, number, corrected = false }: BecameCase): AdaptiveCard {
  const { extension, bot } = words(turn.by.locale);
  const { created } = extension;
  const says = bot.case[corrected ? 'corrected' : 'opened'](number);
  return card(turn, {
    speak: says,
    body: [heading(says), subtle(created.about)],
    buttons: [
      { title: created.show, action: { do: 'case', caseId } },
      { title: created.share, action: { do: 'shared', number } },
      { title: created.inTab, url: turn.links.tab(`case/${number}`) },
    ],
  });
}
