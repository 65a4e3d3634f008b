import { pino } from 'pino';
import { createBot } from '../bot/bot.ts';
import { createServer } from '../src/http/server.ts';
import { teamsClients, tokenVerifier } from '../src/identity/tokens.ts';
import { sampleDirectory } from '../src/local/directory.ts';
import { entraIssuer } from '../src/local/issuer.ts';
import { readSettings } from '../src/settings.ts';
import { openStore } from '../src/store/open.ts';

/** The desk as `src/start-desk.ts` puts it together, but for the stand-in: its channel is the measuring process, so that only the bot's work is counted. */
const { PORT = '', CHANNEL_URL = '', APP_ID = '', REPLY_TOKEN = '', DATA_DIR = '', DATABASE_URL } = process.env;

const log = pino({ level: 'silent' });
const { store, blobs, close } = await openStore({ databaseUrl: DATABASE_URL || undefined, dataDir: DATA_DIR, log });
const deps = { store, blobs, settings: readSettings(undefined), directory: sampleDirectory(), now: () => new Date().toISOString() };
const bot = createBot({
  deps,
  log,
  links: { tab: (subPage = '') => `https://teams.microsoft.com/l/entity/${APP_ID}/desk?context=${encodeURIComponent(subPage)}` },
  files: { origins: [] },
  channel: {
    appId: APP_ID,
    issuer: CHANNEL_URL,
    keysUrl: `${CHANNEL_URL}/keys`,
    metadataUrl: `${CHANNEL_URL}/.well-known/openidconfiguration`,
    serviceUrls: [CHANNEL_URL],
    outboundToken: async () => REPLY_TOKEN,
  },
});
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
  publicConfig: { appId: APP_ID },
  secure: false,
  messages: { path: '/api/messages', handle: (request, response) => bot.handle(request, response) },
});
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => server.close(() => void close()));
