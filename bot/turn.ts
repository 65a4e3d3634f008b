import type { Deps } from '../src/app/deps.ts';
import type { ChannelPlace } from '../src/app/notices/subscriptions.ts';
import type { Principal } from '../src/domain/access/principal.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';

/** Deep links into the personal tab. */
export interface Links {
  /** @param subPage such as `case/CD-7K3M-9YX4`; none: where the tab begins */
  tab(subPage?: string): string;
}

/** The same, and those that people paste. */
export interface OwnLinks extends Links {
  /** The number or the id of the case that an address leads to; `undefined` for any other address. */
  caseIn(address: string): string | undefined;
}

/** A card answers in the chat, where `Action.Execute` replaces it, or in a dialog, where only `Action.Submit` works. */
export type Surface = 'chat' | 'dialog';

/** How the person asked: by words, by a button, by looking at a card that refreshes, by opening a dialog or by a button in one. */
export type Via = 'words' | 'button' | 'refresh' | 'dialogOpening' | 'dialogButton';

/** One activity of one known person: what every handler and every card is given. */
export interface Turn {
  readonly deps: Deps;
  readonly links: Links;
  /** ID-1: from the verified activity and the directory, never from its content. */
  readonly by: Principal;
  readonly surface: Surface;
  readonly via: Via;
  /** In a team or a group chat nothing of a case is posted for all to see (G-14). */
  readonly place: 'personal' | 'group';
  /** The person's id towards the bot, which a card's refresh names. */
  readonly userId: string;
  /** The message whose card was pressed. */
  readonly cardId: string | null;
  /** Absent outside of a team. */
  readonly channel?: SpokenIn | undefined;
}

/** The channel that is spoken in, as Teams names it. */
export interface SpokenIn extends Omit<ChannelPlace, 'shared'> {
  readonly name: string | null;
  /** Whether the roster has people of other organisations. */
  shared(): Promise<boolean>;
}

/** A form that was sent. */
export interface BecameCase {
  readonly caseId: string;
  readonly number: string;
  /** PN-13: it changed a case that was there. */
  readonly corrected?: boolean;
}

/** What a turn says. `opened` is set where a form has just become a case, or corrected one, so that a dialog can close. */
export interface Reply {
  readonly card: AdaptiveCard;
  readonly opened?: BecameCase & { readonly draftId: string };
}
