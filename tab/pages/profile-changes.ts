import type { ProfileView } from '../wire.ts';

/** The profile as its form holds it: the address is the one in use, whichever waits. */
export type Filled = Pick<ProfileView, 'displayName' | 'email' | 'locale' | 'timeZone' | 'notices' | 'quiet' | 'summary'> & {
  readonly phone: string;
};

export const filled = ({ displayName, email, phone, locale, timeZone, notices, quiet, summary }: ProfileView): Filled => ({
  displayName,
  email,
  phone: phone ?? '',
  locale,
  timeZone,
  notices,
  quiet,
  summary,
});

/** What was changed, and nothing else: what another device changed meanwhile stays. */
export function changesOf(before: Filled, now: Filled): Partial<Filled> {
  return Object.fromEntries(
    (Object.keys(now) as (keyof Filled)[])
      .filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
      .map((key) => [key, now[key]]),
  );
}
