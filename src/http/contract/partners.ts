import type { Operation } from '../operation.ts';
import { foundPeople } from '../schemas/organisation.ts';
import * as given from '../schemas/parameters.ts';
import * as partner from '../schemas/partner.ts';
import { writing } from './writing.ts';

/** CS-3, CS-5, CS-10: what the desk has on record of partners. */
export const partnerOperations = {
  listPartners: {
    method: 'GET',
    path: '/partners',
    summary: 'What the desk has on record of one’s own organisation; for leads of the desk of every partner, by name',
    query: partner.partnerQuery,
    answers: { 200: partner.partnerPage },
    problems: ['notAllowed'],
  },
  recordPartner: {
    method: 'PUT',
    path: '/partners/{id}',
    summary: 'Records a partner’s support contract, provider and grants',
    action: 'managePartners',
    params: given.byId,
    headers: given.onRule,
    body: partner.partnerGiven,
    answers: { 200: partner.partnerView },
    problems: [...writing, 'notAllowed', 'notFound', 'preconditionRequired', 'outdated'],
  },
  recordPlan: {
    method: 'PUT',
    path: '/partners/{id}/plan',
    summary: 'Asks a partner for a remediation plan, or changes it; on the version of `escalations`',
    action: 'managePartners',
    params: given.byId,
    headers: given.onRule,
    body: partner.planGiven,
    answers: { 200: partner.partnerView },
    problems: [...writing, 'notAllowed', 'notFound', 'preconditionRequired', 'outdated'],
  },
  findPartnerPeople: {
    method: 'GET',
    path: '/partners/{id}/people',
    summary: 'Members of a partner by name or address',
    action: 'managePartners',
    params: given.byId,
    query: partner.partnerPeopleQuery,
    answers: { 200: foundPeople },
    problems: ['notAllowed', 'notFound', 'invalid'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
