import { join } from 'node:path';
import type { Logger } from 'pino';
import { createBot } from '../bot/bot.ts';
import { chatDelivery } from '../bot/delivery/chat-delivery.ts';
import type { Deps } from './app/deps.ts';
import { subscribeKnown } from './app/notices/known-channels.ts';
import { recordKnownReseller } from './app/partners/known-partners.ts';
import { partnerRights } from './app/partners/rights.ts';
import { enterKnownRooms } from './app/rooms/known-rooms.ts';
import { registerKnown, tenantGate } from './app/tenants/gate.ts';
import { keepRemoving } from './app/tenants/removal.ts';
import type { Config } from './config.ts';
import { startDeliveries } from './deliveries.ts';
import { createLimits } from './http/limits.ts';
import { createServer } from './http/server.ts';
import { tokenVerifier } from './identity/tokens.ts';
import { drain, listen } from './listening.ts';
import { startMailIn } from './mail-in.ts';
import { createMetrics } from './notify/metrics.ts';
import { webhookCalls } from './notify/webhook-calls.ts';
import { root } from './root.ts';
import { setUpProbes } from './set-up-probes.ts';
import { readSettings } from './settings.ts';
import { openStore } from './store/open.ts';
import { healthOf } from './surroundings.ts';

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
  const settings = readSettings(config.settingsFile, config.cloud);
  const started = new AsyncDisposableStack();
  let deskUrl = '';
  try {
    const { store, blobs, close } = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
    started.defer(close);
    const { identity, mail } = config;
    // Only what is needed is loaded: that is most of what starting takes.
    const around =
      identity.kind === 'local'
        ? await (await import('./local-surroundings.ts')).localSurroundings(identity, mail, log, () => deskUrl)
        : (await import('./teams-surroundings.ts')).teamsSurroundings(identity, mail, log);
    started.defer(() => around.close());
    const { operatorTenantId } = around;
    const gate = tenantGate({ tenants: store.tenants, operatorTenantId, admission: config.tenants });
    await registerKnown(store.tenants, operatorTenantId, around.tenants);
    for (const { id, provider } of around.resellers) await recordKnownReseller(store, id, provider);
    for (const channel of around.channels) await subscribeKnown(store, channel);
    if (around.places) for (const tenantId of around.roomsOf) await enterKnownRooms(store, around.places, tenantId);
    const deps: Deps = {
      store,
      blobs,
      settings,
      gate,
      directory: around.directory(store),
      ownProfiles: around.ownProfiles,
      partners: around.relationships && partnerRights(around.relationships, () => new Date().toISOString(), store.rules.resellersOf),
      tenantOfDomain: around.tenantOfDomain,
      health: healthOf(around),
      operatorTenantId,
      feed: around.feed,
      places: around.places,
      webhooks: webhookCalls({ thisMachine: identity.kind === 'local' }),
      setUp: setUpProbes(around, { say: (...said) => bot.say(...said) }),
      now: () => new Date().toISOString(),
    };
    started.defer(keepRemoving(deps, operatorTenantId, log));
    const limits = config.limits ? createLimits(config) : null;
    const bot = createBot({ deps, limits, log, links: around.links, files: { origins: around.fileOrigins }, channel: around.channel });
    const metrics = createMetrics(store.outbox);
    if (config.worker) {
      const worker = startDeliveries({
        deps,
        around,
        chat: chatDelivery({ deps, channel: around.channel, links: around.links }),
        deskUrl: () => (identity.kind === 'teams' ? identity.publicUrl : deskUrl),
        log,
        observe: metrics.observe,
      });
      started.defer(() => worker.close());
    }
    const mailIn = await startMailIn(deps, config, around, log);
    if (mailIn) started.defer(() => mailIn.close());
    const server = createServer({
      deps,
      log,
      tokens: tokenVerifier(around.trust),
      frameAncestors: around.frameAncestors,
      tabFolder: join(root, 'dist', 'tab'),
      publicConfig: { appId: around.appId, teams: around.teams },
      secure: around.secure,
      signIn: around.signIn(() => deskUrl),
      limits,
      metrics: { read: metrics.read, token: config.metricsToken },
      messages: { path: '/api/messages', handle: (request, response) => bot.handle(request, response) },
    });
    await listen(server, config);
    started.defer(() => drain(server));
    deskUrl = server.url;
    return { url: deskUrl, openAt: around.openAt, close: () => started.disposeAsync() };
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}
