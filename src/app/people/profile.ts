import * as z from 'zod';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Fault } from '../../domain/faults.ts';
import { locales } from '../../domain/i18n/index.ts';
import { neverQuiet } from '../../domain/notice/quiet.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { unreadable } from '../../domain/text.ts';
import { isZone } from '../../domain/time/local-date-time.ts';
import type { Deps } from '../deps.ts';
import type { Profile, TenantTransaction } from '../ports.ts';
import { choices, quietTime, summaryTime } from './choices.ts';
import { auditOf, sendCode } from './confirmation.ts';
import { blankProfile, changedProfileOf, type ProfileView } from './profile-view.ts';

export { type ProfileView, profileOf } from './profile-view.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((s) => !unreadable(s) && !/[\r\n\t]/.test(s));

/** What a person may change about themselves; what is left out stays. */
export const profileChange = z.strictObject({
  displayName: line(100).optional(),
  email: z.email().max(254).optional(),
  phone: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .regex(/^\+?[\d\s().-]{4,30}$/),
    ])
    .nullable()
    .optional(),
  locale: z.enum(locales).optional(),
  timeZone: z.string().max(64).refine(isZone).optional(),
  notices: choices.optional(),
  quiet: quietTime.optional(),
  summary: summaryTime.nullable().optional(),
});
type Change = z.output<typeof profileChange>;

const faults: Readonly<Record<string, (value: unknown) => Fault>> = {
  displayName: () => ({ is: 'tooLong', max: 100 }),
  email: (value) => ({ is: 'notAnEmail', value: typeof value === 'string' ? value.slice(0, 100) : '' }),
};

/** Changes what is given. A new address waits for its code, which leaves with the change or not at all. */
export async function changeProfile(deps: Deps, by: Principal, change: unknown): Promise<Result<ProfileView, Refusal>> {
  const parsed = profileChange.safeParse(change);
  if (!parsed.success) {
    const given = (change ?? {}) as Record<string, unknown>;
    const issues = parsed.error.issues.map(({ path: [first] }) => {
      const field = String(first ?? 'profile');
      return { field, fault: faults[field]?.(given[field]) ?? ({ is: 'malformed' } as const) };
    });
    return refuse({ code: 'invalid', issues });
  }
  const known = parsed.data.email === undefined ? undefined : await deps.directory.person(by.tenantId, by.personId);
  const changed = await deps.store.inTenant<Result<true, Refusal>>(by.tenantId, async (tx) => {
    const before = (await tx.profiles.lock(by.personId)) ?? blankProfile;
    const addresses = await addressesAfter(tx, by, before, { wanted: parsed.data.email, known });
    const fields = Object.keys(parsed.data);
    if (!addresses.ok) {
      await tx.appendAudit(auditOf(by, 'change', 'refused', { fields, code: addresses.error.code }));
      return addresses;
    }
    // Who asks for mail here takes back what they said by the link in a mail.
    if (parsed.data.notices?.email) await tx.mailRecipients.stop({ kind: 'person', id: by.personId }, false);
    await tx.profiles.save(by.personId, { ...withChange(before, parsed.data), ...addresses.value });
    await tx.appendAudit(auditOf(by, 'change', 'done', { fields }));
    return ok(true);
  });
  return changed.ok ? ok(await changedProfileOf(deps, by)) : changed;
}

const withChange = (before: Profile, { displayName, phone, locale, timeZone, notices, quiet, summary }: Change): Profile => ({
  ...before,
  displayName: displayName === undefined ? before.displayName : displayName || null,
  phone: phone === undefined ? before.phone : phone || null,
  locale: locale ?? before.locale,
  timeZone: timeZone ?? before.timeZone,
  // Who says nothing of single kinds leaves them as they are.
  notices: notices ? { ...before.notices, ...notices, except: notices.except ?? before.notices.except } : before.notices,
  ...((quiet ?? before.quiet) && { quiet: quiet ?? before.quiet ?? neverQuiet }),
  summary: summary === undefined ? (before.summary ?? null) : summary,
});

interface AddressWish {
  readonly wanted: string | undefined;
  /** The person as the directory has them: its address was theirs from the beginning. */
  readonly known: { readonly name: string; readonly email: string } | undefined;
}
type Addresses = Pick<Profile, 'email' | 'unconfirmedEmail'>;

/** PN-15: the address in use drops the one that waits, the directory's own needs no code, any other one waits for its code. */
async function addressesAfter(
  tx: TenantTransaction,
  by: Principal,
  { email, unconfirmedEmail }: Profile,
  { wanted, known }: AddressWish,
): Promise<Result<Addresses, Refusal>> {
  if (wanted === undefined || same(wanted, unconfirmedEmail)) return ok({ email, unconfirmedEmail });
  const own = same(wanted, known?.email ?? null);
  if (own || same(wanted, email)) {
    await tx.confirmations.end(by.personId);
    return ok({ email: own ? null : email, unconfirmedEmail: null });
  }
  const sent = await sendCode(tx, { by, name: known?.name ?? '', address: wanted });
  return sent.ok ? ok({ email, unconfirmedEmail: wanted }) : sent;
}

const same = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();
