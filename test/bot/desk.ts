import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createBot } from '../../bot/bot.ts';
import { teamsLinks } from '../../bot/links.ts';
import type { Channel } from '../../bot/wire/channel.ts';
import type { Deps } from '../../src/app/deps.ts';
import { knownHealth } from '../../src/app/health/known.ts';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { clouds } from '../../src/domain/clouds.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { sampleAnnouncements } from '../../src/local/announcements.ts';
import { sampleDirectory } from '../../src/local/directory.ts';
import { type LocalDesk, startLocalDesk } from '../../src/local/local-desk.ts';
import { operator } from '../../src/local/organisations.ts';
import { connectTeams, type TeamsClient } from '../../src/local/teams-client.ts';
import { server as database } from '../store/databases.ts';

export const appId = '11111111-2222-4333-8444-555555555555';

export interface BotDesk {
  readonly url: string;
  readonly local: LocalDesk;
  readonly teams: TeamsClient;
  readonly deps: Deps;
  readonly channel: Channel;
  /** What the bot logged. */
  readonly logged: string[];
  close(): Promise<void>;
}

/** The bot as it runs: the stand-in for Teams before it, a real database behind it, HTTP between all of them. */
export async function startBotDesk(
  change: (deps: Deps) => Partial<Deps> = () => ({}),
  channelChange: Partial<Channel> = {},
): Promise<BotDesk> {
  const opened = await database.open();
  const made: Deps = {
    store: opened.store,
    blobs: opened.blobs,
    directory: sampleDirectory(),
    settings: defaultSettings,
    health: knownHealth(
      sampleAnnouncements(() => 'https://status.cloud.microsoft/'),
      () => new Date().toISOString(),
    ),
    operatorTenantId: operator.id,
    gate: tenantGate({ tenants: opened.store.tenants, operatorTenantId: operator.id, admission: 'open' }),
    now: () => new Date().toISOString(),
  };
  const deps = { ...made, ...change(made) };
  const logged: string[] = [];
  let url = '';
  const local = await startLocalDesk({ deskUrl: () => url, port: 0, appId });
  const channel: Channel = {
    appId,
    issuer: local.issuer.url,
    keysUrl: local.issuer.channelKeysUrl,
    metadataUrl: local.issuer.channelMetadataUrl,
    serviceUrls: [new URL(local.serviceUrl).origin],
    audience: 'https://api.botframework.com',
    outboundToken: (audience) => local.signForConnector(audience),
    ...channelChange,
  };
  const bot = createBot({
    deps,
    channel,
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    links: { ...teamsLinks(appId, clouds.global.teams, () => url), tab: (page = '') => `${url}/tab/#/${page}` },
    files: { origins: [local.issuer.url] },
  });
  const server = await listening((request, response) => void bot.handle(request, response));
  url = server.url;
  return {
    url,
    local,
    teams: await connectTeams(local.url),
    deps,
    channel,
    logged,
    async close() {
      await server.close();
      await local.close();
      await opened.close();
    },
  };
}

/** A server on a free port of the loopback address. */
export async function listening(listener: RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
