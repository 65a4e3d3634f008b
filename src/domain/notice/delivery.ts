import type { Notice, Recipient } from './audience.ts';
import type { ChannelKind } from './channels.ts';

/** One notice to one recipient in one way. `key` is unique in the tenant, so that it is never queued twice (G-12). */
export interface Delivery {
  readonly key: string;
  readonly caseId: string;
  /** Its event. */
  readonly seq: number;
  readonly to: Recipient;
  readonly how: Notice;
  readonly channel: ChannelKind;
  /** An instant, ISO 8601 in UTC; at once where there is none. */
  readonly notBefore?: string;
}
