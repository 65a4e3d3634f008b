import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { createBot } from '../bot/bot.ts';
import { teamsLinks } from '../bot/links.ts';
import { agentsPlayground } from '../bot/playground.ts';
import type { Deps } from './app/deps.ts';
import type { Config, LocalIdentity } from './config.ts';
import { createServer } from './http/server.ts';
import { teamsClients, tokenVerifier } from './identity/tokens.ts';
import { sampleDirectory } from './local/directory.ts';
import { startLocalDesk } from './local/local-desk.ts';
import { readSettings } from './settings.ts';
import { portFault, StartFault } from './start-fault.ts';
import { openStore } from './store/open.ts';

/** The app id of the local desk, where no registration gives one. */
export const localAppId = '5d2f7c1e-94b8-4a63-8f0d-c7e3b1a60d42';

/** Milliseconds that requests under way have to end in when the desk stops. */
const drainTime = 10_000;

export interface Desk {
  /** Where the desk itself listens. */
  readonly url: string;
  /** Where a person goes. */
  readonly openAt: string;
  /** Takes no more requests, lets those under way end, then closes everything. */
  close(): Promise<void>;
}

/**
 * Puts the parts together and starts them; what was started is stopped again where a later part fails.
 *
 * @throws StartFault and what `sayStartFault` knows
 */
export async function startDesk(config: Config, log: Logger): Promise<Desk> {
  const settings = readSettings(config.settingsFile);
  if (config.identity.kind === 'teams') {
    throw new StartFault(
      'MICROSOFT_APP_ID is set, but this version has no directory over Microsoft Graph yet, so it can’t tell who people are. Leave MICROSOFT_APP_ID out to run the local desk.',
    );
  }
  const started = new AsyncDisposableStack();
  try {
    const { store, blobs, close } = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
    started.defer(close);
    const deps: Deps = { store, blobs, settings, directory: sampleDirectory(), now: () => new Date().toISOString() };
    const { url, openAt } = await startLocal(config, config.identity, deps, log, started);
    return { url, openAt, close: () => started.disposeAsync() };
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}

/** ID-2: the desk and its stand-in for Teams, whose issuer signs people in. */
async function startLocal({ host, port }: Config, identity: LocalIdentity, deps: Deps, log: Logger, started: AsyncDisposableStack) {
  const pages = join(import.meta.dirname, '..', 'dist');
  let deskUrl = '';
  const local = await startLocalDesk({
    deskUrl: () => deskUrl,
    port: identity.standInPort,
    appId: localAppId,
    pages: join(pages, 'local'),
  }).catch((fault) => {
    throw portFault(fault, identity.standInPort, '127.0.0.1', 'LOCAL_PORT');
  });
  started.defer(() => local.close());
  const bot = createBot({
    deps,
    log,
    links: teamsLinks(localAppId),
    files: { origins: [local.url] },
    channel: {
      appId: localAppId,
      issuer: local.issuer.url,
      keysUrl: local.issuer.channelKeysUrl,
      metadataUrl: local.issuer.channelMetadataUrl,
      serviceUrls: [local.url],
      outboundToken: (audience) => local.signForConnector(audience),
      ...(identity.playground && { playground: agentsPlayground }),
    },
  });
  const server = createServer({
    deps,
    log,
    tokens: tokenVerifier({
      issuer: local.issuer.entraIssuer,
      keysUrl: local.issuer.entraKeysUrl,
      audiences: [local.issuer.audience],
      clients: teamsClients,
    }),
    frameAncestors: ["'self'", local.url],
    tabFolder: join(pages, 'tab'),
    publicConfig: { appId: localAppId },
    secure: false,
    messages: { path: '/api/messages', handle: (request, response) => bot.handle(request, response) },
  });
  await listen(server, port, host);
  started.defer(() => drain(server));
  deskUrl = server.url;
  return { url: deskUrl, openAt: local.url };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', (fault) => failed(portFault(fault, port, host, 'PORT')));
    server.listen(port, host, listening);
  });

/** F-14: requests under way end; idle connections are not waited for. */
function drain({ server }: Server): Promise<void> {
  return new Promise((closed) => {
    const late = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(late);
      closed();
    });
    server.closeIdleConnections();
  });
}
