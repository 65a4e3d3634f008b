-- Whether a customer lets the partner at hand look after every room that a case names, and one at all where the case names none. What was said of
-- a room that was taken back can't be told apart from the rest of its case, so one such room hides the case.
create function rooms_stay_let(partner uuid, of_tenant uuid, of_case uuid) returns boolean
language sql stable security definer as $$
  select partner::text = coalesce(
      split_part(nullif(current_setting('app.acting', true), ''), ',', 1), nullif(current_setting('app.tenant_id', true), '')
    )
    and exists (select from room_assignments held where held.tenant_id = of_tenant and held.partner_id = partner)
    and not exists (
      select from case_rooms named where named.tenant_id = of_tenant and named.case_id = of_case and not exists (
        select from room_assignments held
        where held.tenant_id = of_tenant and held.room_id = named.room_id and held.partner_id = partner
      )
    )
$$;

-- app.acting: the partner's tenant, then each customer as desk:tenant, and desk:domain where what was filed by domain counts. Of a customer's
-- rooms the right is to the cases of those that it lets.
drop policy acting on cases;
drop function acts_on;
create function acts_on(of_tenant uuid, of_desk text, opened_for uuid, by_domain text, of_case uuid) returns boolean
language sql stable parallel safe as $$
  select of_tenant::text = held.places[1]
    or (opened_for::text = held.places[1] and (
      (
        of_desk || ':' || of_tenant = any (held.places[2:])
        and case when of_desk = 'rooms' then rooms_stay_let(opened_for, of_tenant, of_case) else true end
      )
      or (by_domain is not null and of_desk || ':domain' = any (held.places[2:]))
    ))
  from (select string_to_array(nullif(current_setting('app.acting', true), ''), ',') as places) held
$$;
create policy acting on cases for select to app_partner using (acts_on(tenant_id, desk, on_behalf_of, filed_by_domain, id));

-- The same search as before, by that right.
create or replace function find_cases(
  wanted text, mine text, held_by text, unheld boolean, statuses text[], of_desk text, of_country text, of_customer uuid, acted_by uuid,
  due_before timestamptz,
  before_at timestamptz, before_id uuid, most int
) returns setof uuid
language plpgsql stable security definer set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  desks text[] := string_to_array(nullif(current_setting('app.desks', true), ''), ',');
  acting text[] := string_to_array(nullif(current_setting('app.acting', true), ''), ',');
  place text;
begin
  if tenant is not null then
    place := quote_literal('t:' || tenant);
  elsif acting is not null then
    select '(' || string_agg(quote_literal('t:' || held.tenant), ' | ') || ')' into place from (
      select split_part(':' || unnest(acting), ':', -1) as tenant
      union
      select tenant_id::text from cases where on_behalf_of = acting[1]::uuid and filed_by_domain is not null
    ) held;
  elsif desks is not null then
    select '(' || string_agg(quote_literal('d:' || desk), ' | ') || ')' into place from unnest(desks) desk;
  else
    return;
  end if;
  return query
    select id from cases
    where words @@ (place || ' & ' || wanted)::tsquery
      and (tenant is null or tenant_id = tenant)
      and (acting is null or acts_on(tenant_id, desk, on_behalf_of, filed_by_domain, id))
      and (tenant is not null or acting is not null or desk = any (desks))
      and (mine is null or requester = mine)
      and (held_by is null or assigned_to = held_by)
      and (not unheld or assigned_to is null)
      and status = any (statuses)
      and (of_desk is null or desk = of_desk)
      and (of_country is null or country = of_country)
      and (of_customer is null or tenant_id = of_customer)
      and (acted_by is null or on_behalf_of = acted_by)
      and (due_before is null or (first_response_at is null and first_response_due_at < due_before))
      and (before_at is null or (updated_at, id) < (before_at, before_id))
    order by updated_at desc, id desc
    limit most;
end $$;

-- What a case may say of the outage it is linked to, to whoever may see the case.
create or replace function outage_of_case(of_case uuid) returns table (id uuid, title text, state text)
language sql stable security definer as $$
  select outages.id, outages.title, outages.state from cases join outages on outages.id = cases.outage_id
  where cases.id = of_case
    and (
      cases.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      or cases.desk = any (string_to_array(nullif(current_setting('app.desks', true), ''), ','))
      or acts_on(cases.tenant_id, cases.desk, cases.on_behalf_of, cases.filed_by_domain, cases.id)
    )
$$;

-- The same as before; which case an incident is, is told of a case that the partner still sees.
create or replace function rooms_let_health() returns table (room rooms, incidents jsonb)
language sql stable security definer as $$
  select held, (
    select coalesce(jsonb_agg(
      jsonb_build_object(
        'caseId', cases.id,
        'number', case when own then cases.number else '' end,
        'title', case when own then cases.title else '' end,
        'openedAt', cases.opened_at,
        'openedBy', jsonb_build_object('id', case when own or cases.opened_by like 'machine:%' then cases.opened_by else '' end, 'name', ''),
        'onBehalfOf', case when own then cases.on_behalf_of end,
        'requester', jsonb_build_object('id', case when own then cases.requester else '' end, 'name', ''),
        'highImpact', coalesce((cases.particulars->>'highImpact')::boolean, false),
        'since', coalesce((
          select max(at) from events where events.tenant_id = cases.tenant_id and events.case_id = cases.id
            and type = 'statusChanged' and data->>'step' = 'reopen'
        ), cases.opened_at)
      ) order by cases.opened_at), '[]')
    from case_rooms named
    join cases on cases.tenant_id = named.tenant_id and cases.id = named.case_id
    cross join lateral (select
      coalesce(cases.on_behalf_of = nullif(current_setting('app.tenant_id', true), '')::uuid, false)
        and rooms_stay_let(cases.on_behalf_of, cases.tenant_id, cases.id) as own
    ) whose
    where named.tenant_id = held.tenant_id and named.room_id = held.id and cases.is_open and cases.case_type = 'roomIncident'
  )
  from rooms_let() held
$$;

do $$ begin
  -- Their owner's rights must not reach a table that somebody put in the way.
  execute format('alter function rooms_stay_let set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function acts_on set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function find_cases set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function outage_of_case set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function rooms_let_health set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function rooms_stay_let, acts_on from public;
grant execute on function rooms_stay_let, acts_on to app_partner;
