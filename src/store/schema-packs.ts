import type { Instant } from './schema.ts';

/** PS-7. Days are read and written as text. */
export interface PackTables {
  packs: {
    tenant_id: string;
    id: string;
    desk: string;
    confirmation: string;
    account_id: string;
    people: string[];
    purchased_on: string;
    last_day: string;
    incidents: number;
    remaining: number;
    version: number;
    recorded_by: string;
    recorded_at: Instant;
  };
  pack_uses: { tenant_id: string; case_id: string; pack_id: string; at: Instant; returned_at: Instant | null };
  pack_recoveries: {
    tenant_id: string;
    id: string;
    desk: string;
    pack_id: string;
    asked_by: string;
    reason: string;
    asked_at: Instant;
    state: string;
    decided_by: string | null;
    decided_at: Instant | null;
    words: string;
  };
}
