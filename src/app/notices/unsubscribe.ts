import { randomBytes } from 'node:crypto';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Locale } from '../../domain/i18n/index.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { blankProfile } from '../people/profile-view.ts';
import type { MailRecipient, TokenHolder } from '../ports.ts';

/** What the page behind the link shows. */
export interface MailStanding {
  readonly organisation: string;
  readonly locale: Locale;
  readonly kind: MailRecipient['kind'];
  /** Whether mail about cases goes to them. */
  readonly hears: boolean;
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

/** Stops the mail of whoever holds the link, or starts it again: the same as in the profile, for somebody who is not signed in. */
export async function changeMail(deps: Deps, token: string, hears: boolean): Promise<Result<MailStanding, Refusal>> {
  const holder = await holderOf(deps, token);
  if (!holder) return refuse({ code: 'notFound' });
  const { tenantId, recipient } = holder;
  await deps.store.inTenant(tenantId, async (tx) => {
    if (recipient.kind === 'person') {
      const before = (await tx.profiles.lock(recipient.id)) ?? blankProfile;
      await tx.profiles.save(recipient.id, { ...before, notices: { ...before.notices, email: hears } });
    }
    await tx.mailRecipients.stop(recipient, !hears);
    await tx.appendAudit({
      actorTenantId: tenantId,
      // Whoever holds the link; nobody has proved who that is.
      actorId: 'link',
      action: hears ? 'mail.start' : 'mail.stop',
      outcome: 'done',
      caseId: null,
      details: recipient.kind === 'person' ? { person: recipient.id } : { address: recipient.address },
    });
  });
  return ok(await standingOf(deps, holder));
}

const holderOf = async (deps: Deps, token: string): Promise<TokenHolder | undefined> =>
  /^[\w-]{43}$/.test(token) ? deps.store.mailRecipients.byToken(token) : undefined;

async function standingOf(deps: Deps, { tenantId, recipient, locale }: TokenHolder): Promise<MailStanding> {
  const hears =
    recipient.kind === 'person'
      ? ((await deps.store.profiles.find(tenantId, recipient.id)) ?? blankProfile).notices.email
      : !(await deps.store.mailRecipients.stopped(tenantId, recipient));
  return { organisation: await deps.directory.tenantName(tenantId), locale, kind: recipient.kind, hears };
}
