import type { Activity } from 'botbuilder';
import { DirectoryUnavailable } from '../../src/app/faults.ts';
import type { SpokenIn } from '../turn.ts';
import type { Outbound } from './outbound.ts';

interface ChannelData {
  readonly tenant?: { readonly id?: string };
  readonly team?: { readonly id?: string; readonly name?: string };
  readonly channel?: { readonly id?: string; readonly name?: string };
}

/** The channel an activity comes from; `undefined` outside of a team. */
export function spokenIn({ conversation, channelData, serviceUrl }: Activity, outbound: Outbound): SpokenIn | undefined {
  const { team, channel, tenant } = (channelData ?? {}) as ChannelData;
  if (conversation.conversationType !== 'channel') return undefined;
  const channelId = channel?.id ?? conversation.id.split(';')[0] ?? '';
  return {
    channelId,
    teamId: team?.id ?? null,
    serviceUrl,
    // A team's first channel has no name of its own.
    name: [team?.name, channel?.name].filter(Boolean).join(' › ') || null,
    async shared() {
      try {
        const members = await outbound.members(channelId);
        return members.some(({ tenantId }) => tenantId !== undefined && tenantId.toLowerCase() !== tenant?.id?.toLowerCase());
      } catch {
        // Who is there must be known before anything is said to them.
        throw new DirectoryUnavailable();
      }
    },
  };
}
