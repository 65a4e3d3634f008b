import type { ClosingRule } from '../../domain/access/closing-rule.ts';
import type { GrantableRole } from '../../domain/access/granted-roles.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import type { Profile } from './records.ts';

/** A role that a tenant's administrator gave in the app (ID-3). */
export interface Grant {
  readonly person: PersonRef & { readonly email: string };
  readonly role: GrantableRole;
  readonly by: PersonRef;
  readonly at: string;
}

export interface Grants {
  /** By name, at most 500. */
  list(tenantId: string): Promise<readonly Grant[]>;
  /** What a person chose and was given, and who closes their organisation's cases (G-10), in one question: it is asked at every request. */
  standing(
    tenantId: string,
    personId: string,
  ): Promise<{ readonly profile: Profile | undefined; readonly roles: readonly GrantableRole[]; readonly closing: ClosingRule }>;
}

/** In the tenant's transaction. */
export interface GrantChanges {
  /** Serialises: two who count at once wait for each other. */
  count(): Promise<number>;
  /** `false` where the person has that role in the app already. */
  insert(grant: Omit<Grant, 'at'>): Promise<boolean>;
  /** What was taken away; `undefined` where there was nothing. */
  remove(personId: string, role: GrantableRole): Promise<Grant | undefined>;
}
