import type { Operation } from '../operation.ts';
import * as monitoring from '../schemas/monitoring.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** RM-3: what an organisation's monitoring tells of its rooms. */
export const monitoringOperations = {
  raiseRoomIncident: {
    method: 'POST',
    path: '/machines/room-incidents',
    summary: 'Raises an incident of a room, or answers with the one that this signal raised and that is still open',
    machine: 'incidents:write',
    headers: given.maybeKeyed,
    body: monitoring.raising,
    answers: { 200: monitoring.raised, 201: monitoring.raised },
    problems: [...writing, 'alreadyUsed', 'notFound'],
  },
  recoverRoom: {
    method: 'POST',
    path: '/machines/room-incidents/recovery',
    summary: 'Closes the incident that this signal raised, if it is open',
    machine: 'incidents:write',
    body: monitoring.recovering,
    answers: { 200: monitoring.closedIncident },
    problems: [...writing],
  },
} as const satisfies Readonly<Record<string, Operation>>;
