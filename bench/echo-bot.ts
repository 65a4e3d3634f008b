import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory } from 'botframework-connector';
import restify from 'restify';

/** What botbuilder and restify alone cost: Microsoft's echo bot as its samples write it, with authentication on. */
const { PORT = '', CHANNEL_URL = '', APP_ID = '', REPLY_TOKEN = '' } = process.env;
const botFramework = 'https://api.botframework.com';
const unused = 'https://unused.invalid';

class Credentials extends ServiceClientCredentialsFactory {
  override async isValidAppId(id: string): Promise<boolean> {
    return id === APP_ID;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${REPLY_TOKEN}`);
        return request;
      },
    };
  }
}

const keys = `${CHANNEL_URL}/.well-known/openidconfiguration`;
const adapter = new CloudAdapter(
  BotFrameworkAuthenticationFactory.create(
    '',
    true,
    unused,
    botFramework,
    CHANNEL_URL,
    unused,
    keys,
    keys,
    'urn:botframework:azure',
    new Credentials(),
    new AuthenticationConfiguration([], async () => {}),
    undefined as never,
    {},
  ),
);
adapter.onTurnError = async (_context, error) => console.error(error);

const echo = async (context: TurnContext): Promise<void> => {
  const { type, text }: Partial<Activity> = context.activity;
  if (type === 'message') await context.sendActivity(`Echo: ${text}`);
};

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.get('/readyz', async (_request, response) => response.send(200, {}));
server.post('/api/messages', async (request, response) => adapter.process(request as never, response, echo));
server.listen(Number(PORT), '127.0.0.1');
