import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SampleAnnouncements, sampleAnnouncements } from './announcements.ts';
import { authorizeRoutes } from './authorize.ts';
import { BodyRefused } from './body.ts';
import { createClient } from './client.ts';
import { clientRoutes, peopleToChoose } from './client-routes.ts';
import { connectorRoutes } from './connector.ts';
import { type ConnectorFaults, connectorFaults } from './connector-faults.ts';
import { createConversations } from './conversations.ts';
import { createDeliver } from './deliver.ts';
import { type LocalEntra, localEntra } from './entra.ts';
import { fileRoutes } from './file-routes.ts';
import { createFiles } from './files.ts';
import { graphRoutes } from './graph.ts';
import { createIssuer, entraIssuer } from './issuer.ts';
import { localSender, startMail } from './mail.ts';
import { mailRoutes } from './mail-routes.ts';
import { createMailbox } from './mailbox.ts';
import { sampleOrganisations } from './organisations.ts';
import { createPages } from './pages.ts';
import { refuse, routeTable } from './route.ts';
import { serviceHealthPath, serviceHealthRoutes } from './service-health.ts';
import { type TeamsIds, teamsIds } from './teams-ids.ts';

const loopback = '127.0.0.1';

export interface LocalDeskOptions {
  /** The desk's own address, `http://127.0.0.1:3978`; a function where the desk starts later. */
  readonly deskUrl: string | (() => string);
  /** 0: any free port. */
  readonly port: number;
  readonly appId: string;
  readonly appName?: string;
  readonly botPath?: string;
  readonly tabPath?: string;
  /** The folder of the built page. */
  readonly pages?: string;
}

export interface LocalDesk {
  /** Where a person goes, and the tokens' origin: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The `serviceUrl` of every activity. */
  readonly serviceUrl: string;
  readonly ids: TeamsIds;
  /** Makes the connector misbehave, and says what it took. */
  readonly connector: Pick<ConnectorFaults, 'answer' | 'accepted'>;
  readonly issuer: {
    readonly url: string;
    readonly channelMetadataUrl: string;
    readonly channelKeysUrl: string;
    /** The exact issuer of one tenant's SSO tokens. */
    entraIssuer(tenantId: string): string;
    readonly entraKeysUrl: string;
    /** Where a browser is sent to sign in. */
    readonly authorizeUrl: string;
    /** The audience of SSO tokens. */
    readonly audience: string;
  };
  /** A channel token for an activity with that `serviceUrl`. The stand-in signs its own; this is for whoever tries the bot without it. */
  signActivity(serviceUrl?: string): Promise<string>;
  /** Tokens of a person's, as a desk outside would ask Entra for them. */
  readonly entra: LocalEntra;
  /** A bearer token for the bot's calls to the connector. */
  signForConnector(audience?: string): Promise<string>;
  /** What Microsoft would announce; said in the page. */
  readonly announcements: SampleAnnouncements;
  /** Where mail is handed in, and whom it comes from: it is read in the page. */
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  close(): Promise<void>;
}

/** ID-2: the stand-in for Teams, on the loopback address and no other. */
export async function startLocalDesk(options: LocalDeskOptions): Promise<LocalDesk> {
  const { appId, appName = 'Case Desk', botPath = '/api/messages', tabPath = '/tab/' } = options;
  const deskUrl = () => (typeof options.deskUrl === 'function' ? options.deskUrl() : options.deskUrl).replace(/\/$/, '');
  let url = '';
  const address = () => url;
  const serviceUrl = () => `${url}/`;

  const ids = teamsIds(appId);
  const issuer = await createIssuer(address, appId);
  const conversations = createConversations(ids);
  const faults = connectorFaults();
  const files = createFiles();
  const announcements = sampleAnnouncements(() => url + serviceHealthPath);
  const mailbox = createMailbox(sampleOrganisations.flatMap(({ people }) => people.map(({ email }) => email)));
  const deliver = createDeliver(
    () => deskUrl() + botPath,
    () => issuer.signActivity(serviceUrl()),
  );
  const client = createClient({ teams: { ids, appName, serviceUrl }, conversations, deliver, files, url: address });
  const start = () => ({ app: { id: appId, name: appName }, tabUrl: deskUrl() + tabPath, organisations: peopleToChoose(ids) });
  const find = routeTable([
    ...issuer.routes,
    ...graphRoutes(issuer.graphHolder),
    ...authorizeRoutes({
      ...issuer,
      appId,
      url: address,
      deskOrigin: () => new URL(deskUrl()).origin,
      redirectUris: () => ['/sign-in/callback', '/consent/callback'].map((path) => deskUrl() + path),
    }),
    ...connectorRoutes({ ids, appName, issuer, conversations, faults }),
    ...fileRoutes(files),
    ...mailRoutes(mailbox),
    ...serviceHealthRoutes(announcements, address),
    ...clientRoutes({ client, conversations, files, issuer, mailbox, start }),
  ]);
  const page = createPages(options.pages);

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    if (request.method === 'GET' && request.headers.host === `localhost:${new URL(url).port}`)
      return void response.writeHead(307, { location: url }).end();
    // A name that someone else's DNS points at this machine must not reach the page's interface.
    if (request.headers.host !== new URL(url).host) return refuse(response, 421, 'MisdirectedRequest', `Use ${url}.`);
    const asked = new URL(request.url ?? '/', url);
    const found = find(request.method ?? '', asked);
    if (found && asked.pathname.startsWith('/client/') && !fromOwnPage(request, url))
      return refuse(response, 403, 'Forbidden', 'Only this page may ask for that.');
    if (found) return found.route.handle({ request, response, url: asked, parts: found.parts });
    if (request.method === 'GET' && page(asked.pathname, new URL(deskUrl()).origin, response)) return;
    refuse(response, 404, 'NotFound', 'There is nothing here.');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      if (error instanceof BodyRefused) return refuse(response, error.status, error.code, error.message);
      refuse(response, 500, 'InternalError', 'The stand-in for Teams failed.');
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, loopback, listening);
  });
  const mail = await startMail(mailbox);
  url = `http://${loopback}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    serviceUrl: serviceUrl(),
    ids,
    connector: faults,
    announcements,
    issuer: {
      url,
      channelMetadataUrl: `${url}/.well-known/openidconfiguration`,
      channelKeysUrl: `${url}/keys`,
      entraIssuer: (tenantId) => entraIssuer(url, tenantId),
      entraKeysUrl: `${url}/common/discovery/v2.0/keys`,
      authorizeUrl: `${url}/organizations/oauth2/v2.0/authorize`,
      audience: appId,
    },
    entra: localEntra(url, appId),
    signActivity: (named = serviceUrl()) => issuer.signActivity(named),
    signForConnector: issuer.signForConnector,
    mail: { smtpUrl: mail.smtpUrl, from: localSender },
    close: async () => {
      await mail.close();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}

/** A browser says where a request comes from. Changes must say it; a script that is no browser says it too. */
function fromOwnPage({ method, headers }: IncomingMessage, url: string): boolean {
  if (headers.origin !== undefined) return headers.origin === url;
  const site = headers['sec-fetch-site'];
  return method === 'GET' && (site === undefined || site === 'same-origin');
}
