import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { JWTPayload } from 'jose';
import type { Channel } from './channel.ts';
import { type Connector, connectorAt } from './connector.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Signs outbound requests with whatever the channel answers, so that the local desk and the public cloud differ in one function. */
class ChannelCredentials extends ServiceClientCredentialsFactory {
  readonly #channel: Channel;
  constructor(channel: Channel) {
    super();
    this.#channel = channel;
  }
  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#channel.appId;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(_appId: string, audience: string | undefined): Promise<Credentials> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#channel.outboundToken(audience ?? this.#channel.audience)}`);
        return request;
      },
    };
  }
}

function authentication(channel: Channel): BotFrameworkAuthentication {
  const unused = 'https://unused.invalid';
  const made = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    unused,
    channel.audience,
    channel.issuer,
    unused,
    channel.metadataUrl,
    channel.metadataUrl,
    'urn:botframework:azure',
    new ChannelCredentials(channel),
    new AuthenticationConfiguration([], async () => {}),
    undefined,
    {},
  );
  // Every turn asks for one, none of this bot's uses it, and making it costs as much as an answer does.
  const make = made.createUserTokenClient.bind(made);
  let tokens: ReturnType<typeof make> | undefined;
  made.createUserTokenClient = (identity) => (tokens ??= make(identity));
  return made;
}

/** CloudAdapter behind our own check: botbuilder's verification, and its way of answering HTTP, are never reached. */
export class VerifiedAdapter extends CloudAdapter {
  readonly #connectors: Connectors;
  readonly #channel: Channel;
  readonly #audience: string;

  constructor(channel: Channel) {
    const made = authentication(channel);
    super(made);
    this.#channel = channel;
    this.#audience = channel.audience;
    const itself = new ClaimsIdentity([{ type: 'aud', value: channel.appId }], true);
    this.#connectors = connectorsOf(made.createConnectorFactory(itself));
  }

  /** Runs the turn of an activity that is known to be the channel's. */
  receive(claims: JWTPayload, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const claimsIdentity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
    return this.processActivity(
      { audience: this.#audience, callerId: 'urn:botframework:azure', claimsIdentity, connectorFactory: this.#connectors },
      activity,
      logic,
    );
  }

  /** @param serviceUrl one of the channel's: the desk's own token goes there */
  connectorTo(serviceUrl: string): Connector {
    return connectorAt(serviceUrl, () => this.#channel.outboundToken(this.#audience));
  }
}

type Connectors = ReturnType<BotFrameworkAuthentication['createConnectorFactory']>;

const mostConnectors = 20;

/**
 * What botbuilder asks for at each turn, and the desk, which speaks by its own `connectorAt`, does not use: one for each address, since making it
 * costs as much as an answer does.
 */
function connectorsOf(factory: Connectors): Connectors {
  const made = new Map<string, ReturnType<Connectors['create']>>();
  return {
    create(serviceUrl, audience) {
      const before = made.get(serviceUrl);
      if (before) return before;
      if (made.size >= mostConnectors) made.clear();
      const client = factory.create(serviceUrl, audience);
      made.set(serviceUrl, client);
      return client;
    },
  };
}
