import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';

/** F-36: how much may be asked of the bot. Each answers with the seconds to wait, or `undefined` and counts it. */
export interface TurnLimits {
  /** What did not come from the channel, by its address. */
  ofStranger(request: IncomingMessage): number | undefined;
  /** What did, by who sent it. */
  ofTurn(by: Sender): number | undefined;
}

export interface Sender {
  readonly tenantId: string;
  readonly personId: string;
}

/** Whom a verified activity is counted under, before it is known whether the desk knows them. */
export function senderOf({ from, channelData }: Activity): Sender {
  const { tenant } = (channelData ?? {}) as { readonly tenant?: { readonly id?: unknown } };
  return { tenantId: String(tenant?.id ?? ''), personId: String(from.aadObjectId ?? from.id) };
}

export class TooManyTurns extends Error {
  override readonly name = 'TooManyTurns';
  /** Seconds. */
  readonly wait: number;
  readonly activity: Activity;
  constructor(wait: number, activity: Activity) {
    super('too many turns');
    this.wait = wait;
    this.activity = activity;
  }
}
