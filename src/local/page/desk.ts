import type { ClientEvent, Delivery, Place } from '../client-contract.ts';
import type { Offered } from './card-actions.ts';
import type { Route } from './links.ts';
import type { Server } from './server.ts';
import type { Session, Theme } from './session.ts';

/** What every part of the page works with. */
export interface Desk {
  readonly session: Session;
  readonly server: Server;
  go(route: Route): void;
  /** Where messages are being written, by `composerKey`: an extension's cards go there. */
  readonly composing: Map<string, (offered: readonly Offered[]) => void>;
  /** Opens a link: the app's own inside the stand-in, every other in a new window. */
  openLink(url: string): void;
}

/** A post's replies are written in a place of their own. */
export const composerKey = (place: Place, thread = ''): string => `${place} ${thread}`;

/** One of the places in the middle of the page. */
export interface View {
  readonly element: HTMLElement;
  heard?(event: ClientEvent): void;
  themed?(theme: Theme): void;
  /** The connection was lost and is back: read again. */
  again?(): void;
  close(): void;
}

/** In words, why an activity did not get through; `undefined` when it did. */
export function failureIn({ status }: Pick<Delivery, 'status'>, { words }: Session): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  return { 0: words.noDesk, 504: words.tooLate }[status] ?? words.wrong;
}
