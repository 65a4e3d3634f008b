import { v7 as uuidv7 } from 'uuid';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import type { Locale } from '../../domain/i18n/locale.ts';
import { subscribedEvents } from '../../domain/notice/subscription.ts';
import type { Store } from '../ports.ts';
import type { ChannelPlace } from './subscriptions.ts';

/** A channel that is told of cases from the start, so that a newcomer sees it: the local desk's. */
export interface KnownChannel extends ChannelPlace {
  readonly tenantId: string;
  readonly name: string;
  readonly desk: DeskId;
  readonly locale: Locale;
}

const noted = { person: 'service', kind: 'known-channel' } as const;

/** Subscribes it once and for all: whoever ends it is not overruled at the next start. */
export async function subscribeKnown(
  { notes, subscriptions, inTenant }: Pick<Store, 'notes' | 'subscriptions' | 'inTenant'>,
  { tenantId, ...channel }: KnownChannel,
): Promise<void> {
  if (await notes.find(tenantId, noted.person, noted.kind)) {
    if (channel.teamId) await subscriptions.resume(tenantId, channel.teamId, channel.serviceUrl);
    return;
  }
  await inTenant(tenantId, async (tx) => {
    if (await tx.subscriptions.lockOf(channel.channelId, channel.desk)) return;
    const all = { customer: null, severities: [], events: subscribedEvents };
    await tx.subscriptions.save({ ...channel, ...all, id: uuidv7(), version: 1 }, noted.person);
  });
  await notes.save(tenantId, noted.person, noted.kind, { done: true });
}
