import { type ChannelKind, channelKinds } from '../../src/domain/notice/channels.ts';
import { type Channel, silent } from '../../src/notify/channel.ts';

/** No way to deliver is set up; a test lays over it what it is about. */
export const silence = Object.fromEntries(channelKinds.map((kind) => [kind, silent])) as Readonly<Record<ChannelKind, Channel>>;
