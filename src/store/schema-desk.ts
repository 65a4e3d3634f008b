import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, string, string>;

/** What the operator's desks keep for themselves: AG-3, AG-4; and who follows what Microsoft announces: CS-12. */
export interface DeskTables {
  announcement_followers: {
    tenant_id: string;
    person_id: string;
    announcement_id: string;
    title: string;
    told_through: ColumnType<Date | null, string | null, string>;
    followed_at: Instant;
    look_at: Instant;
  };
  outages: {
    tenant_id: string;
    id: string;
    desk: string;
    title: string;
    description: string;
    state: string;
    version: number;
    opened_by: string;
    opened_at: Instant;
    resolved_at: ColumnType<Date | null, string | null, string | null>;
  };
  outage_followers: { tenant_id: string; outage_id: string; person_tenant_id: string; person_id: string; at: Instant };
  outage_updates: {
    tenant_id: string;
    id: string;
    outage_id: string;
    step: string;
    text: string;
    reason: string | null;
    by_id: string;
    at: Instant;
  };
  outage_sendings: {
    tenant_id: string;
    update_id: string;
    case_tenant_id: string;
    case_id: string;
    case_number: string;
    outcome: string | null;
  };
  saved_replies: {
    tenant_id: string;
    id: string;
    desk: string;
    locale: string;
    title: string;
    text: string;
    version: number;
    changed_by: string;
    changed_at: Instant;
  };
}
