import type { Instant } from './schema.ts';

/** Rooms, the cases that name them, and who looks after them. */
export interface RoomTables {
  rooms: {
    tenant_id: string;
    id: string;
    name: string;
    site: string;
    email: string | null;
    directory_id: string | null;
    capacity: number | null;
    source: string;
    version: number;
    changed_by: string;
    changed_at: Instant;
    taken_out_at: Instant | null;
  };
  case_rooms: { tenant_id: string; case_id: string; room_id: string };
  room_signals: { tenant_id: string; room_id: string; signal: string; case_id: string };
  room_assignments: {
    tenant_id: string;
    room_id: string;
    partner_id: string;
    partner_name: string;
    assigned_by: string;
    assigned_at: Instant;
  };
}
