import { createHash, randomBytes } from 'node:crypto';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Locale, words } from '../../domain/i18n/index.ts';
import { type ContactConsent, type ContactState, contactState } from '../../domain/notice/contact.ts';
import { domainOf, mailboxOf } from '../../domain/notice/mailbox.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { ContactQuestion, TenantTransaction } from '../ports.ts';
import type { ContactView } from '../views.ts';

/**
 * F-36: an address outside the organisation is asked once, and never again after it refused. `perTenantHour` and `perPersonDay` are how
 * many are asked at most; whoever is over that is named on the case all the same, and asked with the next case that names them.
 */
export const askRules = { againAfterDays: 30, validDays: 14, perTenantHour: 20, perPersonDay: 10 } as const;

const day = 24 * 60 * 60 * 1_000;

/** G-11: whether mail about a case may go to a contact: one of the organisation's own domains, or one who agreed. */
export async function contactMayHear(deps: Deps, tenantId: string, address: string): Promise<boolean> {
  if ((await deps.directory.domains(tenantId)).includes(domainOf(address))) return true;
  const [consent] = await deps.store.contacts.find(tenantId, [address]);
  return contactState(false, consent) === 'hears';
}

/** The contacts of a case, and which of them hear of it, for one reader. */
export async function contactsFor(deps: Deps, { tenantId, contacts }: Case, locale: Locale): Promise<readonly ContactView[]> {
  if (contacts.length === 0) return [];
  const outside = await outsideOf(deps, tenantId, contacts);
  const consents = outside.length > 0 ? await deps.store.contacts.find(tenantId, outside) : [];
  const stopped = await deps.store.contacts.stopped(tenantId, contacts);
  const said = words(locale).contacts.states;
  return contacts.map((address) => {
    const agreed = contactState(!outside.includes(address), consents.find(is(address)));
    const state: ContactState = agreed === 'hears' && stopped.includes(address.toLowerCase()) ? 'refused' : agreed;
    return { address, state, note: state === 'hears' ? null : said[state] };
  });
}

/** Those of these addresses whose owners have to agree first. Asked of the directory, so before any transaction. */
export async function outsideOf(deps: Deps, tenantId: string, addresses: readonly string[]): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const own = await deps.directory.domains(tenantId);
  return addresses.filter((address) => !own.includes(domainOf(address)));
}

/** Posts the question to those who may be asked now. @returns who was, and who would have been but for the limits, for the audit */
export async function askContacts(
  tx: TenantTransaction,
  by: Principal,
  outside: readonly string[],
): Promise<{ readonly asked: readonly string[]; readonly notAsked: readonly string[] }> {
  if (outside.length === 0) return { asked: [], notAsked: [] };
  const { known, tenantLastHour, personLastDay } = await tx.contacts.begin(by.personId, outside);
  const due = firstOfEachMailbox(outside.filter((address) => mayBeAsked(address, known, tx.now)));
  const free = Math.max(0, Math.min(askRules.perTenantHour - tenantLastHour, askRules.perPersonDay - personLastDay));
  const asked = due.slice(0, free);
  const posted = asked.map((address) => questionTo(address, by, tx.now));
  await tx.contacts.ask(posted.map(({ question }) => question));
  for (const { question, token } of posted) {
    const { address, locale, tokenDigest } = question;
    const says = { letter: 'askContact', organisation: by.tenantName, path: `/contact/${token}`, validDays: askRules.validDays } as const;
    await tx.post({ key: `contact:${tokenDigest}`, address, locale, says });
  }
  return { asked, notAsked: due.slice(free) };
}

/** Nobody of this mailbox has refused, has agreed under this address, or was asked within the last weeks. */
function mayBeAsked(address: string, known: readonly ContactConsent[], now: string): boolean {
  const since = new Date(Date.parse(now) - askRules.againAfterDays * day).toISOString();
  return (
    !known.find(is(address))?.agreedAt &&
    known.filter((one) => mailboxOf(one.address) === mailboxOf(address)).every((one) => one.refusedAt === null && one.askedAt <= since)
  );
}

const firstOfEachMailbox = (addresses: readonly string[]): readonly string[] =>
  [...new Map(addresses.toReversed().map((address) => [mailboxOf(address), address])).values()].toReversed();

function questionTo(address: string, by: Principal, now: string): { readonly question: ContactQuestion; readonly token: string } {
  const token = randomBytes(32).toString('base64url');
  const tokenExpiresAt = new Date(Date.parse(now) + askRules.validDays * day).toISOString();
  return { token, question: { address, locale: by.locale, askedBy: by.personId, tokenDigest: digestOf(token), tokenExpiresAt } };
}

/** What the page behind the link shows. */
export interface ContactAsked {
  readonly organisation: string;
  readonly address: string;
  readonly locale: Locale;
}

/** The question that a link belongs to; refused where it is unknown, used or too old, which look the same. */
export async function contactAsked(deps: Deps, token: string): Promise<Result<ContactAsked, Refusal>> {
  const found = await findAsked(deps, token);
  return found.ok ? ok(await askedView(deps, found.value)) : found;
}

/** Whoever holds the link answers once. */
export async function answerContact(deps: Deps, token: string, answer: 'agrees' | 'refuses'): Promise<Result<ContactAsked, Refusal>> {
  const found = await findAsked(deps, token);
  if (!found.ok) return found;
  const { tenantId } = found.value;
  const answered = await deps.store.inTenant(tenantId, async (tx) => {
    const asked = await tx.contacts.lockAsked(digestOf(token));
    if (!asked || asked.tokenExpiresAt <= tx.now) return false;
    await tx.contacts.answer(asked.address, answer);
    await tx.appendAudit({
      actorTenantId: tenantId,
      actorId: 'contact',
      action: `contact.${answer === 'agrees' ? 'agree' : 'refuse'}`,
      outcome: 'done',
      caseId: null,
      details: { address: asked.address },
    });
    return true;
  });
  return answered ? ok(await askedView(deps, found.value)) : refuse({ code: 'notFound' });
}

type Asked = NonNullable<Awaited<ReturnType<Deps['store']['contacts']['byToken']>>>;

async function findAsked(deps: Deps, token: string): Promise<Result<Asked, Refusal>> {
  const found = /^[\w-]{43}$/.test(token) ? await deps.store.contacts.byToken(digestOf(token)) : undefined;
  return found && found.tokenExpiresAt > deps.now() ? ok(found) : refuse({ code: 'notFound' });
}

const askedView = async (deps: Deps, { tenantId, address, locale }: Asked): Promise<ContactAsked> => ({
  organisation: await deps.directory.tenantName(tenantId),
  address,
  locale,
});

const is =
  (address: string) =>
  (consent: ContactConsent): boolean =>
    consent.address === address.toLowerCase();

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
