import type { ProfileView } from '../../src/app/people/profile.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { formatTime } from '../../src/domain/time/format.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Button, card, facts, heading, quoted, text, warning } from './card.ts';
import { choiceFacts } from './choices.ts';

/** What came of what was pressed on the card before. */
export interface ProfileNote {
  readonly done?: string;
  readonly refused?: string;
  /** The code that was refused, to be corrected. */
  readonly typed?: string;
}

/** PN-15. */
export function profileCard(turn: Turn, view: ProfileView, { done, refused, typed = '' }: ProfileNote = {}): AdaptiveCard {
  const { profile, language, home, commands } = words(turn.by.locale).bot;
  const { choices } = words(turn.by.locale);
  const { displayName, email, locale, timeZone, unconfirmedEmail } = view;
  return card(turn, {
    speak: profile.title,
    body: [
      heading(profile.title),
      ...(done === undefined ? [] : [text(literal(done), { color: 'Good', weight: 'Bolder' })]),
      facts([
        [profile.name, quoted(displayName, 100)],
        [profile.email, quoted(email, 254)],
        [profile.language, language.names[locale]],
        [profile.timeZone, literal(timeZone)],
        ...choiceFacts(turn, view),
      ]),
      ...(refused === undefined ? [] : [warning(literal(refused))]),
      ...(unconfirmedEmail === null ? [] : waiting(turn, view, { address: unconfirmedEmail, typed })),
    ],
    buttons: [
      ...(unconfirmedEmail === null
        ? [{ title: choices.notices, action: { do: 'choices' }, inputs: 'none' } as const]
        : waitingButtons(turn, view)),
      { title: profile.change, url: turn.links.tab('profile') },
      { title: commands.language.title, action: { do: 'language' }, inputs: 'none' },
      { title: home.back, action: { do: 'home' }, inputs: 'none' },
    ],
  });
}

function waiting(
  turn: Turn,
  { codeWorksUntil }: ProfileView,
  { address, typed }: { readonly address: string; readonly typed: string },
): readonly CardElement[] {
  const { locale, timeZone } = turn.by;
  const { addresses } = words(locale);
  if (codeWorksUntil === null) return [text(literal(addresses.noCode(address)), { separator: true })];
  return [
    text(literal(addresses.codeSent(address, formatTime(codeWorksUntil, timeZone, locale))), { separator: true }),
    { type: 'Input.Text', id: 'code', label: addresses.code, maxLength: 20, value: typed },
  ];
}

function waitingButtons(turn: Turn, { codeWorksUntil }: ProfileView): readonly Button[] {
  const { addresses } = words(turn.by.locale);
  return [
    ...(codeWorksUntil === null ? [] : [{ title: addresses.confirm, action: { do: 'confirmAddress' } } as const]),
    { title: addresses.again, action: { do: 'sendCode' }, inputs: 'none' },
    { title: addresses.withdraw, action: { do: 'keepAddress' }, inputs: 'none' },
  ];
}
