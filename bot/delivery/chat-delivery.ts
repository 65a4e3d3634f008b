import type { Deps } from '../../src/app/deps.ts';
import type { ChatDelivery, Limits, Pacing, Store } from '../../src/app/ports.ts';
import { chatOf } from '../chat-note.ts';
import type { Links } from '../turn.ts';
import { VerifiedAdapter } from '../wire/adapter.ts';
import type { Channel } from '../wire/channel.ts';
import { tellChannel } from './channel.ts';
import { teamsLimits } from './limits.ts';
import { type Lines, linesOf } from './line.ts';
import { tellPerson } from './person.ts';

/** What telling people in Teams stands on. */
export interface Desk {
  readonly deps: Deps;
  readonly store: Store;
  readonly links: Links;
  readonly lines: Lines;
  readonly pacing: Pacing;
  readonly limits: Limits;
}

export interface ChatDeliveryOptions {
  readonly deps: Deps;
  readonly channel: Channel;
  readonly links: Links;
  /** Teams' own, unless told. */
  readonly limits?: Limits;
}

/** Notices in Teams by way of the bot, whether or not this process answers its turns. */
export function chatDelivery({ deps, channel, links, limits = teamsLimits }: ChatDeliveryOptions): ChatDelivery {
  const { store } = deps;
  const desk: Desk = { deps, store, links, limits, pacing: store.pacing, lines: linesOf(new VerifiedAdapter(channel), channel) };
  return {
    reaches: async (person) => (await chatOf(store, person))?.installed === true,
    tellPerson: (told, signal) => tellPerson(desk, told, signal),
    tellChannel: (to, news, signal) => tellChannel(desk, to, news, signal),
  };
}
