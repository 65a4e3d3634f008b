import type { Bot } from '../bot/bot.ts';
import type { SetUpProbes } from './app/ports.ts';
import { permissionSheet } from './graph/granted.ts';
import type { Surroundings } from './surroundings.ts';

/** AG-5: how each neighbour of the desk is asked whether it is there. */
export function setUpProbes({ mail, granted, consentUrl, channel }: Surroundings, bot: Pick<Bot, 'say'>): SetUpProbes {
  return {
    permissions: permissionSheet,
    granted,
    consentUrl,
    mail: mail?.check ?? null,
    channel: async () => {
      try {
        await channel.outboundToken(channel.audience);
        return { state: 'ok' };
      } catch {
        return { state: 'failed', reason: 'refused' };
      }
    },
    say: (place, text) => bot.say(place, text),
  };
}
