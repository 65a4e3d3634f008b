import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import { listDrafts } from '../cases/drafts.ts';
import { feedbackOf } from '../cases/feedback.ts';
import type { Deps } from '../deps.ts';
import { listDeliveries } from '../notices/deliveries.ts';
import { subscriptionsFor } from '../notices/subscriptions.ts';
import { grantsFor } from '../organisation/grants.ts';
import { listMachines } from '../organisation/machines.ts';
import { listWebhooks } from '../organisation/webhooks.ts';
import type { TenantQuery } from '../ports.ts';
import { repliesFor } from '../replies/replies.ts';
import { listTenants } from '../tenants/tenants.ts';
import { exportSheet, inOnePiece, type ListFile, type Sheet, timeColumn } from './sheet.ts';

type Exported = Promise<Result<ListFile, Refusal>>;

const pageSize = 100;
const yesNo = (by: Principal, is: boolean): string => (is ? words(by.locale).cases.yes : words(by.locale).cases.no);
const several = (names: readonly string[]): string => names.join(', ');
type RowOf<L> = L extends (...args: never[]) => Promise<Result<infer Rows, Refusal>>
  ? Rows extends readonly (infer Row)[]
    ? Row
    : Rows extends { readonly items: readonly (infer Row)[] }
      ? Row
      : never
  : never;

export function exportDeliveries(deps: Deps, by: Principal, caseId: string | null): Exported {
  const { deliveries, exports } = words(by.locale);
  const time = timeColumn<RowOf<typeof listDeliveries>>(by);
  return exportSheet(deps, by, {
    list: 'deliveries',
    page: (cursor) => listDeliveries(deps, by, { caseId, cursor, limit: pageSize }),
    columns: [
      { title: exports.to, of: ({ to }) => to },
      { title: exports.channel, of: ({ channel }) => deliveries.channels[channel] },
      { title: words(by.locale).cases.attributes.number, of: (row) => row.case?.number ?? null },
      { title: exports.reason, of: ({ reason }) => reason },
      { title: exports.detail, of: ({ detail }) => detail },
      { title: exports.attempts, of: ({ attempts }) => attempts },
      time(exports.queuedAt, ({ queuedAt }) => queuedAt),
      time(exports.givenUpAt, ({ givenUpAt }) => givenUpAt),
    ],
  });
}

export function exportFeedback(deps: Deps, by: Principal): Exported {
  const { exports, bot } = words(by.locale);
  const { affections, languages } = bot.feedback;
  const time = timeColumn<RowOf<typeof feedbackOf>>(by);
  return exportSheet(deps, by, {
    list: 'feedback',
    page: inOnePiece(() => feedbackOf(deps, by)),
    columns: [
      time(exports.at, ({ at }) => at),
      { title: exports.who, of: ({ personName }) => personName },
      { title: bot.feedback.useful, of: ({ useful }) => yesNo(by, useful) },
      { title: bot.feedback.language, of: ({ language }) => (language === null ? null : languages[language]) },
      {
        title: bot.feedback.affectedBy,
        of: ({ affectedBy }) => several(affectedBy.map((id) => affections[id as keyof typeof affections] ?? id)),
      },
      { title: bot.feedback.words, of: (row) => row.words },
      { title: exports.caseId, of: ({ caseId }) => caseId },
    ],
  });
}

export function exportGrants(deps: Deps, by: Principal): Exported {
  const { exports, cases } = words(by.locale);
  const time = timeColumn<RowOf<typeof grantsFor>>(by);
  return exportSheet(deps, by, {
    list: 'grants',
    page: inOnePiece(() => grantsFor(deps, by)),
    columns: [
      { title: exports.name, of: ({ person }) => person.name },
      { title: exports.address, of: ({ person }) => person.email },
      { title: exports.role, of: ({ role }) => cases.roles[role] },
      { title: exports.by, of: (row) => row.by },
      time(exports.at, ({ at }) => at),
    ],
  });
}

export function exportChannels(deps: Deps, by: Principal): Exported {
  const { exports, channels, cases } = words(by.locale);
  const time = timeColumn<RowOf<typeof subscriptionsFor>>(by);
  return exportSheet(deps, by, {
    list: 'channels',
    page: inOnePiece(() => subscriptionsFor(deps, by)),
    columns: [
      { title: exports.name, of: ({ name }) => name },
      { title: cases.attributes.desk, of: ({ deskName }) => deskName },
      { title: cases.attributes.tenant, of: ({ customer }) => customer?.name ?? null },
      { title: channels.severities, of: ({ severities }) => several(severities) },
      { title: exports.events, of: ({ events }) => several(events.map((event) => channels.events[event])) },
      { title: channels.tab.shared, of: ({ shared }) => yesNo(by, shared) },
      time(exports.stoppedAt, ({ stoppedAt }) => stoppedAt),
    ],
  });
}

export function exportIntegrations(deps: Deps, by: Principal): Exported {
  const { exports, cases } = words(by.locale);
  const { integrations } = words(by.locale).tab;
  const time = timeColumn<RowOf<typeof listMachines>>(by);
  return exportSheet(deps, by, {
    list: 'integrations',
    page: inOnePiece(() => listMachines(deps, by)),
    columns: [
      { title: exports.name, of: ({ name }) => name },
      { title: integrations.scopes, of: ({ scopes }) => several(scopes.map((scope) => integrations.scopeNames[scope])) },
      { title: cases.attributes.status, of: ({ state }) => integrations.states[state] },
      { title: exports.by, of: ({ createdBy }) => createdBy.name },
      time(exports.createdAt, ({ createdAt }) => createdAt),
      time(exports.endsAt, ({ expiresAt, revokedAt }) => revokedAt ?? expiresAt),
      time(exports.lastUsedAt, ({ lastUsedAt }) => lastUsedAt),
    ],
  });
}

export function exportWebhooks(deps: Deps, by: Principal): Exported {
  const { exports, webhooks } = words(by.locale);
  const time = timeColumn<RowOf<typeof listWebhooks>>(by);
  return exportSheet(deps, by, {
    list: 'webhooks',
    page: inOnePiece(() => listWebhooks(deps, by)),
    columns: [
      { title: webhooks.url, of: ({ url }) => url },
      { title: webhooks.description, of: ({ description }) => description },
      { title: webhooks.events, of: ({ events }) => several(events.map((event) => webhooks.eventNames[event])) },
      time(exports.createdAt, ({ createdAt }) => createdAt),
      time(exports.lastSentAt, ({ lastSentAt }) => lastSentAt),
      time(exports.failingSince, ({ failingSince }) => failingSince),
      time(exports.stoppedAt, ({ stopped }) => stopped?.at ?? null),
    ],
  });
}

export function exportTenants(deps: Deps, by: Principal, { state, words: sought }: Pick<TenantQuery, 'state' | 'words'>): Exported {
  const { exports, cases } = words(by.locale);
  const { tenants } = words(by.locale).tab;
  const time = timeColumn<RowOf<typeof listTenants>>(by);
  return exportSheet(deps, by, {
    list: 'tenants',
    narrowed: { state, searched: sought !== null },
    page: (cursor) => listTenants(deps, by, { state, kind: null, words: sought, cursor, limit: pageSize }),
    columns: [
      { title: exports.name, of: ({ name }) => name },
      { title: exports.tenantId, of: ({ id }) => id },
      { title: exports.kind, of: ({ kind }) => tenants.kinds[kind] },
      { title: cases.attributes.status, of: (row) => tenants.states[row.state] },
      { title: exports.reason, of: ({ reason }) => reason },
      { title: exports.openCases, of: (row) => row.cases.open },
      { title: exports.allCases, of: (row) => row.cases.total },
      time(exports.registeredAt, ({ registeredAt }) => registeredAt),
      time(exports.changedAt, ({ changedAt }) => changedAt),
    ],
  });
}

export function exportDrafts(deps: Deps, by: Principal): Exported {
  const { exports, cases } = words(by.locale);
  type Draft = Awaited<ReturnType<typeof listDrafts>>[number];
  const sheet: Sheet<Draft> = {
    list: 'drafts',
    page: inOnePiece(async () => ok(await listDrafts(deps, by))),
    columns: [
      { title: exports.title, of: ({ title }) => title },
      { title: cases.attributes.caseType, of: ({ caseTypeName }) => caseTypeName },
      timeColumn<Draft>(by)(cases.attributes.updatedAt, ({ updatedAt }) => updatedAt),
    ],
  };
  return exportSheet(deps, by, sheet);
}

export function exportReplies(deps: Deps, by: Principal): Exported {
  const { exports, cases, bot } = words(by.locale);
  return exportSheet<RowOf<typeof repliesFor>>(deps, by, {
    list: 'replies',
    page: inOnePiece(() => repliesFor(deps, by)),
    columns: [
      { title: exports.title, of: ({ title }) => title },
      { title: cases.attributes.desk, of: ({ deskName }) => deskName },
      { title: bot.profile.language, of: ({ locale }) => bot.language.names[locale] },
      { title: exports.text, of: ({ text }) => text },
    ],
  });
}
