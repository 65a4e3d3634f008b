import * as z from 'zod';
import { caseOperations } from './contract/cases.ts';
import { channelOperations } from './contract/channels.ts';
import { deliveryOperations } from './contract/deliveries.ts';
import { deskOperations } from './contract/desk.ts';
import { draftOperations } from './contract/drafts.ts';
import { exportOperations } from './contract/exports.ts';
import { fileOperations } from './contract/files.ts';
import { machineOperations } from './contract/machines.ts';
import { monitoringOperations } from './contract/monitoring.ts';
import { operatorOperations } from './contract/operator.ts';
import { organisationOperations } from './contract/organisation.ts';
import { outageOperations } from './contract/outages.ts';
import { packOperations } from './contract/packs.ts';
import { partnerOperations } from './contract/partners.ts';
import { personOperations } from './contract/person.ts';
import { replyOperations } from './contract/replies.ts';
import { reportOperations } from './contract/reports.ts';
import { roomOperations } from './contract/rooms.ts';
import { setUpOperations } from './contract/setup.ts';
import { webhookOperations } from './contract/webhooks.ts';
import type { Handler, Operation } from './operation.ts';

export type { DraftSummary } from '../app/cases/drafts.ts';
export type { PackView } from '../app/entitlements/pack-view.ts';
export type { RecoveryView } from '../app/entitlements/recoveries.ts';
export type { HealthView } from '../app/health/health.ts';
export type { DeliveryView } from '../app/notices/deliveries.ts';
export type { LateView } from '../app/notices/late.ts';
export type { SubscriptionChoices, SubscriptionView } from '../app/notices/subscriptions.ts';
export type { MachineView, ShownSecret } from '../app/organisation/machines.ts';
export type { ShownWebhookSecret, WebhookTest, WebhookView } from '../app/organisation/webhooks.ts';
export type { OutageRow, OutageView, UpdateView } from '../app/outages/present.ts';
export type { CustomerView } from '../app/partners/customers.ts';
export type { PartnerView } from '../app/partners/records.ts';
export type { ProfileView } from '../app/people/profile.ts';
export type { Feedback, FoundPerson, OwnProfile } from '../app/ports.ts';
export type { FilledReply, ReplyChoices } from '../app/replies/for-case.ts';
export type { ReplyView } from '../app/replies/replies.ts';
export type { CaseReport } from '../app/reports/case-report.ts';
export type { Board, BoardRow } from '../app/reports/customer-board.ts';
export type { EscalationReport, PackReport, RoomReport } from '../app/reports/other-reports.ts';
export type { AssignmentView } from '../app/rooms/assignments.ts';
export type { ImportReport } from '../app/rooms/import.ts';
export type { PastIncidentView, RoomIncidentView, RoomPage, RoomView } from '../app/rooms/room-view.ts';
export type { SetUpView } from '../app/set-up/set-up-check.ts';
export type { TenantView } from '../app/tenants/tenants.ts';
export type {
  ActorView,
  CaseSummary,
  CaseView,
  DetailView,
  FileView,
  ListName,
  MeView,
  Page,
  PersonView,
  ReasonView,
  TargetView,
  TimelineEntry,
} from '../app/views.ts';
export type { PersonRef } from '../domain/case/events.ts';
export type { NumberListReport } from '../domain/numbers/report.ts';
export type { BatchResult } from './schemas/change.ts';
export type { CaseTypeView, Catalogue, DeskView } from './schemas/desk.ts';
export type { DraftAnswer, DraftAnswer as DraftView, ListAnswer } from './schemas/draft.ts';
export type { ClosingRuleAnswer, GrantAnswer, LeaverNamesAnswer } from './schemas/organisation.ts';
export type { IssueView, Problem, ProblemCode, SubjectView } from './schemas/problem.ts';

export const basePath = '/api/v1';

/** The whole REST API. An endpoint is a row in `contract/` and its handler in `handlers/`. */
export const operations = {
  ...personOperations,
  ...draftOperations,
  ...caseOperations,
  ...fileOperations,
  ...machineOperations,
  ...monitoringOperations,
  ...webhookOperations,
  ...operatorOperations,
  ...setUpOperations,
  ...replyOperations,
  ...roomOperations,
  ...reportOperations,
  ...outageOperations,
  ...packOperations,
  ...partnerOperations,
  ...channelOperations,
  ...deskOperations,
  ...deliveryOperations,
  ...organisationOperations,
  ...exportOperations,
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    open: true,
    answers: { 200: z.record(z.string(), z.unknown()) },
    problems: [],
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
/** One handler for each row: a row without one, or with a wrong answer, does not compile. */
export type Handlers = { readonly [N in OperationName]: Handler<Operations[N]> };
