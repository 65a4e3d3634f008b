import type { Logger } from 'pino';
import { chatDelivery } from '../bot/delivery/chat-delivery.ts';
import type { Deps } from './app/deps.ts';
import { partnerRights } from './app/partners/rights.ts';
import { tenantGate } from './app/tenants/gate.ts';
import type { Config } from './config.ts';
import { startDeliveries } from './deliveries.ts';
import { createWatchServer } from './http/watch-server.ts';
import { drain, listen } from './listening.ts';
import { createMetrics } from './notify/metrics.ts';
import { webhookCalls } from './notify/webhook-calls.ts';
import { readSettings } from './settings.ts';
import type { Desk } from './start-desk.ts';
import { StartFault } from './start-fault.ts';
import { openStore } from './store/open.ts';
import { healthOf } from './surroundings.ts';
import { teamsSurroundings } from './teams-surroundings.ts';

/**
 * The worker by itself, beside desks that serve people: as many processes as are wanted, over one server's database.
 *
 * @throws StartFault and what `sayStartFault` knows
 */
export async function startWorkerAlone(config: Config, log: Logger): Promise<Pick<Desk, 'close'>> {
  const { identity, databaseUrl, dataDir, mail } = config;
  if (identity.kind !== 'teams')
    throw new StartFault('The local desk delivers its notices itself. Set MICROSOFT_APP_ID and what goes with it, as the desk has them.');
  if (!databaseUrl)
    throw new StartFault(
      'An embedded database belongs to one process, the desk, which then delivers its notices itself. Set DATABASE_URL, as the desk has it.',
    );
  const settings = readSettings(config.settingsFile, config.cloud);
  const around = teamsSurroundings(identity, mail, log);
  const started = new AsyncDisposableStack();
  const { store, blobs, close } = await openStore({ databaseUrl, dataDir, log });
  started.defer(close);
  started.defer(() => around.close());
  const { operatorTenantId, ownProfiles } = around;
  const gate = tenantGate({ tenants: store.tenants, operatorTenantId, admission: config.tenants });
  const deps: Deps = {
    ...{ store, blobs, settings, gate, directory: around.directory(store), ownProfiles },
    partners: around.relationships && partnerRights(around.relationships, () => new Date().toISOString(), store.rules.resellersOf),
    health: healthOf(around),
    feed: around.feed,
    webhooks: webhookCalls({ thisMachine: false }),
    now: () => new Date().toISOString(),
  };
  const chat = chatDelivery({ deps, channel: around.channel, links: around.links });
  const metrics = createMetrics(store.outbox);
  try {
    if (config.workerWatch) {
      const watch = createWatchServer({ store, metrics: { read: metrics.read, token: config.metricsToken }, log });
      await listen(watch, { ...config.workerWatch, settings: ['WORKER_PORT', 'WORKER_HOST'] });
      started.defer(() => drain(watch));
    }
    const worker = startDeliveries({ deps, around, chat, deskUrl: () => identity.publicUrl, log, observe: metrics.observe });
    started.defer(() => worker.close());
    return { close: () => started.disposeAsync() };
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}
