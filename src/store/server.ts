import type { Duplex } from 'node:stream';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { StoreBusy } from '../app/faults.ts';
import { type Entered, markAsEntering, scopeAtHand, settingsOf } from './entry.ts';
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
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({
    dialect: new HastyDialect({
      pool: {
        options: pool.options,
        end: () => pool.end(),
        connect: async () => {
          const client = await pool.connect().catch((cause) => {
            throw new StoreBusy(cause);
          });
          sendTogether(client);
          return client;
        },
      },
    }),
  });
  return markAsEntering(db);
}

/** What is asked of a connection before anything else happens in this process goes out in one packet. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
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

class HastyDriver extends PostgresDriver {
  readonly #onlyReading = new WeakSet<DatabaseConnection>();
  /** Ends that were sent right behind a transaction's one statement. */
  readonly #ended = new WeakMap<DatabaseConnection, ReturnType<DatabaseConnection['executeQuery']>>();

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const reads = settings.accessMode === 'read only';
    this.#onlyReading[reads ? 'add' : 'delete'](connection);
    const scope = scopeAtHand.getStore();
    // These fail only with their connection, and then so does what follows on it.
    if (scope && (reads || scope.alone)) connection.executeQuery(beginningAs(scope, settings)).catch(() => {});
    else super.beginTransaction(connection, settings).catch(() => {});
    if (scope?.alone) this.#endWithNext(connection);
  }

  /** Nothing depends on how reading ends; what comes next on the connection queues up behind it. */
  override async commitTransaction(connection: Parameters<PostgresDriver['commitTransaction']>[0]): Promise<void> {
    const ended = this.#endOf(connection)?.then(({ rows: [end] }) => {
      if ((end as { command?: string } | undefined)?.command === 'ROLLBACK') throw new Error('the transaction was rolled back');
    });
    const committed = ended ?? super.commitTransaction(connection);
    if (this.#onlyReading.has(connection)) committed.catch(() => {});
    else await committed;
  }

  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    // The end behind a statement that failed has rolled it back.
    if (!this.#endOf(connection)) await super.rollbackTransaction(connection);
  }

  /** Whatever is asked after that one statement would be outside of the transaction, and of its role: it is refused. */
  #endWithNext(connection: DatabaseConnection): void {
    const ask = connection.executeQuery.bind(connection);
    connection.executeQuery = (...asked) => {
      connection.executeQuery = async () => {
        throw new TypeError('a transaction of one statement was asked another');
      };
      const answer = ask<never>(...asked);
      const end = ask(CompiledQuery.raw('commit'));
      end.catch(() => {});
      this.#ended.set(connection, end);
      return answer;
    };
  }

  #endOf(connection: DatabaseConnection): ReturnType<DatabaseConnection['executeQuery']> | undefined {
    Reflect.deleteProperty(connection, 'executeQuery');
    const ended = this.#ended.get(connection);
    this.#ended.delete(connection);
    return ended;
  }
}

/** The beginning and the entry in one, without an answer to take apart. */
function beginningAs(scope: Entered, { isolationLevel = 'read committed', accessMode = 'read write' }: TransactionSettings): CompiledQuery {
  const [name, value, role] = settingsOf(scope);
  // A message that can't be read begins nothing, and what follows it would be outside of any role: only what is certainly plain goes in.
  if (!/^[\w,-]*$/.test(value)) throw new TypeError('a transaction for no tenant and no desk');
  const entry = `set local ${name} = ${pg.escapeLiteral(value)}; set local role ${role}`;
  return CompiledQuery.raw(`start transaction isolation level ${isolationLevel} ${accessMode}; ${entry}`);
}

/** One connection without time limits, for migrations: they wait for one another and may rewrite tables. */
export function openForMigration(url: string): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: url, application_name: 'case-desk-migration', max: 1, connectionTimeoutMillis: 5 * second });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
