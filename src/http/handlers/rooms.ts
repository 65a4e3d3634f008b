import { assignmentsFor, assignRooms, unassignRooms } from '../../app/rooms/assignments.ts';
import { importDirectory, importList } from '../../app/rooms/import.ts';
import { addRoom, changeRoom, takeOutRoom } from '../../app/rooms/register.ts';
import { roomFor, roomHistory, roomsFor } from '../../app/rooms/room-view.ts';
import { ok } from '../../domain/result.ts';
import type { roomOperations } from '../contract/rooms.ts';
import type { Handlers } from '../contract.ts';
import { etag } from './opened.ts';

export const roomHandlers: Pick<Handlers, keyof typeof roomOperations> = {
  listRooms: async ({ deps, by, query }) => {
    const { q, unhealthy, takenOut, tenant = null, cursor = null, limit } = query;
    const page = await roomsFor(deps, by, {
      ...{ words: q || null, tenantId: tenant, cursor, limit },
      ...{ unhealthy: unhealthy === 'true', takenOut: takenOut === 'true' },
    });
    return page.ok ? ok({ status: 200, body: page.value }) : page;
  },
  addRoom: async ({ deps, by, body }) => {
    const added = await addRoom(deps, by, body);
    return added.ok ? ok({ status: 201, body: added.value, headers: etag(added.value.version) }) : added;
  },
  getRoom: async ({ deps, by, params }) => {
    const found = await roomFor(deps, by, params.id);
    return found.ok ? ok({ status: 200, body: found.value, headers: etag(found.value.version) }) : found;
  },
  changeRoom: async ({ deps, by, params, headers, body }) => {
    const saved = await changeRoom(deps, by, params.id, { given: body, version: headers['if-match'] });
    return saved.ok ? ok({ status: 200, body: saved.value, headers: etag(saved.value.version) }) : saved;
  },
  takeOutRoom: async ({ deps, by, params, headers }) => {
    const saved = await takeOutRoom(deps, by, params.id, headers['if-match']);
    return saved.ok ? ok({ status: 200, body: saved.value, headers: etag(saved.value.version) }) : saved;
  },
  getRoomHistory: async ({ deps, by, params }) => {
    const found = await roomHistory(deps, by, params.id);
    return found.ok ? ok({ status: 200, body: { items: found.value } }) : found;
  },
  importRooms: async ({ deps, by, body }) => {
    const report = await importList(deps, by, { fileId: body.file, check: body.check });
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  importDirectoryRooms: async ({ deps, by, body }) => {
    const report = await importDirectory(deps, by, body);
    return report.ok ? ok({ status: 200, body: report.value }) : report;
  },
  listRoomAssignments: async ({ deps, by }) => {
    const found = await assignmentsFor(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  assignRooms: async ({ deps, by, body }) => {
    const done = await assignRooms(deps, by, body);
    return done.ok ? ok({ status: 200, body: { items: [...done.value] } }) : done;
  },
  unassignPartner: async ({ deps, by, params }) => {
    const done = await unassignRooms(deps, by, { ...params, roomId: null });
    return done.ok ? ok({ status: 200, body: { items: [...done.value] } }) : done;
  },
  unassignRoom: async ({ deps, by, params }) => {
    const done = await unassignRooms(deps, by, params);
    return done.ok ? ok({ status: 200, body: { items: [...done.value] } }) : done;
  },
};
