-- A partner's people see their own organisation's cases, and those it opened for customers it acts for at this moment.
do $$ begin perform take_role('app_partner'); end $$;

-- app.acting: the partner's tenant, then each customer as desk:tenant.
create function acts_on(of_tenant uuid, of_desk text, opened_for uuid) returns boolean
language sql stable parallel safe as $$
  select of_tenant::text = held.places[1]
    or (opened_for::text = held.places[1] and of_desk || ':' || of_tenant = any (held.places[2:]))
  from (select string_to_array(nullif(current_setting('app.acting', true), ''), ',') as places) held
$$;

create policy acting on cases for select to app_partner using (acts_on(tenant_id, desk, on_behalf_of));
create policy acting on events for select to app_partner
  using (not internal and exists (select from cases where cases.tenant_id = events.tenant_id and cases.id = events.case_id));
create policy acting on files for select to app_partner
  using (not internal and exists (select from cases where cases.tenant_id = files.tenant_id and cases.id = files.case_id));
grant select on cases, events, files to app_partner;

-- What a partner opened, newest change first.
create index cases_acting on cases (on_behalf_of, updated_at desc, id desc) where on_behalf_of is not null;
create index cases_acting_own on cases (on_behalf_of, requester, updated_at desc, id desc) where on_behalf_of is not null;

alter table drafts add column on_behalf_of uuid;

-- The same search as before, for partners too.
drop function find_cases;
create function find_cases(
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
    select '(' || string_agg(distinct quote_literal('t:' || split_part(':' || held, ':', -1)), ' | ') || ')' into place from unnest(acting) held;
  elsif desks is not null then
    select '(' || string_agg(quote_literal('d:' || desk), ' | ') || ')' into place from unnest(desks) desk;
  else
    return;
  end if;
  return query
    select id from cases
    where words @@ (place || ' & ' || wanted)::tsquery
      and (tenant is null or tenant_id = tenant)
      and (acting is null or acts_on(tenant_id, desk, on_behalf_of))
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
do $$ begin
  execute format('alter function find_cases set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function acts_on set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function acts_on from public;
grant execute on function acts_on to app_partner;
revoke execute on function find_cases from public;
grant execute on function find_cases to app_user, app_partner, app_engineer;
