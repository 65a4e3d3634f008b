-- CS-3: the customer's domain by which a partner without a relationship filed this case. With on_behalf_of it opens this one case to that partner.
alter table cases add column filed_by_domain text;
create index cases_by_domain on cases (on_behalf_of) where filed_by_domain is not null;
alter table drafts add column filed_by_domain text;

-- When people of a partner asked whose a domain is: a few in an hour, so that nobody finds out who is served here. Nothing of who or which.
create table domain_questions (
  tenant_id uuid not null,
  at timestamptz not null
);
create index domain_questions_when on domain_questions (tenant_id, at);
alter table domain_questions enable row level security;
create policy tenant on domain_questions to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on domain_questions to app_user;

-- app.acting: the partner's tenant, then each customer as desk:tenant, and desk:domain where what was filed by domain counts.
drop policy acting on cases;
drop function find_cases;
drop function acts_on;
create function acts_on(of_tenant uuid, of_desk text, opened_for uuid, by_domain text) returns boolean
language sql stable parallel safe as $$
  select of_tenant::text = held.places[1]
    or (opened_for::text = held.places[1] and (
      of_desk || ':' || of_tenant = any (held.places[2:])
      or (by_domain is not null and of_desk || ':domain' = any (held.places[2:]))
    ))
  from (select string_to_array(nullif(current_setting('app.acting', true), ''), ',') as places) held
$$;
create policy acting on cases for select to app_partner using (acts_on(tenant_id, desk, on_behalf_of, filed_by_domain));

-- The same search as before; a partner's looks into the customers of what it filed by domain too, and sees of them that alone.
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
      and (acting is null or acts_on(tenant_id, desk, on_behalf_of, filed_by_domain))
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

-- What a case may say of the outage it is linked to, to whoever may see the case: the partner that filed it by domain too.
create or replace function outage_of_case(of_case uuid) returns table (id uuid, title text, state text)
language sql stable security definer as $$
  select outages.id, outages.title, outages.state from cases join outages on outages.id = cases.outage_id
  where cases.id = of_case
    and (
      cases.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      or cases.desk = any (string_to_array(nullif(current_setting('app.desks', true), ''), ','))
      or acts_on(cases.tenant_id, cases.desk, cases.on_behalf_of, cases.filed_by_domain)
    )
$$;

-- A partner's people follow cases of their own organisation.
create policy acting on followers for select to app_partner
  using (tenant_id::text = (string_to_array(nullif(current_setting('app.acting', true), ''), ','))[1]);
grant select on followers to app_partner;

do $$ begin
  execute format('alter function outage_of_case set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function find_cases set search_path = pg_catalog, %I, pg_temp', current_schema());
  execute format('alter function acts_on set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function acts_on from public;
grant execute on function acts_on to app_partner;
revoke execute on function find_cases from public;
grant execute on function find_cases to app_user, app_partner, app_engineer;
