import type { Principal } from '../../domain/access/principal.ts';
import { type Choices, type NoticeKind, type Way, ways } from '../../domain/notice/choices.ts';
import { neverQuiet, type Quiet } from '../../domain/notice/quiet.ts';
import type { Summary } from '../../domain/notice/summary-days.ts';
import type { Deps } from '../deps.ts';
import type { Confirmation, Profile } from '../ports.ts';
import { principalOf } from './people.ts';

/** PN-15. `email` is the one in use; a changed one waits in `unconfirmedEmail` until it is confirmed. */
export interface ProfileView {
  readonly displayName: string;
  readonly email: string;
  readonly unconfirmedEmail: string | null;
  /** Until when the code works that was sent to the waiting address; `null` where none does (any more): a new one has to be sent. */
  readonly codeWorksUntil: string | null;
  readonly phone: string | null;
  readonly locale: 'en' | 'fr';
  readonly timeZone: string;
  readonly notices: NoticesView;
  /** Those in which this desk can tell anybody. */
  readonly ways: readonly Way[];
  readonly quiet: Quiet;
  /** One mail a day in place of one each; `null`: one each. */
  readonly summary: Summary | null;
}

/** Which ways are wanted, and which kinds are not wanted in which way. */
export type NoticesView = { readonly [W in Way]: boolean } & { readonly except: { readonly [W in Way]: readonly NoticeKind[] } };

/** Wrong codes until a new one is needed. */
export const mostTries = 5;

export const blankProfile: Profile = {
  displayName: null,
  email: null,
  unconfirmedEmail: null,
  phone: null,
  locale: null,
  timeZone: null,
  notices: { chat: true, email: true },
};

export async function profileOf(deps: Deps, by: Principal): Promise<ProfileView> {
  const profile = (await deps.store.profiles.find(by.tenantId, by.personId)) ?? blankProfile;
  const waiting = profile.unconfirmedEmail === null ? undefined : await deps.store.profiles.confirmation(by.tenantId, by.personId);
  const offered = ways.filter((way) => way !== 'feed' || deps.feed !== undefined);
  return { ...viewOf(by, profile, workingUntil(waiting, deps.now())), ways: offered };
}

/** The same right after a change: a name that was taken back is the directory's, an address that was confirmed is the person's. */
export const changedProfileOf = async (deps: Deps, by: Principal): Promise<ProfileView> =>
  profileOf(deps, (await principalOf(deps, by.tenantId, by.personId, by)) ?? by);

const workingUntil = (waiting: Confirmation | undefined, now: string): string | null =>
  waiting && waiting.tries < mostTries && waiting.expiresAt > now ? waiting.expiresAt : null;

const viewOf = (
  by: Principal,
  { unconfirmedEmail, phone, notices, quiet, summary }: Profile,
  codeWorksUntil: string | null,
): Omit<ProfileView, 'ways'> => ({
  displayName: by.name,
  email: by.email,
  unconfirmedEmail,
  codeWorksUntil,
  phone,
  locale: by.locale,
  timeZone: by.timeZone,
  notices: noticesView(notices),
  quiet: quiet ?? neverQuiet,
  summary: summary ?? null,
});

const noticesView = ({ except, ...wanted }: Choices): NoticesView => ({
  ...wanted,
  feed: wanted.feed ?? true,
  except: Object.fromEntries(ways.map((way) => [way, except?.[way] ?? []])) as unknown as NoticesView['except'],
});
