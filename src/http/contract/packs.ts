import type { Operation } from '../operation.ts';
import { foundPeople } from '../schemas/organisation.ts';
import * as pack from '../schemas/pack.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

const deciding = (step: 'approve' | 'decline', summary: string) =>
  ({
    method: 'POST',
    path: `/packs/recoveries/{id}/${step}`,
    summary,
    action: 'managePacks',
    params: given.byId,
    body: pack.recoveryDecision,
    answers: { 200: pack.recoveryView },
    problems: [...writing, 'notAllowed', 'notFound', 'outdated'],
  }) as const;

/** PS-7: packs of incidents. Leads of the desk record what was bought; those who bought it see and share it. */
export const packOperations = {
  listPacks: {
    method: 'GET',
    path: '/packs',
    summary: 'Packs that one bought or may use; for leads of the desk what customers bought, newest first',
    query: pack.packQuery,
    answers: { 200: pack.packPage },
    problems: ['notAllowed'],
  },
  recordPack: {
    method: 'POST',
    path: '/packs',
    summary: 'Records a pack that a person of a customer bought',
    action: 'managePacks',
    body: pack.purchase,
    answers: { 201: pack.packView },
    problems: [...writing, 'notAllowed'],
  },
  namePackPeople: {
    method: 'PUT',
    path: '/packs/{id}/people',
    summary: 'Says who may use a pack besides the account that bought it',
    params: given.byId,
    headers: given.onRule,
    body: pack.packPeople,
    answers: { 200: pack.packView },
    problems: [...writing, 'notFound', 'preconditionRequired', 'outdated', 'limitReached'],
  },
  findPackPeople: {
    method: 'GET',
    path: '/packs/people',
    summary: 'People to name: of one’s own organisation, or for leads of the desk of a customer',
    query: pack.peopleQuery,
    answers: { 200: foundPeople },
    problems: ['notAllowed', 'notFound'],
  },
  listPackRecoveries: {
    method: 'GET',
    path: '/packs/recoveries',
    summary: 'One’s own requests for packs of somebody who left; for leads of the desk those that wait',
    answers: { 200: pack.recoveries },
    problems: ['notAllowed'],
  },
  recoverPack: {
    method: 'POST',
    path: '/packs/recoveries',
    summary: 'Asks for the pack of a purchasing account that left, by its order confirmation number',
    body: pack.recoveryAsked,
    answers: { 201: pack.recoveryView },
    problems: [...writing, 'notAllowed'],
  },
  approvePackRecovery: deciding('approve', 'Makes whoever asked the purchasing account of the pack'),
  declinePackRecovery: deciding('decline', 'Leaves the pack as it is'),
} as const satisfies Readonly<Record<string, Operation>>;
