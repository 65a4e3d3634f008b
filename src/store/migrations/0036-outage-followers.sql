-- Who hears of an outage without a case of theirs, of whichever organisation; ids alone.
create table outage_followers (
  tenant_id uuid not null,
  outage_id uuid not null,
  person_tenant_id uuid not null,
  person_id text not null,
  at timestamptz not null,
  primary key (tenant_id, outage_id, person_tenant_id, person_id),
  foreign key (tenant_id, outage_id) references outages
);
alter table outage_followers enable row level security;
create policy tenant on outage_followers to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on outage_followers to app_user;
