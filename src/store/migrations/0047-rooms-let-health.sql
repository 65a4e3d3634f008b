-- The rooms that customers let the tenant at hand look after, with what is open on each: that there is an incident and since when, whoever
-- reported it; which case it is, of its own alone.
create function rooms_let_health() returns table (room rooms, incidents jsonb)
language sql stable security definer as $$
  select held, (
    select coalesce(jsonb_agg(
      jsonb_build_object(
        'caseId', cases.id,
        'number', case when own then cases.number else '' end,
        'title', case when own then cases.title else '' end,
        'openedAt', cases.opened_at,
        'openedBy', jsonb_build_object('id', case when own or cases.opened_by like 'machine:%' then cases.opened_by else '' end, 'name', ''),
        'onBehalfOf', cases.on_behalf_of,
        'requester', jsonb_build_object('id', case when own then cases.requester else '' end, 'name', ''),
        'highImpact', coalesce((cases.particulars->>'highImpact')::boolean, false),
        'since', coalesce((
          select max(at) from events where events.tenant_id = cases.tenant_id and events.case_id = cases.id
            and type = 'statusChanged' and data->>'step' = 'reopen'
        ), cases.opened_at)
      ) order by cases.opened_at), '[]')
    from case_rooms named
    join cases on cases.tenant_id = named.tenant_id and cases.id = named.case_id
    cross join lateral (select cases.on_behalf_of is not distinct from nullif(current_setting('app.tenant_id', true), '')::uuid as own) whose
    where named.tenant_id = held.tenant_id and named.room_id = held.id and cases.is_open and cases.case_type = 'roomIncident'
  )
  from rooms_let() held
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function rooms_let_health() set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function rooms_let_health() from public;
grant execute on function rooms_let_health() to app_user;

-- Of a room's history a partner reads what its own cases are of.
create policy acting on case_rooms for select to app_partner
  using (exists (select from cases where cases.tenant_id = case_rooms.tenant_id and cases.id = case_rooms.case_id));
grant select on case_rooms to app_partner;
