import { sql } from 'kysely';
import type { RoomChanges } from '../app/ports.ts';
import { limits } from '../domain/catalogue/field.ts';
import type { Room } from '../domain/room/room.ts';
import { isId } from './ids.ts';
import { inUse, roomOf } from './rooms.ts';
import type { Tx } from './transaction.ts';

export const roomChanges = (tx: Tx, tenantId: string, now: string): RoomChanges => ({
  all: async () => {
    await lockFor(tx, `rooms ${tenantId}`);
    return inUse(tx, tenantId);
  },
  lock: async (id) => {
    if (!isId(id)) return undefined;
    const record = await tx
      .selectFrom('rooms')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    return record && roomOf(record);
  },
  save: async (rooms, by) => {
    for (let from = 0; from < rooms.length; from += atOnce) {
      const records = rooms.slice(from, from + atOnce).map((room) => recordOf(room, { tenantId, by, now }));
      await tx
        .insertInto('rooms')
        .values(records)
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'id'])
            .doUpdateSet((excluded) => Object.fromEntries(changing.map((c) => [c, excluded.ref(`excluded.${c}`)]))),
        )
        .execute();
    }
  },
  nameIn: async (caseId, roomIds) => {
    if (roomIds.length === 0) return;
    await tx
      .insertInto('case_rooms')
      .values(roomIds.map((room_id) => ({ tenant_id: tenantId, case_id: caseId, room_id })))
      .execute();
  },
  signalled: async (roomId, signal) => {
    await lockFor(tx, `signal ${tenantId} ${roomId} ${signal}`);
    const record = await tx
      .selectFrom('room_signals')
      .select('case_id')
      .where('tenant_id', '=', tenantId)
      .where('room_id', '=', roomId)
      .where('signal', '=', signal)
      .executeTakeFirst();
    return record?.case_id;
  },
  saveSignal: async (roomId, signal, caseId) => {
    await tx
      .insertInto('room_signals')
      .values({ tenant_id: tenantId, room_id: roomId, signal, case_id: caseId })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'room_id', 'signal']).doUpdateSet({ case_id: caseId }))
      .execute();
  },
  countAssigned: async () => {
    const { count } = await tx
      .selectFrom('room_assignments')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    return count;
  },
  isLet: (partnerId, roomIds) => isLet(tx, tenantId, partnerId, roomIds),
  stayLet: async (partnerId, caseId) => {
    const named = await tx
      .selectFrom('case_rooms')
      .select('room_id')
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .limit(limits.roomsOfCase)
      .execute();
    const ids = named.map(({ room_id }) => room_id);
    return isLet(tx, tenantId, partnerId, ids);
  },
  assign: async (partner, roomIds, by) => {
    if (roomIds.length === 0) return [];
    const added = await tx
      .insertInto('room_assignments')
      .values(
        roomIds.map((room_id) => ({
          ...{ tenant_id: tenantId, room_id, partner_id: partner.id, partner_name: partner.name, assigned_by: by, assigned_at: now },
        })),
      )
      .onConflict((conflict) => conflict.columns(['tenant_id', 'room_id', 'partner_id']).doNothing())
      .returning('room_id')
      .execute();
    return added.map(({ room_id }) => room_id);
  },
  unassign: async (partnerId, roomId) => {
    if (!isId(partnerId) || (roomId !== null && !isId(roomId))) return [];
    let removing = tx.deleteFrom('room_assignments').where('tenant_id', '=', tenantId).where('partner_id', '=', partnerId);
    if (roomId !== null) removing = removing.where('room_id', '=', roomId);
    return (await removing.returning('room_id').execute()).map(({ room_id }) => room_id);
  },
});

/** Rooms in one statement: PostgreSQL takes 65,535 values. */
const atOnce = 500;
const changing = [
  ...(['name', 'site', 'email', 'directory_id', 'capacity', 'source'] as const),
  ...(['version', 'changed_by', 'changed_at', 'taken_out_at'] as const),
] as const;

const recordOf = (room: Room, { tenantId, by, now }: { readonly tenantId: string; readonly by: string; readonly now: string }) => ({
  ...{ tenant_id: tenantId, id: room.id, name: room.name, site: room.site, email: room.email, directory_id: room.directoryId },
  ...{ capacity: room.capacity, source: room.source, version: room.version },
  ...{ changed_by: by, changed_at: now, taken_out_at: room.takenOutAt },
});

async function isLet(tx: Tx, tenantId: string, partnerId: string, roomIds: readonly string[]): Promise<boolean> {
  const { held, wanted } = await tx
    .selectFrom('room_assignments')
    .select([
      sql<number>`count(*)::int`.as('held'),
      sql<number>`(count(*) filter (where room_id = any(${[...roomIds]}::uuid[])))::int`.as('wanted'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('partner_id', '=', partnerId)
    .executeTakeFirstOrThrow();
  return held > 0 && wanted === new Set(roomIds).size;
}

const lockFor = (tx: Tx, what: string) => sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
