-- CS-1: which partners the desk has on record as resellers of the one at hand, a provider; their ids and names, and nothing else of them.
create function resellers_of_provider() returns table (id uuid, name text)
language sql stable security definer as $$
  select tenants.id, tenants.name from rules join tenants on tenants.id = rules.tenant_id
  where rules.rule = 'partner' and rules.value ->> 'provider' = nullif(current_setting('app.tenant_id', true), '')
    and tenants.kind = 'partner' and tenants.state in ('listed', 'active')
  order by tenants.name, tenants.id limit 200
$$;
create index rules_provider on rules ((value ->> 'provider')) where rule = 'partner';
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function resellers_of_provider set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function resellers_of_provider from public;
grant execute on function resellers_of_provider to app_user;
