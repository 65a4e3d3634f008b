-- A transaction says whose it is (app.tenant_id, or app.desks for engineers); without that it sees nothing.
do $$
declare
  held text;
begin
  foreach held in array array['cases', 'events', 'drafts', 'files', 'receipts', 'audit', 'audit_details', 'audit_heads', 'outbox', 'profiles', 'feedback', 'notes'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;

create policy desks on cases for select to app_engineer using (desk = any (string_to_array(current_setting('app.desks', true), ',')));
create policy desks on events for select to app_engineer
  using (exists (select from cases where cases.tenant_id = events.tenant_id and cases.id = events.case_id));
create policy desks on files for select to app_engineer
  using (exists (select from cases where cases.tenant_id = files.tenant_id and cases.id = files.case_id));
grant select on cases, events, files to app_engineer;

grant select, insert, update on cases, audit_heads, profiles, notes to app_user;
grant select, insert on events, receipts, audit, audit_details, outbox, feedback to app_user;
grant select, insert, update, delete on drafts, files to app_user;

/*
 Cases with all these words (a tsquery), newest change first. Full-text matching is not leakproof, so under row-level security its index
 goes unused and every case of the tenant is read; here the owner searches, and the function itself asks whose transaction it is.
*/
create function find_cases(
  wanted text, mine text, held_by text, unheld boolean, statuses text[], of_desk text, of_country text, due_before timestamptz,
  before_at timestamptz, before_id uuid, most int
) returns setof uuid
language plpgsql stable security definer set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  desks text[] := string_to_array(nullif(current_setting('app.desks', true), ''), ',');
  place text;
begin
  if tenant is not null then
    place := quote_literal('t:' || tenant);
  elsif desks is not null then
    select '(' || string_agg(quote_literal('d:' || desk), ' | ') || ')' into place from unnest(desks) desk;
  else
    return;
  end if;
  return query
    select id from cases
    where words @@ (place || ' & ' || wanted)::tsquery
      and (tenant is null or tenant_id = tenant)
      and (tenant is not null or desk = any (desks))
      and (mine is null or opened_by = mine)
      and (held_by is null or assigned_to = held_by)
      and (not unheld or assigned_to is null)
      and status = any (statuses)
      and (of_desk is null or desk = of_desk)
      and (of_country is null or country = of_country)
      and (due_before is null or (first_response_at is null and first_response_due_at < due_before))
      and (before_at is null or (updated_at, id) < (before_at, before_id))
    order by updated_at desc, id desc
    limit most;
end $$;
-- Its owner's rights must not reach a table that somebody put in the way.
do $$ begin
  execute format('alter function find_cases set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function find_cases from public;
grant execute on function find_cases to app_user, app_engineer;
