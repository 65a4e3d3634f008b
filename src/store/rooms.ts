import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import { InputFault } from '../app/faults.ts';
import type { RoomIncident, RoomQuery, RoomRow, Rooms, Scope } from '../app/ports.ts';
import type { Page } from '../app/views.ts';
import { limits } from '../domain/catalogue/field.ts';
import { roomIncident } from '../domain/catalogue/rooms.ts';
import type { Room, RoomSource } from '../domain/room/room.ts';
import { hasWords } from './has-words.ts';
import { isId } from './ids.ts';
import { pageSize } from './page-size.ts';
import { historyOf } from './room-history.ts';
import type { Database } from './schema.ts';
import { once, reading, type Tx } from './transaction.ts';

export const roomsOf = (db: Kysely<Database>): Rooms => ({
  list: (scope, query) => reading(db, entered(scope), (tx) => list(tx, scope, query)),
  count: (scope) =>
    once(db, entered(scope), 'read only', async (tx) => {
      const { all, unhealthy } = source(scope);
      const { rows } = await sql<{ rooms: number; unhealthy: number }>`
        select count(*)::int as rooms, (count(*) filter (where ${unhealthy}))::int as unhealthy from ${all} where taken_out_at is null`.execute(
        tx,
      );
      return rows[0] ?? { rooms: 0, unhealthy: 0 };
    }),
  find: async (scope, id) => {
    if (!isId(id)) return undefined;
    return once(db, entered(scope), 'read only', async (tx) => {
      const { rows } = await withIncidents(scope, sql`id = ${id}`, 1).execute(tx);
      return rows[0] && rowOf(rows[0]);
    });
  },
  history: (scope, room) => reading(db, scope, (tx) => historyOf(tx, room)),
  inUse: (tenantId) => once(db, { kind: 'tenant', tenantId }, 'read only', (tx) => inUse(tx, tenantId)),
  assignments: (tenantId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const records = await tx
        .selectFrom('room_assignments')
        .innerJoin('rooms', (join) =>
          join.onRef('rooms.tenant_id', '=', 'room_assignments.tenant_id').onRef('rooms.id', '=', 'room_assignments.room_id'),
        )
        .select(['partner_id', 'partner_name', 'assigned_at', 'rooms.id', 'rooms.name', 'rooms.site'])
        .where('room_assignments.tenant_id', '=', tenantId)
        .where('rooms.taken_out_at', 'is', null)
        .orderBy('partner_name')
        .orderBy('partner_id')
        .orderBy('rooms.site')
        .orderBy('rooms.name')
        .limit(limits.roomAssignments)
        .execute();
      return records.map(({ partner_id, partner_name, assigned_at, ...room }) => ({
        ...{ partner: { id: partner_id, name: partner_name }, room, at: assigned_at.toISOString() },
      }));
    }),
  signalling: (tenantId, signal) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const records = await tx
        .selectFrom('rooms')
        .selectAll('rooms')
        .innerJoin('room_signals', (join) =>
          join.onRef('room_signals.tenant_id', '=', 'rooms.tenant_id').onRef('room_signals.room_id', '=', 'rooms.id'),
        )
        .where('rooms.tenant_id', '=', tenantId)
        .where('room_signals.signal', '=', signal)
        .limit(limits.rooms)
        .execute();
      return records.map(roomOf);
    }),
  assignedTo: (partner, customer) =>
    once(db, { kind: 'tenant', tenantId: partner }, 'read only', async (tx) => {
      const { rows } = await sql<Selectable<Database['rooms']>>`
        select * from rooms_let() where tenant_id = ${customer} order by site, name, id limit ${limits.rooms}`.execute(tx);
      return rows.map(roomOf);
    }),
  customersOf: (partner) =>
    once(db, { kind: 'tenant', tenantId: partner }, 'read only', async (tx) => {
      const { rows } = await sql<{ id: string; name: string }>`select id, name from customers_letting_rooms()`.execute(tx);
      return rows;
    }),
  partnersNamed: (tenantId, wanted) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const { rows } = await sql<{ id: string; name: string }>`select id, name from partner_named(${wanted})`.execute(tx);
      return rows;
    }),
});

export const inUse = async (tx: Tx, tenantId: string): Promise<readonly Room[]> => {
  const records = await tx
    .selectFrom('rooms')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('taken_out_at', 'is', null)
    .orderBy('site')
    .orderBy('name')
    .orderBy('id')
    .limit(limits.rooms)
    .execute();
  return records.map(roomOf);
};

export const roomOf = (record: Selectable<Database['rooms']>): Room => ({
  id: record.id,
  name: record.name,
  site: record.site,
  email: record.email,
  capacity: record.capacity,
  source: record.source as RoomSource,
  directoryId: record.directory_id,
  version: record.version,
  takenOutAt: record.taken_out_at?.toISOString() ?? null,
});

/** The open incidents that name a room: RM-2. */
const openIncidents = sql`case_rooms named join cases on cases.tenant_id = named.tenant_id and cases.id = named.case_id
  where named.tenant_id = rooms.tenant_id and named.room_id = rooms.id and cases.is_open and cases.case_type = ${roomIncident}`;
export const isUnhealthy: RawBuilder<boolean> = sql<boolean>`exists (select from ${openIncidents})`;

/** An incident as JSON: what of its case a room's reader may need. */
export const incidentJson = sql`json_build_object(
  'caseId', cases.id, 'number', cases.number, 'title', cases.title, 'openedAt', cases.opened_at,
  'openedBy', json_build_object('id', cases.opened_by, 'name', cases.opened_by_name),
  'onBehalfOf', cases.on_behalf_of, 'requester', json_build_object('id', cases.requester, 'name', cases.requester_name),
  'highImpact', coalesce((cases.particulars->>'highImpact')::boolean, false))`;

interface IncidentRecord extends Omit<RoomIncident, 'openedAt'> {
  readonly openedAt: string;
}
export const incidentOf = (record: IncidentRecord): RoomIncident => ({ ...record, openedAt: new Date(record.openedAt).toISOString() });

type Listed = Selectable<Database['rooms']> & { readonly incidents: readonly (IncidentRecord & { readonly since: string })[] };

/** What a partner looks after is let to its organisation, whomever it may act for besides. */
const entered = (scope: Scope): Scope => (scope.kind === 'partner' ? { kind: 'tenant', tenantId: scope.tenantId } : scope);

interface Source {
  readonly all: RawBuilder<unknown>;
  readonly incidents: RawBuilder<unknown>;
  readonly unhealthy: RawBuilder<boolean>;
}

/** RM-5: where a scope's rooms are read: a partner's own beside those that customers let it look after. */
function source(scope: Scope): Source {
  const own: Source = { all: sql`(select * from rooms where ${inRoomScope(scope)}) rooms`, incidents: openOnes, unhealthy: isUnhealthy };
  if (scope.kind !== 'partner') return own;
  const columns = sql`rooms.*, ${openOnes} as incidents`;
  return {
    all: sql`(select ${columns} from ${own.all} union all select (room).*, incidents from rooms_let_health()
      where (room).tenant_id in (select id from customers_letting_rooms())) rooms`,
    incidents: sql`incidents`,
    unhealthy: sql<boolean>`incidents <> '[]'`,
  };
}

// What reopened it last is since when it is open.
const since = sql`(select max(at) from events where events.tenant_id = cases.tenant_id and events.case_id = cases.id
  and type = 'statusChanged' and data->>'step' = 'reopen')`;
const openOnes = sql`(select coalesce(jsonb_agg(
    (${incidentJson})::jsonb || jsonb_build_object('since', coalesce(${since}, cases.opened_at)) order by cases.opened_at), '[]')
  from ${openIncidents})`;

/** @param where of columns of a room */
function withIncidents(scope: Scope, where: RawBuilder<unknown>, limit: number) {
  const { all, incidents } = source(scope);
  return sql<Listed>`select rooms.*, ${incidents} as incidents from ${all} where ${where} order by tenant_id, site, name, id limit ${limit}`;
}

const rowOf = (record: Listed): RoomRow => ({
  ...roomOf(record),
  tenantId: record.tenant_id,
  incidents: record.incidents.map(({ since, ...incident }) => ({ ...incidentOf(incident), since: new Date(since).toISOString() })),
});

export const inRoomScope = (scope: Scope): RawBuilder<boolean> =>
  scope.kind === 'desks' ? sql<boolean>`${scope.desks.includes('rooms')}` : sql<boolean>`rooms.tenant_id = ${scope.tenantId}`;

async function list(tx: Tx, scope: Scope, query: RoomQuery): Promise<Page<RoomRow>> {
  const limit = pageSize(query.limit);
  const { unhealthy } = source(scope);
  const after = query.cursor === null ? undefined : readPlace(query.cursor);
  const where = [
    query.takenOut ? sql`taken_out_at is not null` : sql`taken_out_at is null`,
    ...(query.unhealthy ? [unhealthy] : []),
    ...(query.tenantId === null ? [] : [sql`tenant_id = ${query.tenantId}`]),
    ...(query.words ? [hasWords(sql`rooms.name || ' ' || rooms.site || ' ' || coalesce(rooms.email, '')`, query.words)] : []),
    ...(after ? [sql`(tenant_id, site, name, id) > (${after.tenantId}::uuid, ${after.site}, ${after.name}, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await withIncidents(scope, sql.join(where, sql` and `), limit + 1).execute(tx);
  const items = rows.slice(0, limit).map(rowOf);
  const last = items.at(-1);
  return { items, next: last && rows.length > limit ? placeAfter(last) : null };
}

const placeAfter = ({ tenantId, site, name, id }: RoomRow): string =>
  Buffer.from(JSON.stringify([tenantId, site, name, id])).toString('base64url');

function readPlace(cursor: string): Pick<RoomRow, 'tenantId' | 'site' | 'name' | 'id'> {
  const [tenantId, site, name, id] = parsed(cursor);
  const texts = [tenantId, site, name, id].every((part) => typeof part === 'string');
  if (!texts || !isId(String(tenantId)) || !isId(String(id))) throw new InputFault('cursor');
  return { tenantId: String(tenantId), site: String(site), name: String(name), id: String(id) };
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
