import { AsyncLocalStorage } from 'node:async_hooks';
import { type AccessMode, type IsolationLevel, type Kysely, sql, type Transaction } from 'kysely';
import { InputFault, StoreBusy } from '../app/faults.ts';
import type { Scope } from '../app/ports.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

/** Also gets the database's clock, ISO 8601 in UTC with milliseconds. */
type Work<T> = (tx: Tx, now: string) => Promise<T>;

const inside = new AsyncLocalStorage<true>();
const attempts = 3;

/**
 * Everything a request does to the database happens in here: one transaction, in a role that row-level security binds to the scope.
 * Runs `work` again where two transactions got in each other's way, so it must not change anything else.
 *
 * @throws StoreBusy; InputFault where a text holds what PostgreSQL can't
 */
export const within = <T>(db: Kysely<Database>, scope: Scope, work: Work<T>): Promise<T> => run(db, scope, work, 'read committed');

/** The same for questions alone; whoever asks does not wait for it to end. */
export const reading = <T>(db: Kysely<Database>, scope: Scope, work: Work<T>): Promise<T> =>
  run(db, scope, work, 'read committed', 'read only');

/** The same, and every question in it sees the database as it was at the first. */
export const inSnapshot = <T>(db: Kysely<Database>, scope: Scope, work: Work<T>): Promise<T> => run(db, scope, work, 'repeatable read');

async function run<T>(
  db: Kysely<Database>,
  scope: Scope,
  work: Work<T>,
  isolation: IsolationLevel,
  access: AccessMode = 'read write',
): Promise<T> {
  if (inside.getStore()) {
    // On the embedded database, which has one connection, it would wait for itself for ever.
    throw new TypeError('a transaction is open here already: ask through it, or before or after it');
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inside.run(true, () =>
        db
          .transaction()
          .setIsolationLevel(isolation)
          .setAccessMode(access)
          .execute(async (tx) => work(tx, await enter(tx, scope))),
      );
    } catch (fault) {
      if (collided(fault) && attempt < attempts) continue;
      if (unstorable(fault)) throw new InputFault('text');
      throw collided(fault) || unreachable(fault) ? new StoreBusy(fault) : fault;
    }
  }
}

async function enter(tx: Tx, scope: Scope): Promise<string> {
  const [setting, value, role] =
    scope.kind === 'tenant' ? ['app.tenant_id', scope.tenantId, 'app_user'] : ['app.desks', scope.desks.join(','), 'app_engineer'];
  const { rows } = await sql<{ now: Date }>`
    select set_config(${setting}, ${value}, true), set_config('role', ${role}, true), clock_timestamp() as now`.execute(tx);
  return (rows[0]?.now ?? new Date()).toISOString();
}

interface DatabaseFault {
  readonly code?: unknown;
  readonly message?: unknown;
}
const asFault = (thrown: unknown): DatabaseFault => (typeof thrown === 'object' && thrown !== null ? thrown : {});
const codeOf = (thrown: unknown): string => String(asFault(thrown).code ?? '');
const messageOf = (thrown: unknown): string => String(asFault(thrown).message ?? '');

/** Serialization failure, deadlock. */
const collided = (fault: unknown): boolean => ['40001', '40P01'].includes(codeOf(fault));

/** NUL, a lone surrogate in JSON (F-38). */
const unstorable = (fault: unknown): boolean =>
  ['22021', '22P05'].includes(codeOf(fault)) || (codeOf(fault) === '22P02' && messageOf(fault).includes('json'));

/** The server is gone, going, full or too slow; its answer, if there was one, is lost. */
const unreachable = (fault: unknown): boolean =>
  /^(08|53|57)|^55P03$|^25P03$|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)/.test(codeOf(fault)) ||
  /^Connection terminated|^Query read timeout|not queryable/.test(messageOf(fault));
