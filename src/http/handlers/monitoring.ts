import { raiseIncident, recoverRoom } from '../../app/rooms/monitoring.ts';
import { ok } from '../../domain/result.ts';
import type { monitoringOperations } from '../contract/monitoring.ts';
import type { Handlers } from '../contract.ts';

export const monitoringHandlers: Pick<Handlers, keyof typeof monitoringOperations> = {
  raiseRoomIncident: async ({ deps, by, headers, body }) => {
    const { title, highImpact } = body;
    const raised = await raiseIncident(deps, by, { ...body, title, highImpact, key: headers['idempotency-key'] });
    return raised.ok ? ok({ status: raised.value.repeated ? 200 : 201, body: raised.value }) : raised;
  },
  recoverRoom: async ({ deps, by, body }) => {
    const closed = await recoverRoom(deps, by, body);
    return closed.ok ? ok({ status: 200, body: { incident: closed.value } }) : closed;
  },
};
