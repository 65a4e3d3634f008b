import type { Operation } from '../operation.ts';
import * as report from '../schemas/report.ts';

/** What engineers and administrators are shown in numbers, and the partner's board over its customers (G-4). */
export const reportOperations = {
  getCaseReport: {
    method: 'GET',
    path: '/reports/cases',
    summary: 'Cases in numbers, by desk, status, severity, age and first response: one’s desks’, or one’s organisation’s',
    action: 'seeReports',
    query: report.caseReportQuery,
    answers: { 200: report.caseReport },
    problems: ['notAllowed', 'invalid'],
  },
  getRoomReport: {
    method: 'GET',
    path: '/reports/rooms',
    summary: 'Rooms in use and how many are out of order, by place',
    action: 'seeReports',
    answers: { 200: report.roomReport },
    problems: ['notAllowed'],
  },
  getPackReport: {
    method: 'GET',
    path: '/reports/packs',
    summary: 'Incidents left in packs, by organisation',
    action: 'seeReports',
    answers: { 200: report.packReport },
    problems: ['notAllowed'],
  },
  getEscalationReport: {
    method: 'GET',
    path: '/reports/escalations',
    summary: 'Partners’ escalations and how many of them were improper, by partner',
    action: 'seeReports',
    query: report.escalationReportQuery,
    answers: { 200: report.escalationReport },
    problems: ['notAllowed', 'invalid'],
  },
  getCustomerBoard: {
    method: 'GET',
    path: '/customers/board',
    summary: 'A partner’s customers with how its cases for each stand, the most pressing first',
    query: report.boardQuery,
    answers: { 200: report.board },
    problems: ['notAllowed', 'invalid'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
