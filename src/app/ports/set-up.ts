import type { Words } from '../../domain/i18n/index.ts';
import type { CheckOutcome, TestResult } from '../../domain/set-up.ts';

export type PermissionName = keyof Words['setUp']['permissions'];

/** A permission of the one list in `graph/scopes.ts`. */
export interface Permission {
  readonly name: PermissionName;
  readonly kind: 'application' | 'delegated';
  readonly consenter: keyof Words['setUp']['consenters'];
}

/** Whether Graph lets the desk use each permission that it asks with as itself; left out where Graph gave no answer. */
export type GrantedPermissions = Readonly<Partial<Record<PermissionName, boolean>>>;

/**
 * What the set-up check asks of the desk's neighbours; `null` where one isn't switched on. They need not watch the time, and may
 * throw: the check bounds them and tells nothing of it.
 */
export interface SetUpProbes {
  /** ID-4: every permission there is, granted or not. */
  readonly permissions: readonly Permission[];
  readonly granted: ((signal: AbortSignal) => Promise<GrantedPermissions>) | null;
  /** Where an administrator consents. */
  readonly consentUrl: string | null;
  readonly mail: ((signal: AbortSignal) => Promise<CheckOutcome<'mail'>>) | null;
  readonly channel: (signal: AbortSignal) => Promise<CheckOutcome<'channel'>>;
  /** Says something in a conversation that the bot was brought into. */
  say(place: { readonly conversationId: string; readonly serviceUrl: string }, text: string, signal: AbortSignal): Promise<TestResult>;
}
