import { listDeliveries, settleDelivery } from '../../app/notices/deliveries.ts';
import { lateNotices } from '../../app/notices/late.ts';
import { ok } from '../../domain/result.ts';
import type { deliveryOperations } from '../contract/deliveries.ts';
import type { Handlers } from '../contract.ts';

const empty = { status: 204 } as const;

export const deliveryHandlers: Pick<Handlers, keyof typeof deliveryOperations> = {
  listDeliveries: async ({ deps, by, query: { caseId = null, cursor = null, limit } }) => {
    const page = await listDeliveries(deps, by, { caseId, cursor, limit });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  listLateNotices: async ({ deps, by }) => {
    const late = await lateNotices(deps, by);
    return late.ok ? ok({ status: 200, body: { items: [...late.value] } }) : late;
  },
  sendDeliveryAgain: async ({ deps, by, params }) => {
    const done = await settleDelivery(deps, by, params.id, 'again');
    return done.ok ? ok(empty) : done;
  },
  dropDelivery: async ({ deps, by, params }) => {
    const done = await settleDelivery(deps, by, params.id, 'drop');
    return done.ok ? ok(empty) : done;
  },
};
