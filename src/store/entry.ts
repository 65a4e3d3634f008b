import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Scope } from '../app/ports.ts';
import { never } from '../domain/result.ts';
import type { Database } from './schema.ts';

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

/** Whose transaction is open in what runs just now, and whether it is of one statement alone. */
export const scopeAtHand = new AsyncLocalStorage<Entered & { readonly alone: boolean }>();

/** Binds the transaction: the second lock sees whose it is, and the role can't get round it. Answers with the database's clock. */
export function entryTo(scope: Entered): CompiledQuery<{ now: Date }> {
  const text = "select set_config($1, $2, true), set_config('role', $3, true), clock_timestamp() as now";
  return CompiledQuery.raw(text, [...settingsOf(scope)]) as CompiledQuery<{ now: Date }>;
}

/** The setting that the second lock looks at, its value, and the role. */
export function settingsOf(scope: Entered): readonly [name: string, value: string, role: string] {
  switch (scope.kind) {
    case 'tenant':
      return ['app.tenant_id', scope.tenantId, 'app_user'];
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

const entering = new WeakSet<object>();

/** Databases whose driver sends the entry right behind the beginning of a transaction that only reads or is of one statement, and waits for neither. */
export const entersByItself = (db: Kysely<Database>): boolean => entering.has(db);

export function markAsEntering(db: Kysely<Database>): Kysely<Database> {
  entering.add(db);
  return db;
}
