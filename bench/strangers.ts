import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Whoever can reach the desk and isn't let in: tokens that are none, and bodies without an end. */
export interface Strangers {
  /** Sends so many junk tokens, no two alike, to the bot and to the API. @returns what was answered, by status */
  tokens(count: number): Promise<ReadonlyMap<number, number>>;
  /** Begins so many bodies of 60 MB and cuts each after its answer, or after a megabyte. @param authorization of somebody who is let in, for every other one */
  bodies(count: number, authorization: string): Promise<ReadonlyMap<number, number>>;
  close(): void;
}

const atOnce = 16;
/** Milliseconds after which whoever got no answer gives up, and is counted under 0. */
const patience = 10_000;
const sixtyMegabytes = 60 * 1024 * 1024;

/** @param issuer and audience that the desk trusts, as anybody can know them */
export function strangersOf(desk: string, { issuer, audience }: { readonly issuer: string; readonly audience: string }): Strangers {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const send = (path: string, method: string, headers: Record<string, string | number>, body?: Buffer): Promise<number> =>
    new Promise((answered) => {
      const asking = request(desk + path, { method, headers, agent, signal: AbortSignal.timeout(patience) });
      asking.on('error', () => answered(0));
      asking.on('response', (response) => {
        response.on('close', () => answered(response.statusCode ?? 0));
        response.resume();
      });
      asking.end(body);
    });
  return {
    tokens: (count) =>
      counted(count, (index) => {
        const authorization = `Bearer ${junkToken(index, issuer, audience)}`;
        return index % 2 === 0
          ? send('/api/messages', 'POST', { authorization, 'content-type': 'application/json' }, Buffer.from('{}'))
          : send('/api/v1/me', 'GET', { authorization });
      }),
    bodies: (count, authorization) =>
      counted(count, async (index) => {
        const path = ['/api/messages', '/api/v1/files?name=a.csv', '/api/v1/drafts', '/api/v1/cases'][index % 4] ?? '';
        const headers = { 'content-type': 'application/json', ...(index % 2 === 1 && { authorization }), 'idempotency-key': randomUUID() };
        const length = index % 3 === 0 ? { 'transfer-encoding': 'chunked' } : { 'content-length': sixtyMegabytes };
        const asking = request(desk + path, { method: 'POST', headers: { ...headers, ...length }, agent: false });
        asking.on('error', () => {});
        const answered = once(asking, 'response').then(
          ([response]) => response.statusCode as number,
          () => 0,
        );
        const sent = (async () => {
          for (let i = 0; i < 16; i += 1) await new Promise((next) => asking.write(Buffer.alloc(64 * 1024, ' '), next));
        })();
        await Promise.race([sent, wait(patience, undefined, { ref: false })]);
        const status = await Promise.race([answered, wait(300, 0, { ref: false })]);
        asking.destroy();
        return status;
      }),
    close: () => agent.destroy(),
  };
}

async function counted(count: number, work: (index: number) => Promise<number>): Promise<ReadonlyMap<number, number>> {
  const seen = new Map<number, number>();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        next += 1;
        const status = await work(next);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }
    }),
  );
  return seen;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Each names a key, an issuer or an algorithm that nobody has heard of; some seem to be right until their signature is looked at. */
function junkToken(index: number, issuer: string, audience: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: audience, exp: now + 600, iat: now, nbf: now - 60, serviceurl: issuer, jti: randomUUID() };
  const header = { alg: 'RS256', kid: `key-${index}`, typ: 'JWT' };
  const signature = Buffer.from(randomUUID().repeat(7)).toString('base64url');
  switch (index % 4) {
    case 0:
      return `${part(header)}.${part(claims)}.${signature}`;
    case 1:
      return `${part(header)}.${part({ ...claims, iss: `https://issuer-${index}.example/${randomUUID()}/v2.0` })}.${signature}`;
    case 2:
      return `${part({ ...header, alg: 'none' })}.${part(claims)}.`;
    default:
      return randomUUID().repeat(20);
  }
}
