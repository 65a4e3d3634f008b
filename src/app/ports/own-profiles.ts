import type { Locale } from '../../domain/i18n/index.ts';
import type { Result } from '../../domain/result.ts';

/** What Microsoft says of a person to themselves. */
export interface OwnProfile {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
}

/** People's own profiles, for organisations that have not let the desk read everybody's. Each person agrees for themselves. */
export interface OwnProfiles {
  /** @param shown the token they sent along; it is used for this alone. `null`: the organisation lets the desk read it anyway */
  ask(
    who: { readonly tenantId: string; readonly personId: string },
    shown: string,
  ): Promise<Result<OwnProfile | null, 'consentNeeded' | 'unavailable'>>;
  /** What was answered before, without asking. */
  known(tenantId: string, personId: string): OwnProfile | undefined;
  /** Where an administrator agrees for everybody. */
  administratorConsent(tenantId: string): string | null;
}
