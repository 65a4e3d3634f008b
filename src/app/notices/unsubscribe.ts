import { randomBytes } from 'node:crypto';
import { type Principal, worksForTheDesk } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Locale } from '../../domain/i18n/index.ts';
import { isWanted, type NoticeKind, noticeKinds, withKind } from '../../domain/notice/choices.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { toldPerson } from '../people/people.ts';
import { blankProfile } from '../people/profile-view.ts';
import type { MailRecipient, TokenHolder } from '../ports.ts';

/** What the page behind the link shows. */
export interface MailStanding {
  readonly organisation: string;
  readonly locale: Locale;
  readonly kind: MailRecipient['kind'];
  /** Whether mail about cases goes to them. */
  readonly hears: boolean;
  /** What of it a person can stop by itself, and whether they did; a contact, who has no profile, hears of all or of nothing. */
  readonly kinds: readonly { readonly kind: NoticeKind; readonly hears: boolean }[];
}

/** Below the desk's own address. */
const pathOf = (token: string): string => `/unsubscribe/${token}`;

/** Where this recipient stops their mail, as a path below the desk's own address; `null` where they did already. */
export async function wayOut(deps: Deps, tenantId: string, recipient: MailRecipient, locale: Locale): Promise<string | null> {
  const { token, stopped } = await deps.store.mailRecipients.door(tenantId, recipient, {
    token: randomBytes(32).toString('base64url'),
    locale,
  });
  return stopped ? null : pathOf(token);
}

export const recipientOf = (by: Principal, as: 'contact' | 'person'): MailRecipient =>
  as === 'contact' ? { kind: 'email', address: by.email } : { kind: 'person', id: by.personId };

/** How things stand for whoever holds the link. */
export async function mailStanding(deps: Deps, token: string): Promise<Result<MailStanding, Refusal>> {
  const holder = await holderOf(deps, token);
  return holder ? ok(await standingOf(deps, holder)) : refuse({ code: 'notFound' });
}

/**
 * Stops the mail of whoever holds the link, or starts it again: the same as in the profile, for somebody who is not signed in.
 *
 * @param kind of a person's mail, to change that alone
 */
export async function changeMail(deps: Deps, token: string, hears: boolean, kind?: NoticeKind): Promise<Result<MailStanding, Refusal>> {
  const holder = await holderOf(deps, token);
  if (!holder) return refuse({ code: 'notFound' });
  const { tenantId, recipient } = holder;
  const ofOne = kind && recipient.kind === 'person' ? ({ way: 'email', kind, wanted: hears } as const) : undefined;
  const offered = await offeredTo(deps, holder);
  await deps.store.inTenant(tenantId, async (tx) => {
    if (recipient.kind === 'person') {
      const before = (await tx.profiles.lock(recipient.id)) ?? blankProfile;
      const notices = ofOne ? withKind(before.notices, ofOne, offered) : { ...before.notices, email: hears };
      await tx.profiles.save(recipient.id, { ...before, notices });
    }
    if (!ofOne) await tx.mailRecipients.stop(recipient, !hears);
    await tx.appendAudit({
      actorTenantId: tenantId,
      // Whoever holds the link; nobody has proved who that is.
      actorId: 'link',
      action: hears ? 'mail.start' : 'mail.stop',
      outcome: 'done',
      caseId: null,
      details: recipient.kind === 'person' ? { person: recipient.id, ...(ofOne && { kind }) } : { address: recipient.address },
    });
  });
  return ok(await standingOf(deps, holder));
}

const holderOf = async (deps: Deps, token: string): Promise<TokenHolder | undefined> =>
  /^[\w-]{43}$/.test(token) ? deps.store.mailRecipients.byToken(token) : undefined;

/** What this person's mail can be of. */
async function offeredTo(deps: Deps, { tenantId, recipient }: TokenHolder): Promise<readonly NoticeKind[]> {
  if (recipient.kind !== 'person') return [];
  const by = await toldPerson(deps, tenantId, recipient.id);
  return noticeKinds.filter((kind) => kind !== 'desk' || (by && worksForTheDesk(by)));
}

async function standingOf(deps: Deps, holder: TokenHolder): Promise<MailStanding> {
  const { tenantId, recipient, locale } = holder;
  const about = { organisation: await deps.directory.tenantName(tenantId), locale, kind: recipient.kind };
  if (recipient.kind !== 'person') return { ...about, hears: !(await deps.store.mailRecipients.stopped(tenantId, recipient)), kinds: [] };
  const { notices } = (await deps.store.profiles.find(tenantId, recipient.id)) ?? blankProfile;
  const kinds = (await offeredTo(deps, holder)).map((kind) => ({ kind, hears: isWanted(notices, 'email', kind) }));
  return { ...about, hears: notices.email, kinds };
}
