import type { Activity } from 'botbuilder';
import type { Pacing } from '../../src/app/ports.ts';
import type { Outbound } from './outbound.ts';

/**
 * F-20: what is said within a turn counts in the pace that is kept over all processes, so that notices make room for it. It is said whatever
 * the pace: somebody has just asked. Nothing waits for the count, and nothing fails with it.
 */
export function counted(pacing: Pick<Pacing, 'spoken'>, outbound: Outbound, { conversation }: Pick<Activity, 'conversation'>): Outbound {
  const { id = '', tenantId } = conversation ?? {};
  // A thread of a channel is paced with its channel.
  const [place = ''] = id.split(';');
  return {
    ...outbound,
    send: (what) => {
      if (tenantId) pacing.spoken(place, tenantId).catch(() => {});
      return outbound.send(what);
    },
  };
}
