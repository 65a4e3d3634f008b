import { listsFor } from '../../app/cases/queries.ts';
import { exportCases } from '../../app/exports/cases.ts';
import * as lists from '../../app/exports/lists.ts';
import * as records from '../../app/exports/records.ts';
import * as reports from '../../app/exports/reports.ts';
import type { ListFile } from '../../app/exports/sheet.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { exportOperations } from '../contract/exports.ts';
import type { Handlers } from '../contract.ts';

const type = 'text/csv; charset=utf-8';

async function sent(file: Promise<Result<ListFile, Refusal>>) {
  const made = await file;
  if (!made.ok) return made;
  const { name, content } = made.value;
  return ok({ status: 200 as const, body: { file: { name }, type, content } });
}

export const exportHandlers: Pick<Handlers, keyof typeof exportOperations> = {
  exportCases: ({
    deps,
    by,
    query: { q, list = listsFor(by)[0] ?? 'mine', desk = null, country = null, customer = null, status = null, state },
  }) => sent(exportCases(deps, by, { list, state, words: q || null, desk, country, customer, status })),
  exportDrafts: ({ deps, by }) => sent(lists.exportDrafts(deps, by)),
  exportDeliveries: ({ deps, by, query: { caseId = null } }) => sent(lists.exportDeliveries(deps, by, caseId)),
  exportFeedback: ({ deps, by }) => sent(lists.exportFeedback(deps, by)),
  exportGrants: ({ deps, by }) => sent(lists.exportGrants(deps, by)),
  exportChannels: ({ deps, by }) => sent(lists.exportChannels(deps, by)),
  exportIntegrations: ({ deps, by }) => sent(lists.exportIntegrations(deps, by)),
  exportWebhooks: ({ deps, by }) => sent(lists.exportWebhooks(deps, by)),
  exportTenants: ({ deps, by, query: { state = null, q } }) => sent(lists.exportTenants(deps, by, { state, words: q || null })),
  exportReplies: ({ deps, by }) => sent(lists.exportReplies(deps, by)),
  exportRooms: ({ deps, by, query: { q, unhealthy, takenOut, tenant = null } }) =>
    sent(
      records.exportRooms(deps, by, {
        ...{ words: q || null, tenantId: tenant, unhealthy: unhealthy === 'true', takenOut: takenOut === 'true' },
      }),
    ),
  exportRoomAssignments: ({ deps, by }) => sent(records.exportRoomAssignments(deps, by)),
  exportPacks: ({ deps, by, query: { tenant = null } }) => sent(records.exportPacks(deps, by, tenant)),
  exportPartners: ({ deps, by, query: { q } }) => sent(records.exportPartners(deps, by, q || null)),
  exportOutages: ({ deps, by }) => sent(records.exportOutages(deps, by)),
  exportCaseReport: ({ deps, by, query: { days, desk = null, by: dimension } }) =>
    sent(reports.exportCaseReport(deps, by, { days, desk, dimension })),
  exportRoomReport: ({ deps, by }) => sent(reports.exportRoomReport(deps, by)),
  exportPackReport: ({ deps, by }) => sent(reports.exportPackReport(deps, by)),
  exportEscalationReport: ({ deps, by, query }) => sent(reports.exportEscalationReport(deps, by, query.days)),
  exportCustomerBoard: ({ deps, by, query }) => sent(reports.exportCustomerBoard(deps, by, query.q || null)),
};
