import type { IncomingMessage } from 'node:http';
import type { Principal } from '../domain/access/principal.ts';
import { addressOf } from './client-address.ts';
import type { Operation } from './operation.ts';
import { type TokenBuckets, tokenBuckets } from './token-buckets.ts';

/** Requests a minute, and at once after a quiet minute. Each process counts for itself. */
export const requestsPerMinute = {
  /** Of one address: requests of the API without a valid token. Valid tokens from the same address are not held up by them. */
  stranger: 600,
  /** Of one person: requests that change something, uploads too. */
  person: 1_200,
  /** Of one person, out of these: forms begun or sent. */
  openings: 600,
  /** Of all people of a tenant together: requests that change something. */
  tenant: 12_000,
} as const;
export type LimitTable = Readonly<Record<keyof typeof requestsPerMinute, number>>;

/** Addresses, people or tenants remembered for each row of the table. */
const mostKeys = 10_000;

/** Each answers with the seconds to wait, or `undefined` and counts the request. */
export interface Limits {
  ofStranger(request: IncomingMessage): number | undefined;
  ofPerson(by: Principal, operation: Operation): number | undefined;
}

export interface LimitOptions {
  /** Proxies in front of this process, each of which adds whom it heard to `X-Forwarded-For`; 0 where none is to be believed. */
  readonly trustedProxies: number;
  readonly table?: LimitTable;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** F-36: how much anybody may ask in a minute, held before a body is read. */
export function createLimits({ trustedProxies, table = requestsPerMinute, now = () => performance.now() }: LimitOptions): Limits {
  const [strangers, people, openers, tenants] = [table.stranger, table.person, table.openings, table.tenant].map((perMinute) =>
    tokenBuckets(perMinute, mostKeys, now),
  ) as [TokenBuckets, TokenBuckets, TokenBuckets, TokenBuckets];
  return {
    ofStranger: (request) => take([[strangers, addressOf(request, trustedProxies)]]),
    ofPerson({ tenantId, personId }, { method, action }) {
      if (method === 'GET') return undefined;
      const person = `${tenantId} ${personId}`.toLowerCase();
      const counted = [[people, person] as const, [tenants, tenantId.toLowerCase()] as const];
      return take(action === 'open' ? [...counted, [openers, person]] : counted);
    },
  };
}

/** From each bucket, or from none. */
function take(counted: readonly (readonly [TokenBuckets, string])[]): number | undefined {
  const wait = Math.max(...counted.map(([buckets, key]) => buckets.wait(key)));
  if (wait > 0) return wait;
  for (const [buckets, key] of counted) buckets.take(key);
  return undefined;
}
