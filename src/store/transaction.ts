import type { AccessMode, IsolationLevel, Kysely, Transaction } from 'kysely';
import { InputFault, StoreBusy } from '../app/faults.ts';
import { aloneOn, type Entered, entryTo, scopeAtHand } from './entry.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

/** Also gets the database's clock, ISO 8601 in UTC with milliseconds. */
type Work<T> = (tx: Tx, now: string) => Promise<T>;

const attempts = 3;

/**
 * Everything a request does to the database happens in here: one transaction, in a role that row-level security binds to the scope.
 * Runs `work` again where two transactions got in each other's way, so it must not change anything else.
 *
 * @throws StoreBusy; InputFault where a text holds what PostgreSQL can't
 */
export const within = <T>(db: Kysely<Database>, scope: Entered, work: Work<T>): Promise<T> => run(db, scope, work, 'read committed');

/** The same for questions alone; whoever asks does not wait for it to end. */
export const reading = <T>(db: Kysely<Database>, scope: Entered, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(db, scope, work, 'read committed', 'read only');

/**
 * The same for one statement, which is sent together with the transaction's beginning and its end, and with what else is asked at that moment.
 * `work` asks once; asking again throws.
 *
 * @param lane those of the same name that change something go together; reading always does
 */
export const once = <T>(
  db: Kysely<Database>,
  scope: Entered,
  access: AccessMode,
  work: (tx: Tx) => Promise<T>,
  lane?: string,
): Promise<T> => {
  const alone = aloneOn(db);
  if (!alone) return run(db, scope, work, 'read committed', access);
  const own = lane ?? (access === 'read only' ? access : Symbol(access));
  return attempting(() => scopeAtHand.run({ scope, alone: { access, lane: own, asked: false } }, () => work(alone as Tx)));
};

/** The same, and every question in it sees the database as it was at the first. */
export const inSnapshot = <T>(db: Kysely<Database>, scope: Entered, work: Work<T>): Promise<T> => run(db, scope, work, 'repeatable read');

function run<T>(
  db: Kysely<Database>,
  scope: Entered,
  work: Work<T>,
  isolation: IsolationLevel,
  access: AccessMode = 'read write',
): Promise<T> {
  const entered = access === 'read only' && aloneOn(db) !== undefined;
  return attempting(() =>
    scopeAtHand.run({ scope }, () =>
      db
        .transaction()
        .setIsolationLevel(isolation)
        .setAccessMode(access)
        .execute(async (tx) => work(tx, entered ? '' : await enter(tx, scope))),
    ),
  );
}

async function attempting<T>(transact: () => Promise<T>): Promise<T> {
  if (scopeAtHand.getStore()) {
    // On the embedded database, which has one connection, it would wait for itself for ever.
    throw new TypeError('a transaction is open here already: ask through it, or before or after it');
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact();
    } catch (fault) {
      if (collided(fault) && attempt < attempts) continue;
      if (unstorable(fault)) throw new InputFault('text');
      throw collided(fault) || unreachable(fault) ? new StoreBusy(fault) : fault;
    }
  }
}

async function enter(tx: Tx, scope: Entered): Promise<string> {
  const { rows } = await tx.executeQuery<{ now: Date }>(entryTo(scope));
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
export const unreachable = (fault: unknown): boolean =>
  /^(08|53|57)|^55P03$|^25P03$|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)/.test(codeOf(fault)) ||
  /^Connection terminated|^Query read timeout|not queryable|connection has been discarded/.test(messageOf(fault));
