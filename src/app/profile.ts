import * as z from 'zod';
import type { Principal } from '../domain/access/principal.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Fault } from '../domain/faults.ts';
import { locales } from '../domain/i18n/index.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { unreadable } from '../domain/text.ts';
import { isZone } from '../domain/time/local-date-time.ts';
import type { Deps } from './deps.ts';
import { principalOf } from './people.ts';
import type { Profile } from './ports.ts';

/** PN-15. `email` is the one in use; a changed one waits in `unconfirmedEmail` until it is confirmed. */
export interface ProfileView {
  readonly displayName: string;
  readonly email: string;
  readonly unconfirmedEmail: string | null;
  readonly phone: string | null;
  readonly locale: 'en' | 'fr';
  readonly timeZone: string;
  readonly notices: { readonly chat: boolean; readonly email: boolean };
}

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
  notices: z.strictObject({ chat: z.boolean(), email: z.boolean() }).optional(),
});

const faults: Readonly<Record<string, (value: unknown) => Fault>> = {
  displayName: () => ({ is: 'tooLong', max: 100 }),
  email: (value) => ({ is: 'notAnEmail', value: typeof value === 'string' ? value.slice(0, 100) : '' }),
};

const blank: Profile = {
  displayName: null,
  email: null,
  unconfirmedEmail: null,
  phone: null,
  locale: null,
  timeZone: null,
  notices: { chat: true, email: true },
};

export async function profileOf(deps: Deps, by: Principal): Promise<ProfileView> {
  return viewOf(by, (await deps.store.profiles.find(by.tenantId, by.personId)) ?? blank);
}

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
  const before = (await deps.store.profiles.find(by.tenantId, by.personId)) ?? blank;
  const { displayName, email, phone, locale, timeZone, notices } = parsed.data;
  const after: Profile = {
    displayName: displayName === undefined ? before.displayName : displayName || null,
    email: before.email,
    unconfirmedEmail: email === undefined ? before.unconfirmedEmail : email.toLowerCase() === by.email.toLowerCase() ? null : email,
    phone: phone === undefined ? before.phone : phone || null,
    locale: locale ?? before.locale,
    timeZone: timeZone ?? before.timeZone,
    notices: notices ?? before.notices,
  };
  await deps.store.profiles.save(by.tenantId, by.personId, after);
  // Read again: a name that was taken back is the directory's.
  return ok(viewOf((await principalOf(deps, by.tenantId, by.personId, by)) ?? by, after));
}

const viewOf = (by: Principal, { unconfirmedEmail, phone, notices }: Profile): ProfileView => ({
  displayName: by.name,
  email: by.email,
  unconfirmedEmail,
  phone,
  locale: by.locale,
  timeZone: by.timeZone,
  notices,
});
