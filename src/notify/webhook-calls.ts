import http from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { WebhookAnswer, WebhookCall, WebhookCalls } from '../app/ports.ts';
import { type Place, type PlaceOptions, placeOf } from './webhook-place.ts';
import { webhookHeaders } from './webhook-signature.ts';

/** Milliseconds of one call; a worker waits ten seconds. */
const patience = 9_000;
/** Bytes of an answer that are let in before the line is cut: it says nothing but its status. */
const mostAnswer = 64 * 1_024;

/** Calls to other systems, each to the address that was just looked at, and no further (F-33). */
export const webhookCalls = (options: PlaceOptions): WebhookCalls => ({
  async check(url) {
    const place = await placeOf(url, options);
    return place.ok ? null : place.error;
  },
  async post(call, signal) {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const place = await Promise.race([placeOf(call.url, options), aborted(bounded)]);
    if (place === null) return noAnswer('its name could not be looked up in time');
    if (!place.ok) return place.error === 'noSuchHost' ? noAnswer('its name is unknown') : { is: 'refused', why: place.error };
    return answerOf(place.value, call, bounded);
  },
});

function answerOf({ url, address }: Place, { body, ...call }: WebhookCall, signal: AbortSignal): Promise<WebhookAnswer> {
  const family = isIPv6(address) ? 6 : 4;
  // Whatever the name says by now, the line goes to the address that was checked.
  const lookup: LookupFunction = (_, { all }, found) => (all ? found(null, [{ address, family }]) : found(null, address, family));
  const headers = {
    ...webhookHeaders({ ...call, body }, Math.floor(Date.now() / 1_000)),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Case-Desk-Webhooks/1',
  };
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    // `agent: false`: no line is used that was opened to another address.
    const asked = request(url, { method: 'POST', headers, lookup, agent: false, signal });
    asked.on('error', (fault: NodeJS.ErrnoException) =>
      resolve(noAnswer(signal.aborted ? 'no answer in time' : (fault.code ?? fault.name))),
    );
    asked.on('response', (response) => {
      let size = 0;
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > mostAnswer) response.destroy();
      });
      response.on('error', () => {});
      resolve({ is: 'answered', status: response.statusCode ?? 0, retryAfterMs: retryAfter(response.headers['retry-after']) });
    });
    asked.end(body);
  });
}

const noAnswer = (detail: string): WebhookAnswer => ({ is: 'noAnswer', detail });

/** Milliseconds, from seconds or a date; `null` where none is said. */
function retryAfter(said: string | undefined): number | null {
  if (!said) return null;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
