-- Meeting rooms of a tenant: what an incident names, and what monitoring reports on.
create table rooms (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  -- Empty where none was said.
  site text not null,
  email text,
  -- The room's id in the tenant's directory, where it came from there.
  directory_id text,
  capacity int,
  source text not null check (source in ('hand', 'list', 'directory')),
  version int not null,
  changed_by text not null,
  changed_at timestamptz not null,
  -- A room that is no longer there stays in the history of its cases.
  taken_out_at timestamptz,
  primary key (tenant_id, id)
);
create index rooms_by_site on rooms (tenant_id, site, name, id);

-- The rooms that a case names. Whether a room is well is worked out from them, and stored nowhere.
create table case_rooms (
  tenant_id uuid not null,
  case_id uuid not null,
  room_id uuid not null,
  primary key (tenant_id, case_id, room_id),
  foreign key (tenant_id, case_id) references cases,
  foreign key (tenant_id, room_id) references rooms
);
create index case_rooms_of_room on case_rooms (tenant_id, room_id, case_id);

-- What monitoring reported of a room, and the last incident that came of it.
create table room_signals (
  tenant_id uuid not null,
  room_id uuid not null,
  signal text not null,
  case_id uuid not null,
  primary key (tenant_id, room_id, signal),
  foreign key (tenant_id, case_id) references cases,
  foreign key (tenant_id, room_id) references rooms
);

-- Rooms that a customer let a partner look after, until it ends that.
create table room_assignments (
  tenant_id uuid not null,
  room_id uuid not null,
  partner_id uuid not null,
  partner_name text not null,
  assigned_by text not null,
  assigned_at timestamptz not null,
  primary key (tenant_id, room_id, partner_id),
  foreign key (tenant_id, room_id) references rooms
);
create index room_assignments_of_partner on room_assignments (partner_id, tenant_id);

do $$
declare
  held text;
begin
  foreach held in array array['rooms', 'case_rooms', 'room_signals', 'room_assignments'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
create policy desks on rooms for select to app_engineer using ('rooms' = any (string_to_array(current_setting('app.desks', true), ',')));
create policy desks on case_rooms for select to app_engineer
  using (exists (select from cases where cases.tenant_id = case_rooms.tenant_id and cases.id = case_rooms.case_id));
grant select on rooms, case_rooms to app_engineer;
grant select, insert, update on rooms, room_signals to app_user;
grant select, insert on case_rooms to app_user;
grant select, insert, delete on room_assignments to app_user;

-- A partner by its whole name or its tenant id: a customer that names one is told of no other.
create function partner_named(wanted text) returns table (id uuid, name text)
language sql stable security definer as $$
  select tenants.id, tenants.name from tenants
  where kind = 'partner' and state in ('listed', 'active') and (tenants.id::text = lower(wanted) or lower(tenants.name) = lower(wanted))
  order by tenants.id limit 2
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function partner_named set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function partner_named from public;
grant execute on function partner_named to app_user;

-- A room's incident comes before everything else in the queue.
drop index cases_queue;
alter table cases drop column urgency;
alter table cases add column urgency smallint not null generated always as (
  case when case_type = 'roomIncident' then 0 else case severity when 'A' then 1 when 'B' then 2 when 'C' then 3 else 4 end end
) stored;
create index cases_queue on cases (desk, urgency, due_order, opened_at, id) where is_open;
