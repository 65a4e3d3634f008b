import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { StoreBusy } from '../app/faults.ts';
import type { Blobs, Store } from '../app/ports.ts';
import { auditedTenants, type Verdict, verifyAudit } from './audit.ts';
import { openBlobs } from './blobs.ts';
import { lockFolder } from './folder-lock.ts';
import { sweepMailAnswers } from './mail-answers.ts';
import { migrate } from './migrate.ts';
import { sweepOutbox } from './outbox.ts';
import type { Database } from './schema.ts';
import { openForMigration, openServer } from './server.ts';
import { sweepSessions } from './sessions.ts';
import { storeOver } from './store.ts';
import { sweepFiles } from './sweep.ts';
import { unreachable } from './transaction.ts';

const minute = 60_000;

export interface StoreOptions {
  /** A PostgreSQL server, 15 or newer; without one the database is embedded and lives in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded database and of uploaded files; made where it is missing. */
  readonly dataDir: string;
  readonly log?: Pick<Logger, 'warn'> | undefined;
  /** Milliseconds between rounds of maintenance; ten minutes unless told. */
  readonly maintenanceEvery?: number | undefined;
}

export interface OpenStore {
  readonly store: Store;
  readonly blobs: Blobs;
  /** Whether a tenant's audit trail is whole (F-34). */
  verifyAudit(tenantId: string): Promise<Verdict>;
  /** Every tenant that has a trail, or cases that should have left one. */
  auditedTenants(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Opens the one store there is, embedded or on a server, and brings its tables up to date.
 *
 * @throws FolderInUse, NewerData, StoreBusy
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { db, upkeep, close: closeDatabase, staleAfter } = options.databaseUrl ? await onServer(options) : await inFolder(options);
  const folder = join(options.dataDir, 'files');
  const blobs = await openBlobs(folder, staleAfter).catch(async (fault) => {
    await closeDatabase();
    throw fault;
  });
  let round: Promise<void> | undefined;
  const timer = setInterval(
    () => {
      round ??= (async () => {
        await sweepFiles(db, folder);
        await sweepSessions(db);
        await sweepOutbox(db);
        await sweepMailAnswers(db);
        await upkeep();
      })()
        .catch((err) => options.log?.warn({ err }, 'maintenance of the store failed'))
        .finally(() => {
          round = undefined;
        });
    },
    options.maintenanceEvery ?? 10 * minute,
  );
  timer.unref();

  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      clearInterval(timer);
      await round;
      await closeDatabase();
    })());
  return {
    store: storeOver(db, close),
    blobs,
    verifyAudit: (tenantId) => verifyAudit(db, tenantId),
    auditedTenants: () => auditedTenants(db),
    close,
  };
}

interface Opened {
  readonly db: Kysely<Database>;
  upkeep(): Promise<void>;
  close(): Promise<void>;
  /** Age in milliseconds at which an unfinished upload can't be another process's. */
  readonly staleAfter: number;
}

async function inFolder({ dataDir }: StoreOptions): Promise<Opened> {
  const { maintain, openEmbedded } = await import('./embedded.ts');
  const lock = lockFolder(dataDir);
  try {
    const { db } = await openEmbedded(dataDir);
    try {
      await migrate(db);
    } catch (fault) {
      await db.destroy();
      throw fault;
    }
    const close = () => db.destroy().finally(() => lock.release());
    return { db, upkeep: () => maintain(db), close, staleAfter: 0 };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

async function onServer({ databaseUrl = '', log }: StoreOptions): Promise<Opened> {
  const migrating = openForMigration(databaseUrl);
  try {
    await migrate(migrating);
  } catch (fault) {
    throw unreachable(fault) ? new StoreBusy(fault) : fault;
  } finally {
    await migrating.destroy();
  }
  const db = openServer(databaseUrl, (err) => log?.warn({ err }, 'a connection to the database was lost'));
  return { db, upkeep: async () => {}, close: () => db.destroy(), staleAfter: 60 * minute };
}
