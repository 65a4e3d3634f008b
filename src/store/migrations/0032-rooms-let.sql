-- The rooms that customers let the tenant at hand look after: those alone, for as long as they do.
create function rooms_let() returns setof rooms
language sql stable security definer as $$
  select rooms.* from room_assignments held
  join rooms on rooms.tenant_id = held.tenant_id and rooms.id = held.room_id
  where held.partner_id = nullif(current_setting('app.tenant_id', true), '')::uuid and rooms.taken_out_at is null
$$;

-- Who those customers are, by name.
create function customers_letting_rooms() returns table (id uuid, name text)
language sql stable security definer as $$
  select tenants.id, tenants.name from tenants
  where tenants.id in (select tenant_id from rooms_let()) and tenants.state = 'active'
  order by tenants.name, tenants.id limit 500
$$;

do $$
declare
  named text;
begin
  foreach named in array array['rooms_let()', 'customers_letting_rooms()'] loop
    -- Its owner's rights must not reach a table that somebody put in the way.
    execute format('alter function %s set search_path = pg_catalog, %I, pg_temp', named, current_schema());
    execute format('revoke execute on function %s from public', named);
    execute format('grant execute on function %s to app_user', named);
  end loop;
end $$;
