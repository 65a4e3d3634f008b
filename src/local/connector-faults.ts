import { setTimeout as wait } from 'node:timers/promises';
import { type Call, refuse } from './route.ts';

/** How the connector misbehaves towards the bot, for trying out what the bot makes of it. */
export type ConnectorFault =
  | {
      readonly status: 429 | 412 | 403 | 404 | 413 | 500 | 502 | 503;
      /** Seconds, as `Retry-After`. */
      readonly retryAfter?: number;
      /** It says so and has taken what was sent all the same, as a connector may. */
      readonly taken?: true;
      /** So many answers, then it behaves; without it, until told otherwise. */
      readonly times?: number;
    }
  /** No answer at all. */
  | { readonly status: 'hang'; readonly times?: number };

/** One accepted message or change of a message. */
export interface AcceptedSend {
  readonly conversation: string;
  readonly method: 'POST' | 'PUT';
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface ConnectorFaults {
  /** @param conversation its id, with or without a thread; `null` ends the misbehaviour. @param method of these calls alone */
  answer(conversation: string, fault: ConnectorFault | null, method?: 'POST' | 'PUT'): void;
  /** What was accepted, oldest first. */
  readonly accepted: readonly AcceptedSend[];
  /** Answers a call in this conversation amiss, where it is told to. @returns whether it did */
  amiss(call: Call, conversation: string, take: () => unknown): Promise<boolean>;
  took(conversation: string, method: 'POST' | 'PUT'): void;
}

const kept = 10_000;
const forEver = 60_000;

export function connectorFaults(): ConnectorFaults {
  const faults = new Map<string, { readonly fault: ConnectorFault; left: number }>();
  const accepted: AcceptedSend[] = [];
  const baseOf = (conversation: string): string => conversation.split(';')[0] ?? '';
  return {
    accepted,
    answer(conversation, fault, method) {
      for (const one of method ? [method] : ['POST', 'PUT']) {
        const key = `${one} ${baseOf(conversation)}`;
        if (fault) faults.set(key, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
        else faults.delete(key);
      }
    },
    async amiss({ request, response }, conversation, take) {
      const found = faults.get(`${request.method} ${baseOf(conversation)}`);
      if (!found || found.left <= 0) return false;
      found.left -= 1;
      const { fault } = found;
      if (fault.status === 'hang') {
        await Promise.race([wait(forEver, undefined, { ref: false }), new Promise((closed) => response.once('close', closed))]);
        response.destroy();
        return true;
      }
      if (fault.taken) take();
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
      refuse(response, fault.status, 'AsTold', 'The stand-in was told to answer so.');
      return true;
    },
    took(conversation, method) {
      accepted.push({ conversation: baseOf(conversation), method, at: Date.now() });
      if (accepted.length > kept) accepted.shift();
    },
  };
}
