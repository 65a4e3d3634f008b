-- Roles that a tenant's administrator gave in the app, beside those of the directory.
create table grants (
  tenant_id uuid not null,
  person_id text not null,
  role text not null check (role in ('ticketManager')),
  person_name text not null,
  person_email text not null,
  granted_by text not null,
  granted_by_name text not null,
  granted_at timestamptz not null,
  primary key (tenant_id, person_id, role)
);

-- What a tenant decides for itself: who of its side closes cases, and whether the names of people who left stay.
create table rules (
  tenant_id uuid not null,
  rule text not null check (rule in ('closing', 'leaverNames')),
  value json not null,
  version int not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, rule)
);

do $$
declare
  held text;
begin
  foreach held in array array['grants', 'rules'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert, delete on grants to app_user;
grant select, insert, update on rules to app_user;
