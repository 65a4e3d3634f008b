import { join } from 'node:path';
import type { Logger } from 'pino';
import { createBot } from '../bot/bot.ts';
import type { Deps } from './app/deps.ts';
import type { Config } from './config.ts';
import { createLimits } from './http/limits.ts';
import { createServer, type HttpServer } from './http/server.ts';
import { tokenVerifier } from './identity/tokens.ts';
import { readSettings } from './settings.ts';
import { portFault } from './start-fault.ts';
import { openStore } from './store/open.ts';
import { localSurroundings, teamsSurroundings } from './surroundings.ts';

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
  const started = new AsyncDisposableStack();
  let deskUrl = '';
  try {
    const { store, blobs, close } = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
    started.defer(close);
    const { identity } = config;
    const around = identity.kind === 'local' ? await localSurroundings(identity, () => deskUrl) : teamsSurroundings(identity, log);
    started.defer(() => around.close());
    const deps: Deps = { store, blobs, settings, directory: around.directory(store), now: () => new Date().toISOString() };
    const bot = createBot({ deps, log, links: around.links, files: { origins: around.fileOrigins }, channel: around.channel });
    const server = createServer({
      deps,
      log,
      tokens: tokenVerifier(around.trust),
      frameAncestors: around.frameAncestors,
      tabFolder: join(import.meta.dirname, '..', 'dist', 'tab'),
      publicConfig: { appId: around.appId },
      secure: around.secure,
      limits: config.limits ? createLimits(config) : null,
      messages: { path: '/api/messages', handle: (request, response) => bot.handle(request, response) },
    });
    await listen(server, config.port, config.host);
    started.defer(() => drain(server));
    deskUrl = server.url;
    return { url: deskUrl, openAt: around.openAt, close: () => started.disposeAsync() };
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}

const listen = (server: HttpServer, port: number, host: string): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', (fault) => failed(portFault(fault, port, host, 'PORT')));
    server.listen(port, host, listening);
  });

/** F-14: requests under way end; idle connections are not waited for. */
function drain({ server }: HttpServer): Promise<void> {
  return new Promise((closed) => {
    const late = setTimeout(() => server.closeAllConnections(), drainTime);
    server.close(() => {
      clearTimeout(late);
      closed();
    });
    server.closeIdleConnections();
  });
}
