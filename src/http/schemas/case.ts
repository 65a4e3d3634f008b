import * as z from 'zod';
import type {
  ActorView,
  CaseSummary,
  CaseView,
  ChangeView,
  ContactView,
  DetailView,
  FiledView,
  FileView,
  PartView,
  PutView,
  ReasonView,
  SupportView,
  TargetView,
  TimelineEntry,
} from '../../app/views.ts';
import { actions } from '../../domain/access/policy.ts';
import type { CaseEvent, Side } from '../../domain/case/events.ts';
import { closings, statuses, steps } from '../../domain/case/lifecycle.ts';
import { charges } from '../../domain/case/support-state.ts';
import { severities } from '../../domain/catalogue/attributes.ts';
import { categories } from '../../domain/catalogue/desk.ts';
import { deskIds } from '../../domain/catalogue/desks.ts';
import type { FormValues } from '../../domain/catalogue/field.ts';
import { contactStates } from '../../domain/notice/contact.ts';
import { outageStates } from '../../domain/outage/outage.ts';
import { instant, personView, tenantView, uuid } from './person.ts';

export const deskId = z.enum(deskIds);
const side = z.enum(['customer', 'partner', 'desk', 'service'] as const satisfies readonly Side[]);
const eventType = z.enum([
  'opened',
  'commented',
  'called',
  'noted',
  'assigned',
  'statusChanged',
  'edited',
  'escalated',
  'supported',
  'partMade',
  'partOf',
  'partClosed',
  'partReopened',
  'transferred',
  'moved',
  'severityChanged',
  'staged',
  'corrected',
  'targetNear',
  'targetMissed',
  'reminded',
  'mergedInto',
  'mergedFrom',
  'outageLinked',
  'outageUnlinked',
  'improperMarked',
  'improperUnmarked',
] as const satisfies readonly CaseEvent['type'][]);
export const category = z.enum(categories);

export const fileView: z.ZodType<FileView> = z.object({ id: uuid, name: z.string(), contentType: z.string(), size: z.int() });
const actorView: z.ZodType<ActorView> = z.object({ name: z.string(), side, you: z.boolean() });
const detailView: z.ZodType<DetailView> = z.object({ field: z.string(), label: z.string(), text: z.string() });
const contactView: z.ZodType<ContactView> = z.object({ address: z.string(), state: z.enum(contactStates), note: z.string().nullable() });
const reasonView: z.ZodType<ReasonView> = z.object({ id: z.string(), label: z.string() });
const targetView: z.ZodType<TargetView> = z.union([
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.enum(['running', 'near', 'met', 'breached']),
    dueAt: instant,
    clock: z.enum(['aroundTheClock', 'businessHours']).nullable(),
  }),
]);

const filedView: z.ZodType<FiledView> = z.object({
  desk: deskId,
  caseType: z.string(),
  name: z.string(),
  details: z.array(detailView),
});
const changeView: z.ZodType<ChangeView> = z.object({
  field: z.string().describe('A field of the form, or `requester`, `caseType`, `severity`'),
  label: z.string(),
  from: z.string(),
  to: z.string(),
});

export const timelineEntry: z.ZodType<TimelineEntry> = z.object({
  seq: z.int(),
  at: instant,
  type: eventType,
  actor: actorView,
  summary: z.string(),
  internal: z.boolean(),
  text: z.string().nullable(),
  mentions: z.array(personView),
  changes: z.array(changeView),
  other: z
    .object({ number: z.string(), id: uuid.nullable().describe('`null` where one may not see it') })
    .nullable()
    .describe('The case that it was merged with, or is part of, or a part of it'),
  files: z.array(fileView),
  step: z.enum(steps).nullable(),
  status: z.enum(statuses).nullable(),
});

const summary = {
  id: uuid,
  number: z.string(),
  version: z.int(),
  title: z.string(),
  desk: deskId,
  caseType: z.string(),
  caseTypeName: z.string(),
  status: z.enum(statuses),
  statusText: z.string(),
  waitingOnYou: z.boolean(),
  tenant: tenantView,
  openedBy: personView,
  requester: personView,
  escalatedAt: instant.nullable(),
  assignedTo: personView.nullable(),
  openedAt: instant,
  updatedAt: instant,
  country: z.object({ code: z.string(), name: z.string() }).nullable(),
  target: targetView,
  filedByDomain: z.string().nullable().describe('The domain by which a partner without a relationship filed it, as an exception'),
};
export const caseSummary: z.ZodType<CaseSummary> = z.object(summary);

const particulars: z.ZodType<FormValues> = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ local: z.string(), zone: z.string(), instant }),
    z.object({ fileId: uuid, name: z.string(), count: z.int(), duplicates: z.int(), first: z.string() }),
    z.array(z.object({ id: uuid, name: z.string(), site: z.string() })),
  ]),
);

const putView: z.ZodType<PutView> = z.object({ text: z.string(), standing: z.enum(['waiting', 'agreed', 'notAgreed']) });
const partView: z.ZodType<PartView> = z.object({
  id: uuid.nullable().describe('`null` where one may not see it'),
  number: z.string(),
  title: z.string().nullable(),
  open: z.boolean(),
});
const supportView: z.ZodType<SupportView> = z.object({
  problem: putView.nullable(),
  solution: putView.nullable().describe('The last one that was proposed'),
  solutions: z.int(),
  charge: z.enum(charges).nullable(),
  decidesCharge: z.boolean().describe('Whether closing it comes with a decision on charging'),
  split: z
    .object({ titles: z.array(z.string()), waitsFor: z.enum(['desk', 'requester']), yours: z.boolean() })
    .nullable()
    .describe('A split that is proposed and not answered'),
  parts: z.array(partView),
  partOf: partView.nullable(),
});

export const caseView: z.ZodType<CaseView> = z.object({
  ...summary,
  category,
  categoryName: z.string(),
  deskName: z.string(),
  description: z.string(),
  severity: z.enum(severities).nullable(),
  breakFix: z.boolean().nullable(),
  supportLanguage: z.string(),
  aroundTheClock: z.boolean(),
  onBehalfOf: z.string().nullable(),
  partner: z.string().nullable().describe('The name of the partner that opened it for its organisation'),
  exception: z.string().nullable().describe('That and how it is an exception, in words'),
  stage: z.string().nullable(),
  stages: z.array(z.object({ id: z.string(), name: z.string(), state: z.enum(['done', 'now', 'ahead']) })),
  proposed: z.enum(closings).nullable().describe('The closing that the stage suggests'),
  locked: z.boolean().describe('The stage keeps everybody from editing and cancelling'),
  support: supportView.nullable().describe('How far a support incident is'),
  particulars,
  details: z.array(detailView),
  filed: z.array(filedView),
  missing: z.array(z.string()),
  contacts: z.array(contactView),
  files: z.array(fileView),
  closed: z.object({ at: instant, by: actorView, step: z.enum(closings), reason: z.string().nullable(), summary: z.string() }).nullable(),
  reopenableUntil: instant.nullable(),
  timeline: z.array(timelineEntry),
  earlierEntries: z.int(),
  permitted: z.array(z.enum(actions)),
  closers: z.string().nullable(),
  outage: z
    .object({ id: uuid.nullable().describe('For engineers'), title: z.string(), state: z.enum(outageStates), text: z.string() })
    .nullable()
    .describe('The known outage that the case is part of'),
  reasons: z.record(z.enum(closings), z.array(reasonView)),
  actingAs: z.string(),
});
