import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { type LocalDesk, startLocalDesk } from '../../src/local/local-desk.ts';

export const appId = '11111111-2222-4333-8444-555555555555';
const botFramework = 'https://api.botframework.com';

type Served = Readonly<Record<string, { readonly type: string; readonly body: string }>>;
type Logic = (context: TurnContext) => Promise<void>;

/** A desk that is nothing but a real botbuilder bot, behind the stand-in. `tokens` and `activities` are what it received. */
export async function startEchoDesk(logic: Logic, { pages, served = {} }: { pages?: string; served?: Served } = {}) {
  const tokens: string[] = [];
  const activities: Activity[] = [];
  let deskUrl = '';
  const local: LocalDesk = await startLocalDesk({ deskUrl: () => deskUrl, port: 0, appId, ...(pages ? { pages } : {}) });
  const keys = createRemoteJWKSet(new URL(local.issuer.channelKeysUrl));
  const adapter = new EchoAdapter(local);
  const server = createServer(async (request, response) => {
    const file = served[new URL(request.url ?? '/', 'http://desk').pathname];
    if (file) return void response.writeHead(200, { 'content-type': file.type }).end(file.body);
    if (request.url !== '/api/messages') return void response.writeHead(404).end();
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    let body = '';
    for await (const piece of request) body += piece;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: local.issuer.url,
        audience: appId,
        requiredClaims: ['exp', 'serviceurl'],
      });
      const activity = JSON.parse(body) as Activity;
      tokens.push(token);
      activities.push(structuredClone(activity));
      const answer = await adapter.receive(payload, activity, logic);
      response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json' });
      response.end(answer?.body === undefined ? '' : JSON.stringify(answer.body));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  deskUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    local,
    adapter,
    tokens,
    activities,
    deskUrl,
    async close() {
      await local.close();
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
    },
  };
}

class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #local: LocalDesk;
  constructor(local: LocalDesk) {
    super();
    this.#local = local;
  }
  override async isValidAppId(id: string) {
    return id === appId;
  }
  override async isAuthenticationDisabled() {
    return false;
  }
  override async createCredentials(): Promise<Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#local.signForConnector()}`);
        return request;
      },
    };
  }
}

class EchoAdapter extends CloudAdapter {
  readonly #local: LocalDesk;
  constructor(local: LocalDesk) {
    super(authentication(local));
    this.#local = local;
  }
  receive(claims: object, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const identity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
    const connectorFactory = authentication(this.#local).createConnectorFactory(identity);
    return this.processActivity(
      { audience: botFramework, callerId: 'urn:botframework:azure', claimsIdentity: identity, connectorFactory },
      activity,
      logic,
    );
  }
}

function authentication(local: LocalDesk) {
  const unused = 'https://unused.invalid';
  const { url, channelMetadataUrl: metadata } = local.issuer;
  return BotFrameworkAuthenticationFactory.create(
    '',
    true,
    unused,
    botFramework,
    url,
    unused,
    metadata,
    metadata,
    'urn:botframework:azure',
    new LocalCredentials(local),
    new AuthenticationConfiguration([], async () => {}),
    undefined as never,
    {},
  );
}
