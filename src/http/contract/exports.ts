import { content, type Operation } from '../operation.ts';
import { deliveryQuery } from '../schemas/delivery.ts';
import { packQuery } from '../schemas/pack.ts';
import * as given from '../schemas/parameters.ts';
import { partnerQuery } from '../schemas/partner.ts';
import { boardQuery, caseReportQuery, dimension, escalationReportQuery } from '../schemas/report.ts';
import { roomQuery } from '../schemas/room.ts';
import { tenantQuery } from '../schemas/tenant.ts';

/** A list as a spreadsheet opens it, beside the list itself and answered to whoever may see that. */
const sheet = {
  method: 'GET',
  answers: { 200: content },
  produces: { 'text/csv': null },
} as const;
const how = 'UTF-8 with a byte order mark, in the reader’s language, semicolons between cells in French; at most 10,000 rows';

/** G-16: lists as CSV. */
export const exportOperations = {
  exportCases: {
    ...sheet,
    path: '/cases.csv',
    summary: `A list of cases as CSV: ${how}`,
    query: given.listQuery.omit({ cursor: true, limit: true }),
    problems: ['invalid', 'notAllowed', 'mistypedNumber'],
  },
  exportDrafts: { ...sheet, path: '/drafts.csv', summary: 'Forms begun and not sent, as CSV', problems: [] },
  exportDeliveries: {
    ...sheet,
    path: '/deliveries.csv',
    summary: 'Notices that could not be delivered, as CSV',
    action: 'seeDeliveries',
    query: deliveryQuery.pick({ caseId: true }),
    problems: ['notAllowed', 'invalid'],
  },
  exportFeedback: {
    ...sheet,
    path: '/feedback.csv',
    summary: 'What people of the organisation said, as CSV',
    action: 'readFeedback',
    problems: ['notAllowed'],
  },
  exportGrants: {
    ...sheet,
    path: '/organisation/grants.csv',
    summary: 'The roles given in the app, as CSV',
    action: 'manageGrants',
    problems: ['notAllowed'],
  },
  exportChannels: {
    ...sheet,
    path: '/channels.csv',
    summary: 'Channels that are told of cases, as CSV',
    action: 'subscribeChannel',
    problems: ['notAllowed'],
  },
  exportIntegrations: {
    ...sheet,
    path: '/integrations.csv',
    summary: 'Credentials of the organisation’s systems, without their secrets, as CSV',
    action: 'manageMachines',
    problems: ['notAllowed'],
  },
  exportWebhooks: {
    ...sheet,
    path: '/webhooks.csv',
    summary: 'Webhooks, without their secrets, as CSV',
    action: 'manageWebhooks',
    problems: ['notAllowed'],
  },
  exportTenants: {
    ...sheet,
    path: '/tenants.csv',
    summary: 'Organisations that the desk serves, as CSV',
    action: 'manageTenants',
    query: tenantQuery.pick({ state: true, q: true }),
    problems: ['notAllowed'],
  },
  exportReplies: {
    ...sheet,
    path: '/replies.csv',
    summary: 'Saved replies of one’s desks, as CSV',
    action: 'useReplies',
    problems: ['notAllowed'],
  },
  exportRooms: {
    ...sheet,
    path: '/rooms.csv',
    summary: 'Meeting rooms with how each is, as CSV',
    action: 'seeRooms',
    query: roomQuery.omit({ cursor: true, limit: true }),
    problems: ['notAllowed', 'invalid'],
  },
  exportRoomAssignments: {
    ...sheet,
    path: '/room-assignments.csv',
    summary: 'Rooms that partners look after, as CSV',
    action: 'assignRooms',
    problems: ['notAllowed'],
  },
  exportPacks: {
    ...sheet,
    path: '/packs.csv',
    summary: 'Packs that one bought or may use, or for leads of the desk what customers bought, as CSV',
    query: packQuery.omit({ cursor: true }),
    problems: ['notAllowed', 'invalid'],
  },
  exportPartners: {
    ...sheet,
    path: '/partners.csv',
    summary: 'What the desk has on record of partners, as CSV',
    query: partnerQuery.omit({ cursor: true }),
    problems: ['notAllowed', 'invalid'],
  },
  exportOutages: {
    ...sheet,
    path: '/outages.csv',
    summary: 'Outages of one’s desks, as CSV',
    action: 'workOutages',
    problems: ['notAllowed'],
  },
  exportCaseReport: {
    ...sheet,
    path: '/reports/cases.csv',
    summary: 'Cases in numbers, by one of their sides, as CSV',
    action: 'seeReports',
    query: caseReportQuery.extend({ by: dimension }),
    problems: ['notAllowed', 'invalid'],
  },
  exportRoomReport: {
    ...sheet,
    path: '/reports/rooms.csv',
    summary: 'Rooms in numbers, as CSV',
    action: 'seeReports',
    problems: ['notAllowed'],
  },
  exportPackReport: {
    ...sheet,
    path: '/reports/packs.csv',
    summary: 'Incidents left in packs, as CSV',
    action: 'seeReports',
    problems: ['notAllowed'],
  },
  exportEscalationReport: {
    ...sheet,
    path: '/reports/escalations.csv',
    summary: 'Partners’ escalations and how many of them were improper, as CSV',
    action: 'seeReports',
    query: escalationReportQuery,
    problems: ['notAllowed', 'invalid'],
  },
  exportCustomerBoard: {
    ...sheet,
    path: '/customers/board.csv',
    summary: 'A partner’s customers and how its cases for each stand, as CSV',
    query: boardQuery.pick({ q: true }),
    problems: ['notAllowed', 'invalid'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
