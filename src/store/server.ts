import type { Duplex } from 'node:stream';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPoolClient,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { StoreBusy } from '../app/faults.ts';
import { aloneOver } from './alone.ts';
import { beginningAs, clockIn, entryTo, markAsEntering, scopeAtHand } from './entry.ts';
import { preparedName } from './prepared.ts';
import type { Database } from './schema.ts';

const second = 1_000;

/**
 * A PostgreSQL server. Waiting for a connection, free or new, ends after five seconds, a statement after fifteen (F-11).
 *
 * @param onFault told of what happens to connections outside any query
 */
export function openServer(url: string, onFault: (fault: Error) => void): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'case-desk',
    max: 10,
    connectionTimeoutMillis: 5 * second,
    statement_timeout: 15 * second,
    query_timeout: 20 * second,
    lock_timeout: 10 * second,
    idle_in_transaction_session_timeout: 30 * second,
    keepAlive: true,
    pipeline: true,
  });
  // Without a listener, a connection that the server cuts would end this process; the query under way reports it.
  pool.on('error', onFault);
  pool.on('connect', (client) => {
    client.on('error', () => {});
    sendTogether(client);
  });
  const connect = () =>
    pool.connect().catch((cause) => {
      throw new StoreBusy(cause);
    });
  const db = new Kysely<Database>({
    dialect: new HastyDialect({
      pool: {
        options: pool.options,
        end: () => pool.end(),
        connect: async () => knowingNames(await connect()),
      },
    }),
  });
  return markAsEntering(db, aloneOver(connect));
}

/** A connection as Kysely uses it, on which prepared statements go by their names. */
function knowingNames(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, given: readonly unknown[]) => {
    const [name, values] = [preparedName(text), [...given]];
    return name === undefined ? client.query(text, values) : client.query({ name, text, values });
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
}

/** What is asked of a connection before anything else happens in this process goes out in one packet. */
function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  const { write } = stream;
  let corked = false;
  stream.write = (...given: unknown[]) => {
    if (!corked) {
      corked = true;
      stream.cork();
      process.nextTick(() => {
        corked = false;
        stream.uncork();
      });
    }
    return Reflect.apply(write, stream, given) as boolean;
  };
}

/** A transaction's beginning is sent, and its first statement right behind it: one wait instead of several. The end of mere reading is not waited for. */
class HastyDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): PostgresDriver {
    return new HastyDriver(this.#config);
  }
}

const nobodyAsks = Promise.resolve('');

class HastyDriver extends PostgresDriver {
  readonly #onlyReading = new WeakSet<DatabaseConnection>();

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const { accessMode = 'read write', isolationLevel } = settings;
    const reads = accessMode === 'read only';
    this.#onlyReading[reads ? 'add' : 'delete'](connection);
    const atHand = scopeAtHand.getStore();
    // These fail only with their connection, and then so does what follows on it.
    if (!atHand) return void super.beginTransaction(connection, settings).catch(() => {});
    atHand.connection = connection;
    if (reads) {
      connection.executeQuery(CompiledQuery.raw(beginningAs(atHand.scope, accessMode, isolationLevel))).catch(() => {});
      atHand.entered = nobodyAsks;
    } else {
      super.beginTransaction(connection, settings).catch(() => {});
      atHand.entered = connection.executeQuery<{ now: Date }>(entryTo(atHand.scope)).then(clockIn);
      atHand.entered.catch(() => {});
    }
  }

  /** Nothing depends on how reading ends; what comes next on the connection queues up behind it. */
  override async commitTransaction(connection: Parameters<PostgresDriver['commitTransaction']>[0]): Promise<void> {
    const committed = super.commitTransaction(connection);
    if (this.#onlyReading.has(connection)) committed.catch(() => {});
    else await committed;
  }
}

/** One connection without time limits, for migrations: they wait for one another and may rewrite tables. */
export function openForMigration(url: string): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: url, application_name: 'case-desk-migration', max: 1, connectionTimeoutMillis: 5 * second });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
