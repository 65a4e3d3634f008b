-- People as their own tokens and Teams' rosters have shown them, where no other directory is asked.
create table people (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  guest boolean not null,
  locale text,
  -- Null until a token has named them: a roster says who somebody is, not what they may.
  directory_roles jsonb,
  app_roles jsonb,
  seen_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index people_last on people (tenant_id, seen_at desc);
alter table people enable row level security;
create policy tenant on people to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on people to app_user;
