import { caseReport } from '../../app/reports/case-report.ts';
import { customerBoard } from '../../app/reports/customer-board.ts';
import { escalationReport, packReport, roomReport } from '../../app/reports/other-reports.ts';
import { ok } from '../../domain/result.ts';
import type { reportOperations } from '../contract/reports.ts';
import type { Handlers } from '../contract.ts';

export const reportHandlers: Pick<Handlers, keyof typeof reportOperations> = {
  getCaseReport: async ({ deps, by, query: { days, desk = null } }) => {
    const report = await caseReport(deps, by, { days, desk });
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  getRoomReport: async ({ deps, by }) => {
    const report = await roomReport(deps, by);
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  getPackReport: async ({ deps, by }) => {
    const report = await packReport(deps, by);
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  getEscalationReport: async ({ deps, by, query: { days } }) => {
    const report = await escalationReport(deps, by, days);
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  getCustomerBoard: async ({ deps, by, query: { q, cursor = null, limit } }) => {
    const board = await customerBoard(deps, by, { words: q || null, cursor, limit });
    return board.ok ? ok({ status: 200, body: board.value }) : board;
  },
};
