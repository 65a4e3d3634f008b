import type { Locale } from '../../domain/i18n/index.ts';
import type { ContactConsent } from '../../domain/notice/contact.ts';
import type { Profile } from './records.ts';

/** A code that was sent to a new address of a person's: PN-15. Of the code itself there is a salted digest alone. */
export interface Confirmation {
  readonly id: string;
  readonly personId: string;
  readonly address: string;
  readonly salt: string;
  readonly digest: string;
  readonly sentAt: string;
  readonly expiresAt: string;
  /** Wrong codes so far. */
  readonly tries: number;
}

/** A person's own words about themselves, changed inside one transaction. */
export interface ProfileChanges {
  /** Serialises on the person, whether they have a profile or not. */
  lock(personId: string): Promise<Profile | undefined>;
  save(personId: string, profile: Profile): Promise<void>;
}

export interface ConfirmationChanges {
  /** The one that waits; `undefined` where nothing does. Whoever asks holds the profile's lock. */
  waiting(personId: string): Promise<Confirmation | undefined>;
  /** When codes were sent since an instant, oldest first: to this person's addresses, and to this mailbox whoever named it. Serialises on the tenant. */
  sentSince(
    since: string,
    to: { readonly personId: string; readonly address: string },
  ): Promise<{ readonly person: readonly string[]; readonly mailbox: readonly string[] }>;
  /** Takes the place of the one that waits. */
  add(confirmation: Omit<Confirmation, 'tries'>): Promise<void>;
  countTry(id: string): Promise<void>;
  /** Nothing waits any more. */
  end(personId: string): Promise<void>;
}

/** A question to be posted to an address: the token's digest, never the token. */
export interface ContactQuestion {
  readonly address: string;
  readonly locale: Locale;
  readonly askedBy: string;
  readonly tokenDigest: string;
  readonly tokenExpiresAt: string;
}

export interface ContactChanges {
  /** What is known of these addresses' mailboxes, and how many were asked lately. Serialises on the tenant. */
  begin(
    personId: string,
    addresses: readonly string[],
  ): Promise<{ readonly known: readonly ContactConsent[]; readonly tenantLastHour: number; readonly personLastDay: number }>;
  ask(questions: readonly ContactQuestion[]): Promise<void>;
  /** Locked; `undefined` where the token was used already. */
  lockAsked(tokenDigest: string): Promise<{ readonly address: string; readonly tokenExpiresAt: string } | undefined>;
  answer(address: string, answer: 'agrees' | 'refuses'): Promise<void>;
}

/** A question as the holder of its token finds it, in whichever tenant it was asked. */
export interface AskedContact {
  readonly tenantId: string;
  readonly address: string;
  readonly locale: Locale;
  readonly tokenExpiresAt: string;
}
