import type { Duplex } from 'node:stream';
import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely';
import type pg from 'pg';
import { aloneAtHand, beginningAs } from './entry.ts';
import { overOne } from './over-one.ts';
import type { Database } from './schema.ts';

/** Statements that one packet takes: a slow one keeps those behind it waiting. */
const mostTogether = 25;

/** A statement that is a transaction by itself. */
interface Asked {
  readonly beginning: string;
  readonly query: CompiledQuery;
  /** Whether it is done only once its transaction has ended. */
  readonly writes: boolean;
  readonly resolve: (result: QueryResult<never>) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * Statements that are each a transaction of their own: beginning, entry, statement and end go out in one packet, and so do those of everybody who
 * asks at the same moment. A packet is most of what a small question costs, and a beginning and an end most of the rest: questions for the same
 * tenant share theirs.
 */
export function aloneOver(connect: () => Promise<pg.PoolClient>): Kysely<Database> {
  const waiting = new Map<string | symbol, Asked[]>();
  const send = () => {
    for (const asked of waiting.values())
      for (let from = 0; from < asked.length; from += mostTogether) void carry(connect, asked.slice(from, from + mostTogether));
    waiting.clear();
  };
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) =>
      new Promise<QueryResult<R>>((resolve, reject) => {
        const { scope, access, lane } = aloneAtHand();
        const asked = { beginning: beginningAs(scope, access), query, writes: access === 'read write', resolve, reject } as Asked;
        if (waiting.size === 0) setImmediate(send);
        const others = waiting.get(lane);
        if (others) others.push(asked);
        else waiting.set(lane, [asked]);
      }),
    streamQuery: () => {
      throw new TypeError('a transaction of one statement streams nothing');
    },
  };
  return overOne(connection);
}

async function carry(connect: () => Promise<pg.PoolClient>, all: readonly Asked[]): Promise<void> {
  let client: pg.PoolClient;
  try {
    client = await connect();
  } catch (fault) {
    for (const { reject } of all) reject(fault);
    return;
  }
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  const transactions = all.some(({ writes }) => writes)
    ? all.map((asked) => [asked])
    : [...Map.groupBy(all, (asked) => asked.beginning).values()];
  let left = transactions.length;
  const ended = () => {
    left -= 1;
    if (left === 0) client.release();
  };
  stream.cork();
  for (const together of transactions) transact(client, together, ended, (asked) => void carry(connect, [asked]));
  stream.uncork();
}

/**
 * What is written here is one piece: nothing of anybody else's comes between a beginning and its end. Questions on the same footing share
 * both; those behind one that fails are asked again, each by itself.
 */
function transact(client: pg.PoolClient, together: readonly Asked[], ended: () => void, askAgain: (asked: Asked) => void): void {
  let written: (() => void) | undefined;
  // A beginning fails only with its connection, and then so does what follows on it.
  client.query(together[0]?.beginning ?? '', () => {});
  for (const asked of together) {
    const { query, writes, resolve, reject } = asked;
    const name = writes ? undefined : nameOf(query.sql);
    client.query({ name, text: query.sql, values: [...query.parameters] }, (fault: Faulty | undefined, answer: pg.QueryResult) => {
      if (fault && name !== undefined && isOutdated(fault)) names.delete(query.sql);
      if (fault && !writes && isNoFaultOfItsOwn(fault)) return askAgain(asked);
      if (fault) return reject(fault);
      const result = resultOf(answer);
      if (writes) written = () => resolve(result);
      else resolve(result);
    });
  }
  client.query('commit', (fault: Error | undefined, end: pg.QueryResult) => {
    ended();
    if (!written) return;
    if (fault) together[0]?.reject(fault);
    else if (end.command === 'ROLLBACK') together[0]?.reject(new Error('the transaction was rolled back'));
    else written();
  });
}

type Faulty = Error & { readonly code?: string };

const names = new Map<string, string>();
let named = 0;
/** More kinds of question than there are. */
const mostNames = 500;

/** A question's name on every connection: what has one is read and planned once, which is most of what a small one costs the server. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  named += 1;
  names.set(text, `q${named}`);
  return `q${named}`;
}

/** A migration, of a newer desk beside this one, has changed a table: under another name it is planned anew. */
const isOutdated = ({ code, message }: Faulty): boolean => code === '0A000' && message.includes('cached plan');

/** Of another in its transaction, or of the plan. */
const isNoFaultOfItsOwn = (fault: Faulty): boolean => fault.code === '25P02' || fault.code === '26000' || isOutdated(fault);

const counting = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'];
const resultOf = ({ command, rowCount, rows }: pg.QueryResult): QueryResult<never> => ({
  rows: rows as never[],
  ...(counting.includes(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
});
