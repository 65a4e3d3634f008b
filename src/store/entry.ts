import { AsyncLocalStorage } from 'node:async_hooks';
import { type AccessMode, CompiledQuery, type DatabaseConnection, type IsolationLevel, type Kysely, type QueryResult } from 'kysely';
import type { Scope } from '../app/ports.ts';
import { never } from '../domain/result.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';
import { byDomainAt, placeOf } from './scope.ts';

/** The operator's register of tenants; where it names the operator's own tenant, that one's audit trail too. */
interface RegisterScope {
  readonly kind: 'register';
  readonly tenantId: string | null;
}

/** The worker, which sees every tenant's outbox and nothing else. */
interface OutboxScope {
  readonly kind: 'outbox';
}

/** As whom a transaction works. */
export type Entered = Scope | RegisterScope | OutboxScope;

/** The one statement of a transaction that has no other. */
interface Alone {
  readonly access: AccessMode;
  /** What goes out in one packet with it: the same lane, asked at the same moment. */
  readonly lane: string | symbol;
  asked: boolean;
}

/** A transaction that is open in what runs just now, and whose it is. */
export interface AtHand {
  readonly scope: Entered;
  readonly alone?: Alone;
  /** The answer to the entry, where the driver has sent that right behind the beginning; of mere reading nobody wants it. */
  entered?: Promise<string>;
  /** Over what it goes on; gone once it ends. */
  connection?: Pick<DatabaseConnection, 'executeQuery'> | undefined;
  /** The answers that nobody waits for before it ends. */
  sent?: Promise<unknown>;
}

export const scopeAtHand = new AsyncLocalStorage<AtHand>();

/** As whom, and how, the one statement asks. Another one would be outside of its transaction. */
export function aloneAtHand(): Alone & { readonly scope: Entered } {
  const { scope, alone } = scopeAtHand.getStore() ?? {};
  if (!scope || !alone || alone.asked) throw new TypeError('a transaction of one statement was asked another');
  alone.asked = true;
  return { scope, ...alone };
}

/** Where every statement of a transaction goes: what is asked after its end would be asked in whatever comes next on the connection. */
export const connectionAtHand: DatabaseConnection = {
  executeQuery: (query) => {
    const connection = scopeAtHand.getStore()?.connection;
    if (!connection) throw new TypeError('the transaction has ended');
    return connection.executeQuery(query);
  },
  streamQuery: () => {
    throw new TypeError('nothing is streamed inside a transaction');
  },
};

const entry = prepared("select set_config($1, $2, true), set_config('role', $3, true), clock_timestamp() as now");

/**
 * A statement of the transaction at hand whose answer decides nothing. Where the driver waits for none, the end may go out right behind it: what
 * makes it fail is then the transaction's own fault, and nothing of either is kept. What would have to undo the transaction must therefore
 * make the statement fail.
 *
 * @param heard what becomes of the answer, or of the fault
 */
export async function send<R>(
  query: CompiledQuery<R>,
  heard: (answer: Promise<QueryResult<R>>) => Promise<unknown> = (answer) => answer,
): Promise<void> {
  const atHand = scopeAtHand.getStore();
  const answer = heard(connectionAtHand.executeQuery<R>(query));
  if (!atHand?.entered) return void (await answer);
  answer.catch(() => {});
  // The first that failed is the one at fault; what comes behind it only fails with it.
  atHand.sent = (atHand.sent ?? Promise.resolve()).then(() => answer);
  atHand.sent.catch(() => {});
}

/** Binds the transaction: the second lock sees whose it is, and the role can't get round it. Answers with the database's clock. */
export function entryTo(scope: Entered): CompiledQuery<{ now: Date }> {
  return CompiledQuery.raw(entry, [...settingsOf(scope)]) as CompiledQuery<{ now: Date }>;
}

/** The database's clock in the answer to an entry: ISO 8601 in UTC with milliseconds. */
export const clockIn = ({ rows }: { readonly rows: readonly { readonly now: Date }[] }): string =>
  (rows[0]?.now ?? new Date()).toISOString();

/** The setting that the second lock looks at, its value, and the role. */
export function settingsOf(scope: Entered): readonly [name: string, value: string, role: string] {
  switch (scope.kind) {
    case 'tenant':
      return ['app.tenant_id', scope.tenantId, 'app_user'];
    case 'partner':
      return ['app.acting', [scope.tenantId, ...scope.acting.map(placeOf), ...scope.byDomain.map(byDomainAt)].join(','), 'app_partner'];
    case 'desks':
      return ['app.desks', scope.desks.join(','), 'app_engineer'];
    case 'outbox':
      return ['app.tenant_id', '', 'app_worker'];
    case 'register':
      return ['app.tenant_id', scope.tenantId ?? '', 'app_operator'];
    default:
      return never(scope);
  }
}

/** The beginning and the entry in one, without an answer to take apart. */
export function beginningAs(scope: Entered, access: AccessMode, isolation: IsolationLevel = 'read committed'): string {
  const [name, value, role] = settingsOf(scope);
  // A message that can't be read begins nothing, and what follows it would be outside of any role: only what is certainly plain goes in.
  if (!/^[\w,:-]*$/.test(value)) throw new TypeError('a transaction for no tenant and no desk');
  return `start transaction isolation level ${isolation} ${access}; set local ${name} = '${value}'; set local role ${role}`;
}

/** Binds the tenant's transaction at hand to another tenant from here on; the role stays. */
export const bindTo = (tenantId: string): CompiledQuery => CompiledQuery.raw("select set_config('app.tenant_id', $1, true)", [tenantId]);

const entering = new WeakMap<Kysely<Database>, Kysely<Database>>();

/**
 * The way for transactions of one statement, for a database whose driver also sends the entry right behind the beginning of one that only
 * reads, and waits for neither.
 */
export const aloneOn = (db: Kysely<Database>): Kysely<Database> | undefined => entering.get(db);

export function markAsEntering(db: Kysely<Database>, alone: Kysely<Database>): Kysely<Database> {
  entering.set(db, alone);
  return db;
}
