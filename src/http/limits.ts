import type { IncomingMessage } from 'node:http';
import type { MachineCaller } from '../domain/access/machine.ts';
import type { Principal } from '../domain/access/principal.ts';
import { addressOf } from './client-address.ts';
import type { Operation } from './operation.ts';
import { type TokenBuckets, tokenBuckets } from './token-buckets.ts';

/** Requests a minute, and at once after a quiet minute. Each process counts for itself. */
export const requestsPerMinute = {
  /** Of one address: requests of the API and activities without a valid token. Valid ones from the same address are not held up by them. */
  stranger: 600,
  /** Of one person: requests that change something, uploads too. */
  person: 1_200,
  /** Of one person, out of these: forms begun or sent. */
  openings: 600,
  /** Of all people of a tenant together: requests that change something. */
  tenant: 12_000,
  /** Of one person: requests that only read. */
  reading: 3_000,
  /** Of all people of a tenant together: requests that only read. */
  tenantReading: 30_000,
  /** Of one machine: requests, reading too, for nobody waits between them. */
  machine: 600,
  /** Of one person: messages to the bot, and buttons; cards that bring themselves up to date, too. */
  turns: 300,
  /** Of all people of a tenant together: the same. */
  tenantTurns: 6_000,
} as const;
export type LimitTable = Readonly<Record<keyof typeof requestsPerMinute, number>>;

/** Addresses, people or tenants remembered for each row of the table. */
const mostKeys = 10_000;

/** Each answers with the seconds to wait, or `undefined` and counts the request. */
export interface Limits {
  ofStranger(request: IncomingMessage): number | undefined;
  ofPerson(by: Principal, operation: Operation): number | undefined;
  ofMachine(by: MachineCaller): number | undefined;
  ofTurn(by: Pick<Principal, 'tenantId' | 'personId'>): number | undefined;
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
  const bucketsOf = (row: keyof LimitTable): TokenBuckets => tokenBuckets(table[row], mostKeys, now);
  const [strangers, people, openers, tenants] = [bucketsOf('stranger'), bucketsOf('person'), bucketsOf('openings'), bucketsOf('tenant')];
  const [readers, tenantReaders, machines] = [bucketsOf('reading'), bucketsOf('tenantReading'), bucketsOf('machine')];
  const [turns, tenantTurns] = [bucketsOf('turns'), bucketsOf('tenantTurns')];
  return {
    ofStranger: (request) => take([[strangers, addressOf(request, trustedProxies)]]),
    ofPerson({ tenantId, personId }, { method, action }) {
      const [person, tenant] = [keyOf({ tenantId, personId }), tenantId.toLowerCase()];
      if (method === 'GET')
        return take([
          [readers, person],
          [tenantReaders, tenant],
        ]);
      const counted = [[people, person] as const, [tenants, tenant] as const];
      return take(action === 'open' ? [...counted, [openers, person]] : counted);
    },
    ofMachine: ({ tenantId, machineId }) => take([[machines, `${tenantId} ${machineId}`]]),
    ofTurn: (by) =>
      take([
        [turns, keyOf(by)],
        [tenantTurns, by.tenantId.toLowerCase()],
      ]),
  };
}

const keyOf = ({ tenantId, personId }: Pick<Principal, 'tenantId' | 'personId'>): string => `${tenantId} ${personId}`.toLowerCase();

/** From each bucket, or from none. */
function take(counted: readonly (readonly [TokenBuckets, string])[]): number | undefined {
  const wait = Math.max(...counted.map(([buckets, key]) => buckets.wait(key)));
  if (wait > 0) return wait;
  for (const [buckets, key] of counted) buckets.take(key);
  return undefined;
}
