import * as z from 'zod';
import { content, type Operation } from '../operation.ts';
import { auditQuery, auditTrail } from '../schemas/audit.ts';
import { caseSummary, caseView } from '../schemas/case.ts';
import * as machine from '../schemas/machine.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** Credentials for a tenant's own systems: its administrators make and end them, and only the systems use them. */
export const machineOperations = {
  listIntegrations: {
    method: 'GET',
    path: '/integrations',
    summary: 'Credentials of the organisation’s systems, newest first',
    action: 'manageMachines',
    answers: { 200: z.object({ items: z.array(machine.machineView) }) },
    problems: ['notAllowed'],
  },
  createIntegration: {
    method: 'POST',
    path: '/integrations',
    summary: 'Makes a credential; its secret is shown this once',
    action: 'manageMachines',
    body: machine.creating,
    answers: { 201: machine.shownSecret },
    problems: [...writing, 'notAllowed', 'limitReached'],
  },
  rotateIntegration: {
    method: 'POST',
    path: '/integrations/{id}/rotate',
    summary: 'Makes a new secret, beside which the one before is taken for some hours',
    action: 'manageMachines',
    params: given.byId,
    body: machine.rotating,
    answers: { 200: machine.shownSecret },
    problems: [...writing, 'notFound', 'notAllowed', 'outdated'],
  },
  revokeIntegration: {
    method: 'DELETE',
    path: '/integrations/{id}',
    summary: 'Ends a credential at once',
    action: 'manageMachines',
    params: given.byId,
    answers: { 200: machine.machineView },
    problems: ['notFound', 'notAllowed', 'outdated'],
  },
  listCasesAsMachine: {
    method: 'GET',
    path: '/machines/cases',
    summary: 'A page of the organisation’s cases, newest change first',
    machine: 'cases:read',
    query: machine.machineListQuery,
    answers: { 200: z.object({ items: z.array(caseSummary), next: z.string().nullable() }) },
    problems: ['invalid', 'mistypedNumber'],
  },
  getCaseAsMachine: {
    method: 'GET',
    path: '/machines/cases/{id}',
    summary: 'A case of the organisation by its id or its number',
    machine: 'cases:read',
    params: given.byIdOrNumber,
    answers: { 200: caseView },
    problems: ['notFound', 'mistypedNumber'],
  },
  exportAuditAsMachine: {
    method: 'GET',
    path: '/machines/audit',
    summary: 'The organisation’s audit trail as a file, oldest row first; at most 100,000 rows, more after the last',
    machine: 'audit:read',
    query: auditQuery,
    answers: { 200: content },
    produces: { 'application/json': auditTrail, 'text/csv': null },
    problems: [],
  },
} as const satisfies Readonly<Record<string, Operation>>;
