import type { Operation } from '../operation.ts';
import * as outage from '../schemas/outage.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** AG-4: one cause of many cases. Cases are linked to it by their own commands, `linkOutage` and `unlinkOutage`. */
export const outageOperations = {
  listOutages: {
    method: 'GET',
    path: '/outages',
    summary: 'Outages of the desks one works for: those that go on first, then newest first',
    action: 'workOutages',
    answers: { 200: outage.outageRows },
    problems: ['notAllowed'],
  },
  openOutage: {
    method: 'POST',
    path: '/outages',
    summary: 'Opens an outage at a desk',
    action: 'workOutages',
    body: outage.outageGiven,
    answers: { 201: outage.outageView },
    problems: [...writing, 'notAllowed'],
  },
  getOutage: {
    method: 'GET',
    path: '/outages/{id}',
    summary: 'An outage with its cases, and what was written on them',
    action: 'workOutages',
    params: given.byId,
    answers: { 200: outage.outageView },
    problems: ['notFound'],
  },
  changeOutage: {
    method: 'PUT',
    path: '/outages/{id}',
    summary: 'Changes the words of an outage',
    action: 'workOutages',
    params: given.byId,
    headers: given.onRule,
    body: outage.outageChange,
    answers: { 200: outage.outageView },
    problems: [...writing, 'notFound', 'preconditionRequired', 'outdated'],
  },
  postOutageUpdate: {
    method: 'POST',
    path: '/outages/{id}/updates',
    summary: 'Writes the same comment on every open case that is linked; up to 50 are reached at once, the rest by sending it on',
    action: 'workOutages',
    params: given.byId,
    headers: given.keyed,
    body: outage.updateGiven,
    answers: { 200: outage.outageView },
    problems: [...writing, 'notFound', 'alreadyUsed', 'outdated'],
  },
  sendOutageUpdate: {
    method: 'POST',
    path: '/outages/{id}/updates/{updateId}/send',
    summary: 'Goes on with the next 50 cases that an update has not reached; each has it once',
    action: 'workOutages',
    params: outage.byUpdate,
    answers: { 200: outage.outageView },
    problems: ['notFound'],
  },
  resolveOutage: {
    method: 'POST',
    path: '/outages/{id}/resolve',
    summary: 'Says that the outage is over, and resolves its open cases where asked',
    action: 'workOutages',
    params: given.byId,
    headers: given.onRule.extend(given.keyed.shape),
    body: outage.endGiven,
    answers: { 200: outage.outageView },
    problems: [...writing, 'notFound', 'preconditionRequired', 'outdated', 'alreadyUsed'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
