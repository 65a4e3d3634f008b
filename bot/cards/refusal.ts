import { refusalText } from '../../src/app/refusal-text.ts';
import type { Publisher } from '../../src/domain/catalogue/publishers.ts';
import type { Refusal } from '../../src/domain/errors.ts';
import { elsewhereWords, type Locale, words } from '../../src/domain/i18n/index.ts';
import { never } from '../../src/domain/result.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { WhyStranger } from '../principal.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, heading, quoted, subtle, text } from './card.ts';

/** What can't be done, why, and what to do instead, with a button for that. */
export function refusalCard(turn: Turn, refusal: Refusal): AdaptiveCard {
  const { title, detail } = refusalText(refusal, turn.by.locale);
  const { home, lists } = words(turn.by.locale).bot;
  const back: Button = { title: home.back, action: { do: 'home' } };
  const instead: readonly Button[] =
    refusal.code === 'directedElsewhere'
      ? [{ title: elsewhereWords(turn.by.locale, refusal.subject.id).go, url: refusal.subject.url }, back]
      : refusal.code === 'limitReached' && refusal.limit === 'drafts'
        ? [{ title: words(turn.by.locale).bot.drafts.title, action: { do: 'drafts' } }, back]
        : refusal.code === 'mistypedNumber'
          ? [{ title: lists.search, action: { do: 'search', words: '' } }, back]
          : [back];
  const asked = refusal.code === 'directedElsewhere' ? (refusal.subject.publishers ?? []) : [];
  return card(turn, { speak: `${title}. ${detail}`, body: [heading(title), text(detail), ...asked.map(publisherLines)], buttons: instead });
}

/** CS-7: whom to ask, and how. */
const publisherLines = ({ name, products, url, email, phone }: Publisher): CardElement => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [
    text(quoted(name), { weight: 'Bolder' }),
    subtle(quoted(products.join(' · '))),
    text(reached(url, email, phone).join(' · '), { spacing: 'None' }),
  ],
});

const reached = (url: string, email: string | null, phone: string | null): readonly string[] => [
  `[${new URL(url).host}](${url})`,
  ...(email ? [`[${email}](mailto:${email})`] : []),
  ...(phone ? [`[${phone}](tel:${phone.replaceAll(' ', '')})`] : []),
];

/** F-6: an unknown or outdated action. */
export function outdatedCard(turn: Turn): AdaptiveCard {
  const { refusals, home } = words(turn.by.locale).bot;
  return card(turn, {
    speak: refusals.outdatedTitle,
    body: [heading(refusals.outdatedTitle), text(refusals.outdated)],
    buttons: [{ title: home.back, action: { do: 'home' } }],
  });
}

/** G-14: an action that was chosen on what can't be read. */
export function noMessageCard(turn: Turn): AdaptiveCard {
  const { extension } = words(turn.by.locale);
  return card(turn, {
    speak: extension.createCase.title,
    body: [heading(extension.createCase.title), text(extension.noMessage)],
    buttons: [{ title: words(turn.by.locale).bot.case.inTab, url: turn.links.tab('new') }],
  });
}

/** For somebody who is nobody here, or not let in: it offers nothing, for there is nothing they may do. */
export function strangerCard(locale: Locale, why: WhyStranger): AdaptiveCard {
  const { title, detail } = strangerText(locale, why);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    speak: title,
    fallbackText: `${title}. ${detail}`,
    body: [heading(title), text(detail)],
  };
}

export function strangerText(locale: Locale, why: WhyStranger): { readonly title: string; readonly detail: string } {
  const { api, bot, refusals } = words(locale);
  switch (why) {
    case 'guest':
      return { title: bot.refusals.guestTitle, detail: refusals.why.guest };
    case 'unknown':
      return { title: bot.refusals.unknownTitle, detail: bot.refusals.unknown };
    case 'suspended':
      return api.problems.tenantSuspended;
    case 'waiting':
      return api.problems.tenantWaiting;
    default:
      return never(why);
  }
}
