import { pino } from 'pino';
import { createBot } from '../bot/bot.ts';
import { chatDelivery } from '../bot/delivery/chat-delivery.ts';
import { teamsLinks } from '../bot/links.ts';
import type { Deps } from '../src/app/deps.ts';
import { tenantGate } from '../src/app/tenants/gate.ts';
import { startDeliveries } from '../src/deliveries.ts';
import { clouds } from '../src/domain/clouds.ts';
import { createServer } from '../src/http/server.ts';
import { seenDirectory } from '../src/identity/seen-directory.ts';
import { teamsClients, tokenVerifier } from '../src/identity/tokens.ts';
import { sampleDirectory } from '../src/local/directory.ts';
import { entraIssuer } from '../src/local/issuer.ts';
import { operator } from '../src/local/organisations.ts';
import { readSettings } from '../src/settings.ts';
import { openStore } from '../src/store/open.ts';

/** The desk as `src/start-desk.ts` puts it together, but for the stand-in: its channel is the measuring process, so that only the bot's work is counted. */
const { PORT = '', CHANNEL_URL = '', APP_ID = '', REPLY_TOKEN = '', DATA_DIR = '', DATABASE_URL } = process.env;
const { CONNECTOR_URL = CHANNEL_URL, PEOPLE = 'sample', WORKER = 'off' } = process.env;

const log = pino({ level: 'silent' });
const { store, blobs, close } = await openStore({ databaseUrl: DATABASE_URL || undefined, dataDir: DATA_DIR, log });
const directory = PEOPLE === 'seen' ? seenDirectory(store.people, operator.id) : sampleDirectory();
const deps: Deps = {
  ...{ store, blobs, settings: readSettings(undefined), directory, now: () => new Date().toISOString() },
  gate: tenantGate({ tenants: store.tenants, operatorTenantId: operator.id, admission: 'open' }),
};
const links = teamsLinks(APP_ID, clouds.global.teams, () => '');
const channel = {
  appId: APP_ID,
  issuer: CHANNEL_URL,
  keysUrl: `${CHANNEL_URL}/keys`,
  metadataUrl: `${CHANNEL_URL}/.well-known/openidconfiguration`,
  serviceUrls: [CONNECTOR_URL],
  audience: clouds.global.channel.audience,
  outboundToken: async () => REPLY_TOKEN,
};
const bot = createBot({ deps, log, links, files: { origins: [] }, channel });
const around = { mail: null, links, operatorTenantId: operator.id };
const chat = chatDelivery({ deps, channel, links });
const worker = WORKER === 'on' ? startDeliveries({ deps, around, chat, deskUrl: () => '', log }) : undefined;
const server = createServer({
  deps,
  log,
  tokens: tokenVerifier({
    issuer: (tenantId) => entraIssuer(CHANNEL_URL, tenantId),
    keysUrl: `${CHANNEL_URL}/common/discovery/v2.0/keys`,
    audiences: [APP_ID],
    clients: teamsClients,
  }),
  frameAncestors: ["'self'"],
  tabFolder: '',
  publicConfig: { appId: APP_ID, teams: 'https://teams.microsoft.com' },
  secure: false,
  messages: { path: '/api/messages', handle: (request, response) => bot.handle(request, response) },
});
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () =>
  server.close(async () => {
    await worker?.close();
    await close();
  }),
);
