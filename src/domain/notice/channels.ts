import type { Recipient } from './audience.ts';

/** The ways a notice can go out; each has a file in `notify/channels/`. */
export const channelKinds = ['chat', 'email', 'summary', 'webhook', 'feed'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/**
 * Which ways a recipient is told by, recipient × channel. Each is a delivery of its own, queued with the change; whether a person wants it
 * is asked when it goes out (PN-15), and so is whether a summary takes the place of their mail.
 */
export const channelsOf: Readonly<Record<Recipient['kind'], readonly ChannelKind[]>> = {
  person: ['chat', 'email', 'feed'],
  email: ['email'],
  channels: ['chat', 'webhook'],
  channel: ['chat'],
  webhook: ['webhook'],
};
