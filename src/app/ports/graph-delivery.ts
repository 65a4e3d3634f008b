import type { Locale } from '../../domain/i18n/index.ts';
import type { ActivityType } from '../../domain/notice/activity.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import type { CheckOutcome } from '../../domain/set-up.ts';

/** The mailbox that mail comes from, by way of Microsoft Graph. Each is tried once, ends with `signal` and never throws. */
export interface Mailbox {
  /** A mail in the form in which it goes over the wire: its headers stay as they are. */
  send(message: Uint8Array, signal: AbortSignal): Promise<Outcome>;
  /** AG-5: whether the desk may send from it; sends nothing. */
  check(signal: AbortSignal): Promise<CheckOutcome<'mail'>>;
}

/** Something in a person's activity feed in Teams. */
export interface Activity {
  readonly person: { readonly tenantId: string; readonly personId: string };
  readonly locale: Locale;
  readonly type: ActivityType;
  readonly number: string;
  /** What happened, in the person's language. */
  readonly preview: string;
  /** Into the tab. */
  readonly link: string;
}

/** The activity feed in Teams. `closed`: Case Desk is not installed there, or may not write to it. */
export interface Feed {
  tell(activity: Activity, signal: AbortSignal): Promise<Outcome | { readonly is: 'closed' }>;
}
