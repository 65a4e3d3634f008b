import type { ClosingRule } from '../../domain/access/closing-rule.ts';
import type { PartnerRecord } from '../../domain/access/partner-record.ts';
import type { Escalations } from '../../domain/access/remediation.ts';
import type { PersonRef } from '../../domain/case/events.ts';

/** What is decided for a tenant: by itself, but for `partner` and `escalations`, which the desk keeps. */
export interface TenantRules {
  /** G-10. */
  readonly closing: ClosingRule;
  /** G-15: whether the name of somebody whose data is erased stays where they acted. */
  readonly leaverNames: { readonly names: 'kept' | 'erased' };
  /** CS-3, CS-5. */
  readonly partner: PartnerRecord;
  /** CS-10. */
  readonly escalations: Escalations;
}
export type RuleName = keyof TenantRules;

/** A rule as it stands. `version` is 0 while it is the one that comes with the desk. */
export interface Rule<N extends RuleName> {
  readonly value: TenantRules[N];
  readonly version: number;
  readonly changed: { readonly at: string; readonly by: PersonRef } | null;
}

export interface Rules {
  find<N extends RuleName>(tenantId: string, name: N): Promise<Rule<N>>;
  /** CS-1: partners whose record names this one as their provider, by name, at most 200. */
  resellersOf(provider: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** In the tenant's transaction. */
export interface RuleChanges {
  find<N extends RuleName>(name: N): Promise<Rule<N>>;
  /** `false` where it is no longer at version `expected`. */
  save<N extends RuleName>(name: N, value: TenantRules[N], expected: number, by: PersonRef): Promise<boolean>;
}
