import * as z from 'zod';
import type { Operation } from '../operation.ts';
import { deliveryQuery, deliveryView, lateView } from '../schemas/delivery.ts';
import * as given from '../schemas/parameters.ts';

/** Notices that were given up, or are late; for engineers. */
export const deliveryOperations = {
  listDeliveries: {
    method: 'GET',
    path: '/deliveries',
    summary: 'Notices that could not be delivered, latest first, with the reason; for the engineers of their desks',
    action: 'seeDeliveries',
    query: deliveryQuery,
    answers: { 200: z.object({ items: z.array(deliveryView), next: z.string().nullable() }) },
    problems: ['notAllowed', 'invalid'],
  },
  listLateNotices: {
    method: 'GET',
    path: '/deliveries/late',
    summary:
      'The ways in which notices wait longer than they should, since when, and how many; for engineers, of all organisations together',
    action: 'seeDeliveries',
    answers: { 200: z.object({ items: z.array(lateView) }) },
    problems: ['notAllowed'],
  },
  sendDeliveryAgain: {
    method: 'POST',
    path: '/deliveries/{id}/again',
    summary: 'Sends a notice again that could not be delivered',
    action: 'seeDeliveries',
    params: given.byId,
    answers: { 204: null },
    problems: ['notAllowed', 'notFound'],
  },
  dropDelivery: {
    method: 'DELETE',
    path: '/deliveries/{id}',
    summary: 'Drops a notice that could not be delivered',
    action: 'seeDeliveries',
    params: given.byId,
    answers: { 204: null },
    problems: ['notAllowed', 'notFound'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
