import type { IncomingMessage } from 'node:http';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { rememberVerified } from '../../src/app/verified-tokens.ts';
import type { Channel } from './channel.ts';
import { type ChannelKeys, channelKeys, KeysOutOfReach } from './channel-keys.ts';

/** Whoever sent this is not the channel. It is answered 401 and nothing else, and causes no call anywhere (F-26, F-27). */
export class NotTheChannel extends Error {
  override readonly name = 'NotTheChannel';
}

/** Seconds by which clocks may differ. */
const skew = 300;

/** What is known of a request before its body is read. */
export type Caller = { readonly kind: 'channel'; readonly claims: JWTPayload } | { readonly kind: 'playground' };

export type Verify = (request: IncomingMessage) => Promise<Caller>;

/**
 * ID-1: the token of Bot Framework, checked before the body is read and before botbuilder sees anything. A token that names another
 * issuer or audience is refused before any key is fetched.
 *
 * @throws NotTheChannel, KeysOutOfReach
 */
export function verifier(channel: Channel): Verify {
  const keys = channelKeys(channel.keysUrl);
  const claimsOf = rememberVerified(async (token) => {
    seemsRight(token, channel);
    const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
      issuer: channel.issuer,
      audience: channel.appId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: skew,
    });
    endorsedForTeams(keys, protectedHeader.kid);
    return { names: payload, until: ((payload.exp ?? 0) + skew) * 1_000 };
  });
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined && fromPlayground(channel, request)) return { kind: 'playground' };
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new NotTheChannel();
    try {
      return { kind: 'channel', claims: await claimsOf(token) };
    } catch (fault) {
      throw fault instanceof KeysOutOfReach ? fault : new NotTheChannel();
    }
  };
}

function seemsRight(token: string, { issuer, appId }: Channel): void {
  const { alg, kid } = decodeProtectedHeader(token);
  const { iss, aud, exp } = decodeJwt(token);
  if (alg !== 'RS256' || kid === undefined || iss !== issuer || aud !== appId || exp === undefined) throw new NotTheChannel();
}

/** A key that lists the channels it signs for must list Teams. */
function endorsedForTeams(keys: ChannelKeys, kid: string | undefined): void {
  const endorsements = keys.published().find((key) => key.kid === kid)?.['endorsements'];
  if (Array.isArray(endorsements) && !endorsements.includes('msteams')) throw new NotTheChannel();
}

/** On this machine, under this machine's own name, and by no page in a browser. */
function fromPlayground({ playground }: Channel, { socket, headers }: IncomingMessage): boolean {
  const here = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  const asLocal = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? '');
  return playground !== undefined && here && asLocal && headers.origin === undefined && headers['sec-fetch-site'] === undefined;
}

/** What an activity says of itself, as far as trust goes. */
export interface Claimed {
  readonly channelId?: unknown;
  readonly serviceUrl?: unknown;
}

/**
 * F-27: the activity is Teams', its answers go where the token says, and that is one of the places allowed.
 *
 * @throws NotTheChannel
 */
export function checkOrigin(channel: Channel, caller: Caller, { channelId, serviceUrl }: Claimed): void {
  if (channelId !== 'msteams' || typeof serviceUrl !== 'string') throw new NotTheChannel();
  if (caller.kind === 'channel' && caller.claims['serviceurl'] !== serviceUrl) throw new NotTheChannel();
  const allowed = caller.kind === 'channel' ? channel.serviceUrls : (channel.playground?.serviceUrls ?? []);
  if (!allowed.includes(originOf(serviceUrl) ?? '')) throw new NotTheChannel();
}

/** What a browser would forgive, as a backslash or a line end within, is no address of Teams'. */
function originOf(address: string): string | undefined {
  if (!/^https?:\/\/[\w.:[\]-]+(?:\/[\w./~%-]*)?$/.test(address)) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && url.username === '' && url.password === '' ? url.origin : undefined;
}
