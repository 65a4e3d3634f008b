import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  type ConnectorClient,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { JWTPayload } from 'jose';
import type { Channel } from './channel.ts';

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
  return BotFrameworkAuthenticationFactory.create(
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
}

/** CloudAdapter behind our own check: botbuilder's verification, and its way of answering HTTP, are never reached. */
export class VerifiedAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;
  readonly #audience: string;
  readonly #appId: string;

  constructor(channel: Channel) {
    const made = authentication(channel);
    super(made);
    this.#authentication = made;
    this.#audience = channel.audience;
    this.#appId = channel.appId;
  }

  /** Runs the turn of an activity that is known to be the channel's. */
  receive(claims: JWTPayload, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const claimsIdentity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
    const connectorFactory = this.#authentication.createConnectorFactory(claimsIdentity);
    return this.processActivity(
      { audience: this.#audience, callerId: 'urn:botframework:azure', claimsIdentity, connectorFactory },
      activity,
      logic,
    );
  }

  /** The connector of this turn. */
  connectorOf(context: TurnContext): ConnectorClient {
    return tryingOnce(context.turnState.get(this.ConnectorClientKey) as ConnectorClient);
  }

  /** The connector outside of any turn. @param serviceUrl one of the channel's: the desk's own token goes there */
  async connectorTo(serviceUrl: string): Promise<ConnectorClient> {
    const itself = new ClaimsIdentity([{ type: 'aud', value: this.#appId }], true);
    return tryingOnce(await this.#authentication.createConnectorFactory(itself).create(serviceUrl, this.#audience));
  }
}

/** It never tries again by itself: creating an activity twice shows it twice. */
function tryingOnce(client: ConnectorClient): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: { removePolicy(which: { name: string }): void } } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}
