import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { type SampleMember, sampleMember } from './organisations.ts';
import { answerJson, type Route } from './route.ts';

const botFramework = 'https://api.botframework.com';
const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Signs what Bot Framework and Entra would sign, with keys that die with the process. The two never share a key, as in the real world. */
export interface Issuer {
  /** A channel token for one activity to the bot. */
  signActivity(serviceUrl: string): Promise<string>;
  /** A token for the bot's own calls to the connector. @param audience Bot Framework's, unless told. */
  signForConnector(audience?: string): Promise<string>;
  /** What Teams hands to a tab for this person: an Entra v2 token, one hour long. */
  signSso(member: SampleMember): Promise<string>;
  /** What Entra gives for a sign-in's code. */
  signIdToken(member: SampleMember, nonce: string): Promise<string>;
  /** A token for Graph, for whoever's SSO token this is; `undefined` where it is none. */
  onBehalf(shown: string): Promise<{ readonly member: SampleMember; readonly token: string } | undefined>;
  /** Whose token for Graph this is. */
  graphHolder(authorization: string | undefined): Promise<SampleMember | undefined>;
  /** Rejects unless the bearer is the bot's token for the connector. */
  verifyBot(authorization: string | undefined): Promise<void>;
  readonly routes: readonly Route[];
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const made = new Map<string, Promise<SigningKey>>();

/** Made once for all desks of a process: it takes a fifth of a second. */
function keyOf(kid: string): Promise<SigningKey> {
  const key = made.get(kid) ?? generateKeyPair('RS256').then((pair) => ({ kid, ...pair }));
  made.set(kid, key);
  return key;
}

const shown = async ({ kid, publicKey }: SigningKey, more: object = {}) => ({
  ...(await exportJWK(publicKey)),
  kid,
  use: 'sig',
  alg: 'RS256',
  ...more,
});

const signed = (key: SigningKey, claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid }).setIssuedAt().setNotBefore('-1m');

export const entraIssuer = (url: string, tenantId: string): string => `${url}/${tenantId}/v2.0`;

/** @param url is asked at each use, because the address is known only once the server listens. */
export async function createIssuer(url: () => string, appId: string): Promise<Issuer> {
  const [channel, entra] = await Promise.all([keyOf('local-channel'), keyOf('local-entra')]);
  const channelKeys = { keys: [await shown(channel, { endorsements: ['msteams'] })] };
  const entraKeys = { keys: [await shown(entra)] };
  const memberIn = async (token: string, audience: string): Promise<SampleMember | undefined> => {
    const verified = await jwtVerify(token, entra.publicKey, {
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'oid', 'scp'],
    }).catch(() => undefined);
    return verified && sampleMember(String(verified.payload['oid']));
  };
  const forPerson = (member: SampleMember, audience: string, claims: Record<string, unknown>) =>
    signed(entra, { ...personClaims(member, appId), ...claims })
      .setIssuer(entraIssuer(url(), member.organisation.id))
      .setAudience(audience)
      .setExpirationTime('1h')
      .sign(entra.privateKey);
  return {
    signActivity: (serviceUrl) =>
      signed(channel, { serviceurl: serviceUrl }).setIssuer(url()).setAudience(appId).setExpirationTime('1h').sign(channel.privateKey),
    signForConnector: (audience = botFramework) =>
      signed(channel, { appid: appId }).setIssuer(url()).setAudience(audience).setExpirationTime('1h').sign(channel.privateKey),
    signSso: (member) => forPerson(member, appId, { azp: teamsWebClient, azpacr: '0', scp: 'access_as_user' }),
    signIdToken: (member, nonce) => forPerson(member, appId, { nonce }),
    async onBehalf(shown) {
      const member = await memberIn(shown, appId);
      return member && { member, token: await forPerson(member, `${url()}/graph`, { scp: 'User.Read' }) };
    },
    graphHolder: async (authorization) => memberIn(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '', `${url()}/graph`),
    async verifyBot(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
      const { payload } = await jwtVerify(token, channel.publicKey, {
        issuer: url(),
        audience: botFramework,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      if (payload['appid'] !== appId) throw new BadCaller();
    },
    routes: [
      {
        method: 'GET',
        path: '/.well-known/openidconfiguration',
        handle: ({ response }) =>
          answerJson(response, 200, { issuer: url(), jwks_uri: `${url()}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
      },
      { method: 'GET', path: '/keys', handle: ({ response }) => answerJson(response, 200, channelKeys) },
      {
        method: 'GET',
        path: '/:tenant/v2.0/.well-known/openid-configuration',
        handle: ({ response, parts }) =>
          answerJson(response, 200, {
            issuer: entraIssuer(url(), parts['tenant'] ?? ''),
            jwks_uri: `${url()}/common/discovery/v2.0/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          }),
      },
      { method: 'GET', path: '/common/discovery/v2.0/keys', handle: ({ response }) => answerJson(response, 200, entraKeys) },
    ],
  };
}

class BadCaller extends Error {}

function personClaims({ person, organisation }: SampleMember, appId: string): Record<string, unknown> {
  return {
    acct: person.guest ? 1 : 0,
    name: person.name,
    oid: person.id,
    preferred_username: person.email,
    sub: createHash('sha256').update(`${appId} ${person.id}`).digest('base64url'),
    tid: organisation.id,
    ver: '2.0',
  };
}
