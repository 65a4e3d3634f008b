import { v7 as uuidv7 } from 'uuid';
import { may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { placeOf, type Room, type RoomGiven } from '../../domain/room/room.ts';
import type { Deps } from '../deps.ts';
import type { TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { type RoomView, roomFor } from './room-view.ts';

const notAllowed: Refusal = { code: 'notAllowed', action: 'manageRooms' };

/** RM-5: a room entered by hand. */
export const addRoom = (deps: Deps, by: Principal, given: RoomGiven): Promise<Result<RoomView, Refusal>> =>
  changing(deps, by, 'room.add', async (tx) => {
    const rooms = await tx.rooms.all();
    if (rooms.length >= limits.rooms) return refuse({ code: 'limitReached', limit: 'rooms', max: limits.rooms });
    const room: Room = { ...given, id: uuidv7(), source: 'hand', directoryId: null, version: 1, takenOutAt: null };
    return saved(tx, by, { action: 'room.add', rooms, before: undefined, room });
  });

/** Changes a room on the version that was seen (G-8). */
export const changeRoom = (
  deps: Deps,
  by: Principal,
  id: string,
  { given, version }: { readonly given: RoomGiven; readonly version: number },
): Promise<Result<RoomView, Refusal>> =>
  changing(deps, by, 'room.change', async (tx) => {
    const rooms = await tx.rooms.all();
    const before = rooms.find((room) => room.id === id);
    if (!before) return refuse({ code: 'notFound' });
    if (before.version !== version) return refuse({ code: 'outdated' });
    return saved(tx, by, { action: 'room.change', rooms, before, room: { ...before, ...given, version: version + 1 } });
  });

/** RM-5: a room that is no longer there can be named no more; what it was named in, and its history, stay. */
export const takeOutRoom = (deps: Deps, by: Principal, id: string, version: number): Promise<Result<RoomView, Refusal>> =>
  changing(deps, by, 'room.takeOut', async (tx) => {
    const before = await tx.rooms.lock(id);
    if (!before || before.takenOutAt !== null) return refuse({ code: 'notFound' });
    if (before.version !== version) return refuse({ code: 'outdated' });
    const room = { ...before, version: version + 1, takenOutAt: tx.now };
    await tx.rooms.save([room], by.personId);
    await tx.appendAudit(auditOf(by, 'room.takeOut', before, null));
    return ok(room);
  });

async function changing(
  deps: Deps,
  by: Principal,
  action: string,
  work: (tx: TenantTransaction) => Promise<Result<Room, Refusal>>,
): Promise<Result<RoomView, Refusal>> {
  if (!may(by, 'manageRooms')) return recordRefusal(deps, by, action, null, notAllowed);
  const done = await deps.store.inTenant(by.tenantId, work);
  return done.ok ? roomFor(deps, by, done.value.id) : recorded(deps, by, action, done);
}

interface Saving {
  readonly action: string;
  readonly rooms: readonly Room[];
  readonly before: Room | undefined;
  readonly room: Room;
}

async function saved(tx: TenantTransaction, by: Principal, { action, rooms, before, room }: Saving): Promise<Result<Room, Refusal>> {
  const others = rooms.filter(({ id }) => id !== room.id);
  if (others.some((other) => placeOf(other) === placeOf(room))) return refuse({ code: 'invalid', issues: [taken('name')] });
  if (room.email !== null && others.some(({ email }) => email === room.email)) return refuse({ code: 'invalid', issues: [taken('email')] });
  await tx.rooms.save([room], by.personId);
  await tx.appendAudit(auditOf(by, action, before ?? null, room));
  return ok(room);
}

const taken = (field: string) => ({ field, fault: { is: 'roomTaken' } }) as const;

const shown = ({ name, site, email, capacity }: Room) => ({ name, site, email, capacity });

const auditOf = (by: Principal, action: string, from: Room | null, to: Room | null) => ({
  ...{ actorTenantId: by.tenantId, actorId: by.personId, action, outcome: 'done' as const, caseId: null },
  details: { name: by.name, room: (to ?? from)?.id, from: from && shown(from), to: to && shown(to) },
});
