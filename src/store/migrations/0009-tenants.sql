-- The organisations that the desk serves: the operator's own register, not a tenant's table. A tenant sees its own row and nothing of
-- another's; the operator's role sees all rows, of everything else in here the operator's own audit trail alone.
do $$ begin perform take_role('app_operator'); end $$;

create table tenants (
  id uuid primary key,
  kind text not null check (kind in ('customer', 'partner', 'operator')),
  state text not null check (state in ('listed', 'waiting', 'active', 'suspended', 'removing', 'removed')),
  name text not null,
  -- Why it is suspended: for the operator.
  reason text,
  -- When it first came; null while it is only allowed.
  registered_at timestamptz,
  changed_at timestamptz not null,
  -- The last export that was sent whole, and the last row of the audit trail in it.
  exported_at timestamptz,
  exported_seq int
);
create index tenants_by_name on tenants (name, id);
alter table tenants enable row level security;
create policy own on tenants for select to app_user using (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy register on tenants to app_operator using (true);
grant select on tenants to app_user;
grant select, insert, update on tenants to app_operator;

do $$
declare
  held text;
begin
  foreach held in array array['audit', 'audit_details', 'audit_heads'] loop
    execute format(
      'create policy operator on %I to app_operator using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert on audit, audit_details to app_operator;
grant select, insert, update on audit_heads to app_operator;

-- How many cases these tenants have: numbers, and nothing of what is in the cases.
create function count_cases(of_tenants uuid[]) returns table (tenant_id uuid, open bigint, total bigint)
language sql stable security definer as $$
  select cases.tenant_id, count(*) filter (where cases.is_open), count(*)
  from cases where cases.tenant_id = any (of_tenants) group by cases.tenant_id
$$;

/*
 Deletes at most so many rows of each table that belong to a tenant which is being removed; to be called until nothing remains. It finds
 the tables by itself, so that one which is added later is not forgotten. What others refer to goes once those are gone.
*/
create function remove_tenant_rows(of_tenant uuid, most int) returns table (removed bigint, remaining boolean)
language plpgsql volatile security definer as $$
declare
  held regclass;
  here bigint;
  more boolean;
begin
  perform from tenants where id = of_tenant and state = 'removing' for share;
  if not found then
    raise exception 'this tenant is not being removed' using errcode = 'CD002';
  end if;
  removed := 0;
  remaining := false;
  -- The operator's channels keep what they show of cases.
  delete from posts where ctid = any (array(select ctid from posts where case_tenant_id = of_tenant limit most));
  get diagnostics here = row_count;
  removed := removed + here;
  select exists (select from posts where case_tenant_id = of_tenant) into remaining;
  for held in
    select pg_class.oid::regclass from pg_class
    join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id' and not attisdropped
    where relkind = 'r' and relnamespace = (select relnamespace from pg_class where oid = 'tenants'::regclass)
    order by relname
  loop
    begin
      execute format('delete from %s where ctid = any (array(select ctid from %s where tenant_id = $1 limit $2))', held, held)
        using of_tenant, most;
      get diagnostics here = row_count;
      removed := removed + here;
    exception when foreign_key_violation then null;
    end;
    execute format('select exists (select from %s where tenant_id = $1)', held) into more using of_tenant;
    remaining := remaining or more;
  end loop;
  return next;
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['count_cases(uuid[])', 'remove_tenant_rows(uuid, int)'] loop
    -- Its owner's rights must not reach a table that somebody put in the way.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', named, current_schema());
    execute format('revoke execute on function %s from public', named);
    execute format('grant execute on function %s to app_operator', named);
  end loop;
end $$;
