import * as z from 'zod';
import type { ProfileView } from '../../app/people/profile.ts';
import type { OwnProfile } from '../../app/ports.ts';
import { listNames, type MeView, type PersonView } from '../../app/views.ts';
import { roles } from '../../domain/access/principal.ts';
import type { PersonRef } from '../../domain/case/events.ts';
import { deskIds } from '../../domain/catalogue/desks.ts';
import { locales } from '../../domain/i18n/index.ts';
import { noticeKinds, ways } from '../../domain/notice/choices.ts';
import { summaryDays } from '../../domain/notice/summary-days.ts';

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
  desks: z.array(z.enum(deskIds)).describe('Those the reader works for'),
  views: z.array(z.enum(listNames)),
  mayOpen: z.boolean(),
  maySeeReports: z.boolean(),
  mayReadFeedback: z.boolean(),
  undelivered: z.int().nullable().describe('Notices that were given up, counted to 100; for engineers'),
  mayManageOrganisation: z.boolean(),
  mayManageChannels: z.boolean(),
  mayManageMachines: z.boolean(),
  mayManageTenants: z.boolean(),
  mayWriteReplies: z.boolean(),
  partners: z.enum(['own', 'manages']).nullable().describe('What the desk has on record of one’s own organisation, or of every partner'),
  packs: z.enum(['own', 'manages']).nullable().describe('Packs of incidents of one’s own, or of the desk’s customers'),
  packRecoveries: z.int().nullable().describe('Requests for packs that wait, counted to 100; for leads of the desk'),
  mayCheckSetUp: z.boolean(),
  maySeeRooms: z.boolean(),
  mayManageRooms: z.boolean(),
  mayAssignRooms: z.boolean(),
  locale: z.enum(locales),
  timeZone: z.string(),
  counts: z.object({ open: z.int(), waiting: z.int() }),
  actingAs: z.string(),
});

export const ownProfile: z.ZodType<OwnProfile> = z.object({ name: z.string(), email: z.string(), locale: z.enum(locales).nullable() });

const kinds = z.array(z.enum(noticeKinds)).readonly();

export const profileView: z.ZodType<ProfileView> = z.object({
  displayName: z.string(),
  email: z.string(),
  unconfirmedEmail: z.string().nullable(),
  codeWorksUntil: instant.nullable(),
  phone: z.string().nullable(),
  locale: z.enum(locales),
  timeZone: z.string(),
  notices: z.object({
    chat: z.boolean(),
    email: z.boolean(),
    feed: z.boolean(),
    except: z.object({ chat: kinds, email: kinds, feed: kinds }).describe('Kinds that are not wanted in a way that is'),
  }),
  ways: z.array(z.enum(ways)).readonly().describe('Those in which this desk can tell anybody'),
  quiet: z.object({
    hours: z.object({ from: z.string(), to: z.string() }).nullable(),
    days: z.array(z.int()).readonly(),
    email: z.boolean(),
  }),
  summary: z.object({ at: z.string(), days: z.enum(summaryDays) }).nullable(),
});
