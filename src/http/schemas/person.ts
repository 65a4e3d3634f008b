import * as z from 'zod';
import type { ProfileView } from '../../app/profile.ts';
import { listNames, type MeView, type PersonView } from '../../app/views.ts';
import { roles } from '../../domain/access/principal.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import { locales } from '../../domain/i18n/index.ts';

export const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();

export const personRef: z.ZodType<PersonRef> = z.object({ id: z.string(), name: z.string() });
export const personView: z.ZodType<PersonView> = z.object({ id: z.string(), name: z.string(), you: z.boolean() });
export const tenantView = z.object({ id: z.string(), name: z.string() });

export const meView: z.ZodType<MeView> = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  tenant: tenantView,
  roles: z.array(z.enum(roles)),
  views: z.array(z.enum(listNames)),
  mayOpen: z.boolean(),
  mayReadFeedback: z.boolean(),
  locale: z.enum(locales),
  timeZone: z.string(),
  counts: z.object({ open: z.int(), waiting: z.int() }),
  actingAs: z.string(),
});

export const profileView: z.ZodType<ProfileView> = z.object({
  displayName: z.string(),
  email: z.string(),
  unconfirmedEmail: z.string().nullable(),
  phone: z.string().nullable(),
  locale: z.enum(locales),
  timeZone: z.string(),
  notices: z.object({ chat: z.boolean(), email: z.boolean() }),
});
