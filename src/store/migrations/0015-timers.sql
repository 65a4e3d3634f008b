-- What the service does by itself on a case when its time has come. The worker's role finds what is due; the rest is the tenant's own.
create table timers (
  tenant_id uuid not null,
  case_id uuid not null,
  kind text not null,
  run_at timestamptz not null,
  -- Whoever looks at it has it until then.
  held_until timestamptz,
  primary key (tenant_id, case_id, kind),
  foreign key (tenant_id, case_id) references cases on delete cascade
);
create index timers_due on timers (run_at);
alter table timers enable row level security;
create policy tenant on timers to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy worker on timers to app_worker using (true);
grant select, insert, update, delete on timers to app_user;
grant select, update on timers to app_worker;
