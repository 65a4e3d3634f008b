-- Monitoring and other systems of a tenant: each with a credential of its own. Of a secret its digest alone is kept.
create table machines (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  scopes jsonb not null,
  secret_digest text not null,
  -- The secret before the last, until it has been replaced everywhere.
  old_digest text,
  old_until timestamptz,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create index machines_newest on machines (tenant_id, created_at desc, id);
alter table machines enable row level security;
create policy tenant on machines to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on machines to app_user;
