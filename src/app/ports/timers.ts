import type { Timer, TimerKind } from '../../domain/sla/timers.ts';

/** A timer whose time has come. */
export interface DueTimer {
  readonly tenantId: string;
  readonly caseId: string;
  readonly kind: TimerKind;
}

/** The clock's side of the timers: across tenants, and of nothing but the timers. */
export interface Timers {
  /** Those that are due, oldest first; nobody else gets them until `leaseMs` milliseconds have passed. */
  claim(most: number, leaseMs: number): Promise<readonly DueTimer[]>;
}

/** Timers of the tenant's cases. */
export interface TimerChanges {
  /** Each takes the place of an earlier one of its kind. */
  set(caseId: string, timers: readonly Timer[]): Promise<void>;
  /** What a timer is set to, an instant; `null` where there is none. */
  at(caseId: string, kind: TimerKind): Promise<string | null>;
  /** Takes a due timer off; `false` where it is gone, or was set to a later time meanwhile. */
  take(caseId: string, kind: TimerKind): Promise<boolean>;
}
