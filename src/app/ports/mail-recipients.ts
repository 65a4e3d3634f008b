import type { Locale } from '../../domain/i18n/index.ts';

/** Whom mail goes to: somebody of the tenant, or an address they named. */
export type MailRecipient = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'email'; readonly address: string };

/** A recipient as the holder of a token in a mail finds them, in whichever tenant they are. */
export interface TokenHolder {
  readonly tenantId: string;
  readonly recipient: MailRecipient;
  /** The language of the last mail. */
  readonly locale: Locale;
}

/** Everybody who was written to about cases, each with a token that stops it. */
export interface MailRecipients {
  /** The recipient's own token, made when they are first written to, and whether they stopped their mail. */
  door(
    tenantId: string,
    recipient: MailRecipient,
    fresh: { readonly token: string; readonly locale: Locale },
  ): Promise<{ readonly token: string; readonly stopped: boolean }>;
  stopped(tenantId: string, recipient: MailRecipient): Promise<boolean>;
  /** Looks across tenants, for one token alone. */
  byToken(token: string): Promise<TokenHolder | undefined>;
}

export interface MailRecipientChanges {
  stop(recipient: MailRecipient, stopped: boolean): Promise<void>;
}
