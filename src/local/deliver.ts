import type { Activity } from './activities.ts';
import type { Delivery } from './client-contract.ts';

/** Teams gives a turn about this long. */
const patience = 15_000;
const largestAnswer = 1024 * 1024;

export type Deliver = (activity: Activity) => Promise<Delivery>;

/** @param sign makes the bearer token of one activity. */
export function createDeliver(messagingUrl: () => string, sign: () => Promise<string>): Deliver {
  return async (activity) => {
    try {
      const response = await fetch(messagingUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${await sign()}` },
        body: JSON.stringify(activity),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      return { status: response.status, body: text.length > largestAnswer ? undefined : parsed(text) };
    } catch (error) {
      return { status: error instanceof DOMException && error.name === 'TimeoutError' ? 504 : 0, body: undefined };
    }
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
