import type { ChannelKind } from '../../notice/channels.ts';
import type { DeliveryFaultCode } from '../../notice/outcome.ts';
import { firstView } from './first-view.ts';
import { plural } from './plural.ts';

/** Notices that were given up, for engineers. */
export const deliveries = {
  ...firstView.deliveries,
  about: 'These notices were given up. Send them again once the cause is mended, or drop them.',
  late: 'Notices are late',
  lateWhy:
    'They are still being tried and go out by themselves once the cause is gone: a receiver that is down, or a desk that delivers nothing.',
  lateIn: (channel: string, waiting: number, since: string) =>
    `${channel}: ${plural(waiting, 'one waits', 'wait')}, the oldest since ${since}`,
  none: 'Every notice was delivered, or is still being tried.',
  given: 'Given up',
  again: 'Send again',
  drop: 'Drop',
  sentAgain: 'It will be sent again.',
  dropped: 'It was dropped.',
  gone: 'It is not in the list any more: somebody else sent it again or dropped it.',
  noCase: 'No case',
  desk: 'A channel in Teams',
  more: 'Show more',
  webhook: (id: string) => `Webhook ${id}`,
  channels: { chat: 'Chat', email: 'E-mail', summary: 'Summary by e-mail', webhook: 'Webhook', feed: 'Activity feed' } satisfies Record<
    ChannelKind,
    string
  >,
  reasons: {
    refused: 'The receiver refused it for good.',
    busy: 'The receiver put it off until it was too late.',
    unreachable: 'The receiver could not be reached.',
    signInRefused: 'The receiver does not let the desk in. Check the desk’s settings.',
    uncertain: 'It may have arrived, twice at most; nobody can say.',
    unexpected: 'The desk could not put it together. Its log says why.',
  } satisfies Record<DeliveryFaultCode, string>,
  failed: (channel: string, to: string, reason: string) => `A notice to ${to} was not delivered (${channel}). ${reason}`,
};
