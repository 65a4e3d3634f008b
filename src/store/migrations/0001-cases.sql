-- The roles that requests run as. They own nothing and row-level security binds them: the second lock behind every query's own filter.
-- Roles belong to the whole server, so another database on it, or its administrator, may have made them already.
do $$
declare
  wanted text;
  usable boolean;
begin
  foreach wanted in array array['app_user', 'app_engineer'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      perform set_config('role', wanted, true);
      raise exception using errcode = 'CD001'; -- takes the role off again
    exception
      when sqlstate 'CD001' then usable := true;
      when insufficient_privilege or invalid_parameter_value then usable := false;
    end;
    if not usable then
      begin
        execute format('grant %I to current_user', wanted);
      exception when insufficient_privilege then
        raise exception 'The database user % may not act as %. Let an administrator run: grant % to %', current_user, wanted, wanted, current_user
          using errcode = 'insufficient_privilege';
      end;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), wanted);
  end loop;
end $$;

create table cases (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  version int not null,
  public_version int not null,
  desk text not null,
  case_type text not null,
  title text not null,
  description text not null,
  country text,
  particulars jsonb not null,
  contacts jsonb not null,
  files jsonb not null,
  severity text check (severity in ('A', 'B', 'C')),
  break_fix boolean,
  support_language text not null,
  around_the_clock boolean not null,
  on_behalf_of uuid,
  stage text,
  status text not null check (status in ('new', 'inProgress', 'waitingOnRequester', 'resolved', 'cancelled', 'closedUnresolved')),
  opened_by text not null,
  opened_by_name text not null,
  assigned_to text,
  assigned_to_name text,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed jsonb,
  first_response_at timestamptz,
  first_response_due_at timestamptz,
  is_open boolean not null generated always as (status in ('new', 'inProgress', 'waitingOnRequester')) stored,
  urgency smallint not null generated always as (case severity when 'A' then 1 when 'B' then 2 when 'C' then 3 else 4 end) stored,
  due_order timestamptz not null generated always as (coalesce(first_response_due_at, 'infinity')) stored,
  -- Every word of number, title, description and public comments, folded by the app; beside them the tenant and the desk, so that the index alone separates tenants.
  words tsvector not null,
  primary key (tenant_id, id)
);
create unique index cases_number on cases (number);
create unique index cases_id on cases (id);
create index cases_words on cases using gin (words) with (gin_pending_list_limit = 512);
-- A tenant's lists, newest change first.
create index cases_own on cases (tenant_id, opened_by, updated_at desc, id desc);
create index cases_own_open on cases (tenant_id, opened_by, updated_at desc, id desc) where is_open;
create index cases_company on cases (tenant_id, updated_at desc, id desc);
create index cases_company_open on cases (tenant_id, updated_at desc, id desc) where is_open;
create index cases_company_country on cases (tenant_id, country, updated_at desc, id desc);
create index cases_company_status on cases (tenant_id, status, updated_at desc, id desc);
-- Engineers' lists, across tenants.
create index cases_desk on cases (desk, updated_at desc, id desc);
create index cases_desk_open on cases (desk, updated_at desc, id desc) where is_open;
create index cases_desk_status on cases (desk, status, updated_at desc, id desc);
create index cases_unassigned on cases (desk, updated_at desc, id desc) where is_open and assigned_to is null;
create index cases_queue on cases (desk, urgency, due_order, opened_at, id) where is_open;
create index cases_due on cases (desk, first_response_due_at) where is_open and first_response_at is null;
create index cases_assigned on cases (assigned_to, updated_at desc, id desc) where assigned_to is not null;

create table events (
  tenant_id uuid not null,
  case_id uuid not null,
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  internal boolean not null,
  primary key (tenant_id, case_id, seq),
  foreign key (tenant_id, case_id) references cases
);

-- What was typed before it was checked is kept as it came: jsonb would refuse some of it.
create table drafts (
  tenant_id uuid not null,
  id uuid not null,
  person_id text not null,
  case_type text not null,
  input json not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  sent_case_id uuid,
  sent_digest text,
  primary key (tenant_id, id)
);
create index drafts_own on drafts (tenant_id, person_id, updated_at desc) where sent_case_id is null;

create table files (
  tenant_id uuid not null,
  id uuid not null,
  owner_id text not null,
  name text not null,
  content_type text not null,
  size int not null,
  sha256 text not null,
  case_id uuid,
  internal boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases
);
create index files_own on files (tenant_id, owner_id) where case_id is null;
create index files_of_case on files (case_id) where case_id is not null;
create index files_loose on files (created_at) where case_id is null;
create index files_content on files (sha256);

create table receipts (
  tenant_id uuid not null,
  person_id text not null,
  key text not null,
  digest text not null,
  case_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, person_id, key)
);

create table audit (
  tenant_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor_tenant_id uuid not null,
  actor_id text not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  case_id uuid,
  details_digest text not null,
  prev_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
-- Apart from the chain, which covers them by a salted digest: they can be erased without breaking it.
create table audit_details (
  tenant_id uuid not null,
  seq int not null,
  salt text not null,
  details json not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id, seq) references audit
);
-- Where each tenant's chain ends: locked by whoever appends, and what shows that a tail was cut off.
create table audit_heads (
  tenant_id uuid primary key,
  seq int not null,
  hash text not null
);

create table outbox (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  key text not null,
  case_id uuid not null,
  seq int not null,
  recipient jsonb not null,
  how text not null,
  -- Timer, lease and back-off in one: it is due when this has passed, and whoever takes it moves it on.
  run_at timestamptz not null default now(),
  claimed_at timestamptz,
  attempts int not null default 0,
  dead_at timestamptz,
  last_fault text,
  created_at timestamptz not null default now(),
  unique (tenant_id, key)
);
create index outbox_due on outbox (run_at, id) where dead_at is null;

create table profiles (
  tenant_id uuid not null,
  person_id text not null,
  profile json not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, person_id)
);

create table feedback (
  tenant_id uuid not null,
  id uuid not null,
  person_id text not null,
  person_name text not null,
  case_id uuid,
  useful boolean not null,
  language text check (language in ('good', 'fair', 'poor')),
  affected_by jsonb not null,
  words text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index feedback_newest on feedback (tenant_id, at desc, id desc);

create table notes (
  tenant_id uuid not null,
  person_id text not null,
  kind text not null,
  note json not null,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, person_id, kind)
);
