-- Colleagues who chose to hear of a case.
create table followers (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id text not null,
  since timestamptz not null,
  primary key (tenant_id, case_id, person_id),
  foreign key (tenant_id, case_id) references cases on delete cascade
);
create index followers_person on followers (tenant_id, person_id);
alter table followers enable row level security;
create policy tenant on followers to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on followers to app_user;

-- What goes one after the other, and in which order: a person's summary goes over cases and organisations, whichever was queued first.
drop index outbox_lane;
alter table outbox
  drop column lane,
  add column place bigint not null generated always as (case when channel = 'summary' then id else coalesce(seq, 0) end) stored;
alter table outbox
  add column lane text not null generated always as (
    case when channel = 'summary' then 'summary' else coalesce(case_id::text, tenant_id::text || ':' || key) || ':' || channel end
    || ':' || recipient::text
  ) stored;
create index outbox_lane on outbox (lane, place) where dead_at is null;
