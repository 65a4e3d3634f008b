-- What removing a tenant and erasing a person left behind.

-- The operator's channels that heard of a removed customer alone hear of nobody any more.
delete from subscriptions using tenants where tenants.id = subscriptions.customer_id and tenants.state = 'removed';
create index subscriptions_customer on subscriptions (customer_id) where customer_id is not null;

create or replace function remove_tenant_rows(of_tenant uuid, most int) returns table (removed bigint, remaining boolean)
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
  -- The operator's channels keep what they show of cases, and some were for this customer alone.
  delete from posts where ctid = any (array(select ctid from posts where case_tenant_id = of_tenant limit most));
  get diagnostics here = row_count;
  removed := removed + here;
  delete from subscriptions where ctid = any (array(select ctid from subscriptions where customer_id = of_tenant limit most));
  get diagnostics here = row_count;
  removed := removed + here;
  remaining := exists (select from posts where case_tenant_id = of_tenant) or exists (select from subscriptions where customer_id = of_tenant);
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

-- The last row of a tenant's audit trail, which gets no other until the transaction ends: whether an export holds all of it is decided so.
create function hold_trail(of_tenant uuid) returns int
language plpgsql volatile security definer as $$
declare
  last int;
begin
  select seq into last from audit_heads where tenant_id = of_tenant for update;
  return coalesce(last, 0);
end $$;

/*
 Takes the name of whoever is erased out of the rows of erasures that they had asked for. Those rows say what was erased, so they stay: with
 details of their own, a new salt and no name. What the rows now say has these digests, which the row of this erasure is to hold; by that
 the trail vouches for them.
*/
create function restate_erasures(person text) returns table (row_seq int, digest text)
language plpgsql volatile security definer as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then
    raise exception 'no tenant is at hand' using errcode = 'insufficient_privilege';
  end if;
  return query
    update audit_details
      set salt = replace(gen_random_uuid()::text, '-', ''),
        details = jsonb_set(audit_details.details::jsonb, '{name}', '""')::json
      from audit
      where audit.tenant_id = tenant and audit_details.tenant_id = tenant and audit.seq = audit_details.seq
        and audit.action = 'person.erase' and audit.actor_id = person and audit.actor_tenant_id = tenant
        and audit_details.details->>'name' <> ''
      returning audit_details.seq,
        encode(sha256(convert_to(audit_details.salt || chr(10) || audit_details.details::text, 'UTF8')), 'hex');
end $$;

do $$
declare
  named text;
begin
  foreach named in array array['remove_tenant_rows(uuid, int)', 'hold_trail(uuid)', 'restate_erasures(text)'] loop
    -- Its owner's rights must not reach a table that somebody put in the way.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', named, current_schema());
    execute format('revoke execute on function %s from public', named);
  end loop;
end $$;
grant execute on function remove_tenant_rows(uuid, int), hold_trail(uuid) to app_operator;
grant execute on function restate_erasures(text) to app_user;
