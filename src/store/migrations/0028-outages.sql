-- One cause of many cases: the operator's own, whichever organisations' cases are linked to it. The link stands in each case.
create table outages (
  tenant_id uuid not null,
  id uuid not null,
  desk text not null,
  -- Customers with a linked case read it.
  title text not null,
  -- The desk's alone.
  description text not null,
  state text not null check (state in ('open', 'resolved')),
  version int not null,
  opened_by text not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  primary key (tenant_id, id)
);
create index outages_of_desk on outages (tenant_id, desk, opened_at desc);
create unique index outages_id on outages (id);

create table outage_updates (
  tenant_id uuid not null,
  id uuid not null,
  outage_id uuid not null,
  step text not null check (step in ('comment', 'resolve')),
  text text not null,
  reason text,
  by_id text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, outage_id) references outages
);
create index outage_updates_of on outage_updates (tenant_id, outage_id, at desc);

-- What an update is to reach, and what came of it: written with the update, so that whoever goes on after a process has died knows what is left.
create table outage_sendings (
  tenant_id uuid not null,
  update_id uuid not null,
  case_tenant_id uuid not null,
  case_id uuid not null,
  case_number text not null,
  -- Null while it is to be sent.
  outcome text check (outcome in ('done', 'skipped', 'refused')),
  primary key (tenant_id, update_id, case_id),
  foreign key (tenant_id, update_id) references outage_updates,
  foreign key (case_tenant_id, case_id) references cases on delete cascade
);
create index outage_sendings_of_case on outage_sendings (case_tenant_id, case_id);

alter table cases add column outage_id uuid;
create index cases_outage on cases (outage_id) where outage_id is not null;

do $$
declare
  held text;
begin
  foreach held in array array['outages', 'outage_updates', 'outage_sendings'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert, update on outages, outage_sendings to app_user;
grant select, insert on outage_updates to app_user;

do $$ begin perform take_role('app_partner'); end $$;

-- What a case may say of the outage it is linked to, to whoever may see the case: title and state, and nothing else of it.
create function outage_of_case(of_case uuid) returns table (id uuid, title text, state text)
language sql stable security definer as $$
  select outages.id, outages.title, outages.state from cases join outages on outages.id = cases.outage_id
  where cases.id = of_case
    and (
      cases.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      or cases.desk = any (string_to_array(nullif(current_setting('app.desks', true), ''), ','))
      -- A partner's own cases, and those it opened for customers it acts for at this moment.
      or exists (
        select from (select string_to_array(nullif(current_setting('app.acting', true), ''), ',') as places) held
        where cases.tenant_id::text = held.places[1]
          or (cases.on_behalf_of::text = held.places[1] and cases.desk || ':' || cases.tenant_id = any (held.places[2:]))
      )
    )
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function outage_of_case set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function outage_of_case from public;
grant execute on function outage_of_case to app_user, app_engineer, app_partner;
