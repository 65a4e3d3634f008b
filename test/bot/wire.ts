import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createBot } from '../../bot/bot.ts';
import type { Channel } from '../../bot/wire/channel.ts';
import type { TurnLimits } from '../../bot/wire/turn-limits.ts';
import type { Deps } from '../../src/app/deps.ts';
import { contoso } from '../../src/local/organisations.ts';
import { createLog } from '../../src/log.ts';
import { appId, listening } from './desk.ts';

/** A call the bot made. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

type Answer = (call: Call) => { readonly status: number; readonly body?: unknown } | 'hang';

const isRosters = ({ path }: Call): boolean => path.includes('/members/');

/** Takes everything, and has one sample person of Contoso in its roster for `29:` and the beginning of their name. */
const wellBehaved: Answer = (call) => {
  if (!isRosters(call)) return { status: 200, body: { id: randomUUID() } };
  const [, asked = ''] = /%3A(\w+)$/.exec(call.path) ?? [];
  const person = contoso.people.find(({ givenName }) => plain(givenName) === asked);
  const entry = { id: `29:${asked}`, aadObjectId: person?.id, tenantId: contoso.id, name: person?.name };
  return person ? { status: 200, body: entry } : { status: 404 };
};
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The bot with a channel of the test's own before it: tokens and activities can be anything, and every outbound call is seen. */
export async function startWire(
  deps: Deps,
  channelChange: (serviceUrl: string) => Partial<Channel> = () => ({}),
  { origins = [], limits = null }: { readonly origins?: readonly string[]; readonly limits?: TurnLimits | null } = {},
) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'channel', alg: 'RS256', use: 'sig', endorsements: ['msteams'] }] };
  let keyFetches = 0;
  let issuerStatus = 200;
  const issuer = await listening((_request, response) => {
    keyFetches++;
    response.writeHead(issuerStatus, { 'content-type': 'application/json' }).end(JSON.stringify(keys));
  });
  const calls: Call[] = [];
  const rosterCalls: Call[] = [];
  let answer: Answer = wellBehaved;
  const connector = await listening(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const call: Call = { method: request.method ?? '', path: request.url ?? '', body: text ? JSON.parse(text) : undefined };
    (isRosters(call) ? rosterCalls : calls).push(call);
    const said = answer(call);
    if (said === 'hang') return;
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body ?? {}));
  });
  const channel: Channel = {
    appId,
    issuer: issuer.url,
    keysUrl: `${issuer.url}/keys`,
    metadataUrl: `${issuer.url}/metadata`,
    serviceUrls: [connector.url],
    audience: 'https://api.botframework.com',
    outboundToken: async () => 'outbound',
    ...channelChange(connector.url),
  };
  const logged: string[] = [];
  const bot = createBot({
    deps,
    channel,
    limits,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    links: { tab: (page = '') => `https://teams.example/${page}`, caseIn: () => undefined },
    files: { origins },
  });
  const server = await listening((request, response) => void bot.handle(request, response));
  const serviceUrl = `${connector.url}/`;

  const token = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    new SignJWT({ serviceurl: serviceUrl, iss: issuer.url, aud: appId, exp: Math.floor(Date.now() / 1000) + 600, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'channel', ...header })
      .sign(privateKey);

  return {
    url: server.url,
    issuer: issuer.url,
    publicKey: await exportJWK(publicKey),
    serviceUrl,
    /** Everything it sent; what it asked of the roster stands apart. */
    calls,
    rosterCalls,
    logged,
    token,
    keyFetches: () => keyFetches,
    issuerAnswers(status: number) {
      issuerStatus = status;
    },
    answering(next: Answer = wellBehaved) {
      answer = next;
    },
    async post(body: unknown, headers: Record<string, string> | null = null) {
      const sent = await fetch(server.url, {
        method: 'POST',
        headers: headers ?? { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const retryAfter = sent.headers.get('retry-after');
      return { status: sent.status, text: await sent.text(), ...(retryAfter !== null && { retryAfter }) };
    },
    /** An activity of Camille Laurent in her own chat, as Teams would send it, with what the test makes of it. */
    activity: (change: Record<string, unknown> = {}) => ({
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl,
      locale: 'en-GB',
      from: { id: '29:camille', name: 'Somebody', aadObjectId: contoso.people[0]?.id },
      recipient: { id: `28:${appId}`, name: 'Case Desk' },
      conversation: { id: 'a:chat', conversationType: 'personal', tenantId: contoso.id },
      channelData: { tenant: { id: contoso.id } },
      text: 'Hi',
      ...change,
    }),
    async close() {
      await server.close();
      await connector.close();
      await issuer.close();
    },
  };
}

export type Wire = Awaited<ReturnType<typeof startWire>>;
