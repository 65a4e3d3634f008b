import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { DeskTables } from './schema-desk.ts';
import type { RoomTables } from './schema-rooms.ts';
import type { PackTables } from './schema-packs.ts';
import type { RoomTables } from './schema-rooms.ts';

/** The tables as `migrations/` makes them. JSON goes in as text and comes out as values. */
type Json<T = unknown> = ColumnType<T, string, string>;
export type Instant = ColumnType<Date, string, string>;
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
  filed: Json;
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
  requester: string;
  requester_name: string;
  assigned_to: string | null;
  assigned_to_name: string | null;
  opened_at: Instant;
  updated_at: Instant;
  closed: Json | null;
  escalated_at: Instant | null;
  first_response_at: Instant | null;
  first_response_due_at: Instant | null;
  target_from: Instant;
  outage_id: string | null;
  is_open: GeneratedAlways<boolean>;
  urgency: GeneratedAlways<number>;
  due_order: GeneratedAlways<Date | number>;
  words: string;
}

export interface Database extends RoomTables, DeskTables {
export interface Database extends RoomTables {
export interface Database extends PackTables {
export interface Database extends PackTables, RoomTables {
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
    on_behalf_of: string | null;
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
    case_id: string | null;
    seq: number | null;
    recipient: Json;
    how: string;
    letter: Json | null;
    channel: string;
    place: GeneratedAlways<string>;
    lane: GeneratedAlways<string>;
    maybe_sent: Generated<number>;
    run_at: ColumnType<Date, string | undefined, string>;
    claimed_at: ColumnType<Date | null, never, string | null>;
    attempts: Generated<number>;
    dead_at: ColumnType<Date | null, never, string | null>;
    last_fault: Json | null;
    created_at: SetByDefault;
  };
  confirmations: {
    tenant_id: string;
    id: string;
    person_id: string;
    address: string;
    mailbox: string;
    salt: string;
    digest: string;
    tries: Generated<number>;
    sent_at: Instant;
    expires_at: Instant;
    ended_at: ColumnType<Date | null, never, string>;
  };
  contact_consents: {
    tenant_id: string;
    address: string;
    mailbox: string;
    locale: string;
    asked_by: string;
    asked_at: Instant;
    token_digest: string | null;
    token_expires_at: Instant;
    agreed_at: ColumnType<Date | null, never, string | null>;
    refused_at: ColumnType<Date | null, never, string | null>;
  };
  mail_recipients: {
    tenant_id: string;
    recipient: string;
    token: string;
    locale: string;
    stopped_at: ColumnType<Date | null, never, string | null>;
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
  grants: {
    tenant_id: string;
    person_id: string;
    role: string;
    person_name: string;
    person_email: string;
    granted_by: string;
    granted_by_name: string;
    granted_at: Instant;
  };
  rules: {
    tenant_id: string;
    rule: string;
    value: Json;
    version: number;
    changed_by: string;
    changed_by_name: string;
    changed_at: Instant;
  };
  sessions: { tenant_id: string; key_digest: string; person_id: string; guest: boolean; begun_at: SetByDefault; seen_at: SetByDefault };
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
  subscriptions: {
    tenant_id: string;
    id: string;
    channel_id: string;
    team_id: string | null;
    service_url: string;
    name: string;
    shared: boolean;
    desk: string;
    customer_id: string | null;
    severities: Json;
    events: Json;
    locale: string;
    version: number;
    changed_by: string;
    changed_at: Instant;
    stopped_at: ColumnType<Date | null, string | null, string | null>;
  };
  posts: { tenant_id: string; channel_id: string; case_tenant_id: string; case_id: string; activity_id: string; shown: Json };
  pace: {
    id: GeneratedAlways<string>;
    tenant_id: string;
    conversation: string;
    at: Instant;
    holder: string | null;
    sent_at: Instant | null;
    pause: Generated<boolean>;
  };
  machines: {
    tenant_id: string;
    id: string;
    name: string;
    scopes: Json;
    secret_digest: string;
    old_digest: string | null;
    old_until: Instant | null;
    created_by: string;
    created_by_name: string;
    created_at: Instant;
    expires_at: Instant;
    last_used_at: Instant | null;
    revoked_at: Instant | null;
  };
  tenants: {
    id: string;
    kind: string;
    state: string;
    name: string;
    reason: string | null;
    registered_at: Instant | null;
    changed_at: Instant;
    exported_at: Instant | null;
    exported_seq: number | null;
  };
  webhooks: {
    tenant_id: string;
    id: string;
    url: string;
    description: string;
    events: Json;
    version: number;
    created_by: string;
    created_at: Instant;
    changed_by: string;
    last_sent_at: Instant | null;
    failing_since: Instant | null;
    last_fault: Json | null;
    rests_until: Instant | null;
    stopped_at: Instant | null;
    stopped_why: string | null;
  };
  webhook_secrets: {
    tenant_id: string;
    webhook_id: string;
    id: GeneratedAlways<string>;
    secret: ColumnType<never, string, never>;
    expires_at: Instant | null;
  };
  mail_answers: { tenant_id: string; mailbox_digest: string; at: Instant };
  followers: { tenant_id: string; case_id: string; person_id: string; since: Instant };
  timers: { tenant_id: string; case_id: string; kind: string; run_at: Instant; held_until: Instant | null };
}
