import type { AccessMode, CompiledQuery, IsolationLevel, Kysely, Transaction } from 'kysely';
import { InputFault, StoreBusy } from '../app/faults.ts';
import { type AtHand, aloneOn, clockIn, connectionAtHand, type Entered, entryTo, scopeAtHand } from './entry.ts';
import { overOne } from './over-one.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

/** Also gets the database's clock, ISO 8601 in UTC with milliseconds. */
type Work<T> = (tx: Tx, now: string) => Promise<T>;

const attempts = 3;
const inside = overOne(connectionAtHand) as Tx;

/**
 * Everything a request does to the database happens in here: one transaction, in a role that row-level security binds to the scope.
 * Runs `work` again where two transactions got in each other's way, so it must not change anything else.
 *
 * @throws StoreBusy; InputFault where a text holds what PostgreSQL can't
 */
export const within = <T>(db: Kysely<Database>, scope: Entered, work: Work<T>): Promise<T> =>
  run(db, scope, async (tx, entering) => work(tx, await entering));

/** The same; what `ask` asks goes out together with the transaction's beginning, and `work` gets the answer. */
export const withinAsking = <T, A>(
  db: Kysely<Database>,
  scope: Entered,
  ask: (tx: Tx) => Promise<A>,
  work: (tx: Tx, now: string, asked: A) => Promise<T>,
): Promise<T> =>
  run(db, scope, async (tx, entering) => {
    const [now, asked] = await Promise.all([entering, ask(tx)]);
    return work(tx, now, asked);
  });

/** The same for questions alone; whoever asks does not wait for it to end. */
export const reading = <T>(db: Kysely<Database>, scope: Entered, work: (tx: Tx) => Promise<T>): Promise<T> =>
  run(db, scope, async (tx, entering) => entering.then(() => work(tx)), { access: 'read only' });

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
  if (!alone) return run(db, scope, async (tx, entering) => entering.then(() => work(tx)), { access });
  const own = lane ?? (access === 'read only' ? access : Symbol(access));
  return attempting(() => scopeAtHand.run({ scope, alone: { access, lane: own, asked: false } }, () => work(alone as Tx)));
};

/** The same, and every question in it sees the database as it was at the first. */
export const inSnapshot = <T>(db: Kysely<Database>, scope: Entered, work: Work<T>): Promise<T> =>
  run(db, scope, async (tx, entering) => work(tx, await entering), { isolation: 'repeatable read' });

interface Manner {
  readonly isolation?: IsolationLevel;
  readonly access?: AccessMode;
}

/** @param work gets the answer to the entry too: nothing may be done before it is there, though it may be asked */
function run<T>(
  db: Kysely<Database>,
  scope: Entered,
  work: (tx: Tx, entering: Promise<string>) => Promise<T>,
  { isolation = 'read committed', access = 'read write' }: Manner = {},
): Promise<T> {
  return attempting(async () => {
    const atHand: AtHand = { scope };
    const done = scopeAtHand.run(atHand, () =>
      db
        .transaction()
        .setIsolationLevel(isolation)
        .setAccessMode(access)
        .execute(async (tx) => {
          // Kysely’s own way waits for each answer before it sends the next statement; the driver’s, where it gave one, does not.
          atHand.connection ??= { executeQuery: <R>(query: CompiledQuery) => tx.executeQuery(query as CompiledQuery<R>) };
          try {
            return await work(inside, atHand.entered ?? enter(tx, scope));
          } finally {
            atHand.connection = undefined;
          }
        }),
    );
    await Promise.allSettled([done]);
    // First, because what comes behind a statement that fails only fails with it.
    await atHand.sent;
    return done;
  });
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

const enter = async (tx: Tx, scope: Entered): Promise<string> => clockIn(await tx.executeQuery<{ now: Date }>(entryTo(scope)));

interface DatabaseFault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly constraint?: unknown;
}
const asFault = (thrown: unknown): DatabaseFault => (typeof thrown === 'object' && thrown !== null ? thrown : {});
const codeOf = (thrown: unknown): string => String(asFault(thrown).code ?? '');
const messageOf = (thrown: unknown): string => String(asFault(thrown).message ?? '');

/** Serialization failure, deadlock, a case number that is taken (G-1): numbers are random, and now and then there is one already. */
const collided = (fault: unknown): boolean =>
  ['40001', '40P01'].includes(codeOf(fault)) || (codeOf(fault) === '23505' && asFault(fault).constraint === 'cases_number');

/** NUL, a lone surrogate in JSON (F-38). */
const unstorable = (fault: unknown): boolean =>
  ['22021', '22P05'].includes(codeOf(fault)) || (codeOf(fault) === '22P02' && messageOf(fault).includes('json'));

/** The server is gone, going, full or too slow; its answer, if there was one, is lost. */
export const unreachable = (fault: unknown): boolean =>
  /^(08|53|57)|^55P03$|^25P03$|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)/.test(codeOf(fault)) ||
  /^Connection terminated|^Query read timeout|not queryable|connection has been discarded/.test(messageOf(fault));
