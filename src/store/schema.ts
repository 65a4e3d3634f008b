import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** The tables as `migrations/` makes them. JSON goes in as text and comes out as values. */
type Json<T = unknown> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, string, string>;
type SetByDefault = ColumnType<Date, never, string>;

export interface CaseTable {
  tenant_id: string;
  id: string;
  number: string;
  version: number;
  public_version: number;
  desk: string;
  case_type: string;
  title: string;
  description: string;
  country: string | null;
  particulars: Json;
  contacts: Json;
  files: Json;
  severity: string | null;
  break_fix: boolean | null;
  support_language: string;
  around_the_clock: boolean;
  on_behalf_of: string | null;
  stage: string | null;
  status: string;
  opened_by: string;
  opened_by_name: string;
  assigned_to: string | null;
  assigned_to_name: string | null;
  opened_at: Instant;
  updated_at: Instant;
  closed: Json | null;
  first_response_at: Instant | null;
  first_response_due_at: Instant | null;
  is_open: GeneratedAlways<boolean>;
  urgency: GeneratedAlways<number>;
  due_order: GeneratedAlways<Date | number>;
  words: string;
}

export interface Database {
  cases: CaseTable;
  events: {
    tenant_id: string;
    case_id: string;
    seq: number;
    type: string;
    at: Instant;
    actor: Json;
    data: Json;
    internal: boolean;
  };
  drafts: {
    tenant_id: string;
    id: string;
    person_id: string;
    case_type: string;
    input: Json;
    created_at: SetByDefault;
    updated_at: SetByDefault;
    sent_case_id: string | null;
    sent_digest: string | null;
  };
  files: {
    tenant_id: string;
    id: string;
    owner_id: string;
    name: string;
    content_type: string;
    size: number;
    sha256: string;
    case_id: string | null;
    internal: Generated<boolean>;
    created_at: SetByDefault;
  };
  receipts: { tenant_id: string; person_id: string; key: string; digest: string; case_id: string; created_at: SetByDefault };
  audit: {
    tenant_id: string;
    seq: number;
    at: Instant;
    actor_tenant_id: string;
    actor_id: string;
    action: string;
    outcome: string;
    case_id: string | null;
    details_digest: string;
    prev_hash: string;
    hash: string;
  };
  audit_details: { tenant_id: string; seq: number; salt: string; details: Json };
  audit_heads: { tenant_id: string; seq: number; hash: string };
  outbox: {
    id: GeneratedAlways<string>;
    tenant_id: string;
    key: string;
    case_id: string;
    seq: number;
    recipient: Json;
    how: string;
    run_at: SetByDefault;
    claimed_at: Instant | null;
    attempts: Generated<number>;
    dead_at: Instant | null;
    last_fault: string | null;
    created_at: SetByDefault;
  };
  profiles: { tenant_id: string; person_id: string; profile: Json; updated_at: SetByDefault };
  feedback: {
    tenant_id: string;
    id: string;
    person_id: string;
    person_name: string;
    case_id: string | null;
    useful: boolean;
    language: string | null;
    affected_by: Json;
    words: string;
    at: Instant;
  };
  notes: { tenant_id: string; person_id: string; kind: string; note: Json; updated_at: SetByDefault };
  people: {
    tenant_id: string;
    id: string;
    name: string;
    email: string;
    guest: boolean;
    locale: string | null;
    directory_roles: Json | null;
    app_roles: Json | null;
    seen_at: SetByDefault;
  };
}
