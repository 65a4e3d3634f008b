import { sql } from 'kysely';
import type { PastIncident, RoomRow } from '../app/ports.ts';
import { roomIncident } from '../domain/catalogue/rooms.ts';
import { incidentJson, incidentOf } from './rooms.ts';
import type { Tx } from './transaction.ts';

const most = 100;

interface PastRecord {
  readonly incident: Parameters<typeof incidentOf>[0];
  readonly turns: readonly { readonly at: string; readonly open: boolean }[];
}

/** RM-2: the incidents that named a room, with what closed and reopened them. */
export async function historyOf(tx: Tx, { tenantId, id }: Pick<RoomRow, 'tenantId' | 'id'>): Promise<readonly PastIncident[]> {
  const { rows } = await sql<PastRecord>`
    select ${incidentJson} as incident, (
      select coalesce(json_agg(json_build_object('at', events.at, 'open', data->>'step' = 'reopen') order by seq), '[]')
      from events
      where events.tenant_id = cases.tenant_id and events.case_id = cases.id and type = 'statusChanged'
        and data->>'step' in ('resolve', 'cancel', 'closeUnresolved', 'reopen')
    ) as turns
    from case_rooms named join cases on cases.tenant_id = named.tenant_id and cases.id = named.case_id
    where named.tenant_id = ${tenantId} and named.room_id = ${id} and cases.case_type = ${roomIncident}
    order by cases.opened_at desc, cases.id desc
    limit ${most}`.execute(tx);
  return rows.map(({ incident, turns }) => ({
    ...incidentOf(incident),
    turns: turns.map(({ at, open }) => ({ at: new Date(at).toISOString(), open })),
  }));
}
