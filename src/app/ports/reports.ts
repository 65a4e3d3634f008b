import type { CustomerStanding } from '../../domain/report/board.ts';
import type { CaseCount } from '../../domain/report/case-counts.ts';
import type { Scope } from './store.ts';

/** Rooms of one place: a site of a tenant, or for the desk a tenant. */
export interface RoomsCount {
  readonly tenantId: string;
  /** `null` where whole tenants are counted. */
  readonly site: string | null;
  readonly rooms: number;
  readonly unhealthy: number;
}

/** PS-7: what a tenant has of packs that can be used today. */
export interface PacksCount {
  readonly tenantId: string;
  readonly packs: number;
  readonly incidents: number;
  readonly left: number;
  /** The first day, `YYYY-MM-DD`, on which some of what is left lapses; `null` where nothing is left. */
  readonly lastDay: string | null;
}

/** CS-10: what a partner filed for customers, and how much of it was marked as an improper escalation. */
export interface EscalationsCount {
  /** The partner. */
  readonly tenantId: string;
  readonly cases: number;
  readonly improper: number;
}

/** Counts, each by one query in the scope of whoever asks. */
export interface Reports {
  /** Cases that are open, and closed ones that were opened from `from` on; as at `now`. Instants are ISO 8601 in UTC. */
  cases(scope: Scope, span: { readonly from: string; readonly now: string }): Promise<readonly CaseCount[]>;
  /** RM-2: rooms in use; those places first that have most out of order; at most 100. */
  rooms(scope: Scope): Promise<readonly RoomsCount[]>;
  /** What can be used on `today`, a day; what has least left first; at most 100. */
  packs(scope: Scope, today: string): Promise<readonly PacksCount[]>;
  /** CS-10: of cases that partners opened from `from` on; those with most improper ones first; at most 100. */
  escalations(scope: Scope, from: string): Promise<readonly EscalationsCount[]>;
  /** G-4: cases that a partner opened for its customers: those that are open, and those that changed from `from` on. */
  customers(
    scope: Extract<Scope, { kind: 'partner' }>,
    span: { readonly from: string; readonly now: string },
  ): Promise<readonly Omit<CustomerStanding, 'name' | 'endsAt'>[]>;
}
