import type { TenantKind, TenantState } from '../../domain/access/tenant.ts';
import type { Page } from '../views.ts';
import type { AuditEntry } from './audit.ts';

/** An organisation in the operator's register. */
export interface Tenant {
  readonly id: string;
  readonly kind: TenantKind;
  readonly state: TenantState;
  readonly name: string;
  /** Why it is suspended. */
  readonly reason: string | null;
  /** When it first came; `null` while it is only allowed. */
  readonly registeredAt: string | null;
  readonly changedAt: string;
  /** The last export that was sent whole, and the last row of the audit trail in it. */
  readonly exported: { readonly at: string; readonly auditSeq: number } | null;
}

export interface CountedTenant extends Tenant {
  readonly cases: { readonly open: number; readonly total: number };
}

export interface TenantQuery {
  readonly state: TenantState | null;
  readonly kind: TenantKind | null;
  /** Part of the name, or the whole id. */
  readonly words: string | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** A change of the register, committed with its row in the operator's own audit trail. */
export interface RegisterTransaction {
  /** The database's clock, ISO 8601 in UTC. */
  readonly now: string;
  /** The tenant, locked, so that nobody else registers or changes it meanwhile. */
  lock(id: string): Promise<Tenant | undefined>;
  save(tenant: Tenant): Promise<void>;
  /** The number of the last row of a tenant's audit trail, which gets no other one until this ends; 0 for an empty trail. */
  holdTrail(id: string): Promise<number>;
  appendAudit(entry: AuditEntry): Promise<void>;
}

/** The register of tenants. Only `find` is for a tenant itself; the rest works in the operator's role. */
export interface Tenants {
  find(id: string): Promise<Tenant | undefined>;
  /** By name. */
  list(query: TenantQuery): Promise<Page<CountedTenant>>;
  change<T>(operatorTenantId: string, work: (tx: RegisterTransaction) => Promise<T>): Promise<T>;
  /** Deletes at most `most` rows of each table of a tenant that is being removed. */
  removeRows(id: string, most: number): Promise<{ readonly removed: number; readonly remaining: boolean }>;
}
