-- Whose a case is, apart from who opened it; when escalation was asked for; from when its target counts; what was typed for forms it had before.
alter table cases
  add column requester text,
  add column requester_name text,
  add column escalated_at timestamptz,
  add column target_from timestamptz,
  add column filed jsonb not null default '[]';
update cases set
  requester = opened_by,
  requester_name = opened_by_name,
  target_from = coalesce(
    (
      select max(at) from events
      where events.tenant_id = cases.tenant_id and events.case_id = cases.id and type = 'statusChanged' and data->>'step' = 'reopen'
    ),
    opened_at
  );
alter table cases
  alter column requester set not null,
  alter column requester_name set not null,
  alter column target_from set not null,
  alter column filed drop default;

drop index cases_own;
drop index cases_own_open;
create index cases_own on cases (tenant_id, requester, updated_at desc, id desc);
create index cases_own_open on cases (tenant_id, requester, updated_at desc, id desc) where is_open;

create or replace function find_cases(
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
      and (mine is null or requester = mine)
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

/*
 As before; besides, whose a case is, between whom it was transferred, and contacts that were corrected. An entry of the timeline tells from
 what to what: addresses go from both.
*/
create or replace function erase_person(person text, known_as text[], with_names boolean, out cases_changed int, out audit_rows int)
language plpgsql volatile security definer as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  addresses text[];
begin
  if tenant is null then
    raise exception 'no tenant is at hand' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(distinct lower(address)), '{}') into addresses
  from (
    select unnest(known_as)
    union all select email from people where tenant_id = tenant and id::text = person
    union all select person_email from grants where tenant_id = tenant and person_id = person
    union all select profile->>'email' from profiles where tenant_id = tenant and person_id = person
    union all select profile->>'unconfirmedEmail' from profiles where tenant_id = tenant and person_id = person
  ) found (address)
  where address <> '';

  delete from drafts where tenant_id = tenant and person_id = person;
  delete from files where tenant_id = tenant and owner_id = person and case_id is null;
  delete from notes where tenant_id = tenant and person_id = person;
  delete from profiles where tenant_id = tenant and person_id = person;
  delete from confirmations where tenant_id = tenant and person_id = person;
  delete from people where tenant_id = tenant and id::text = person;
  delete from sessions where tenant_id = tenant and person_id::text = person;
  delete from grants where tenant_id = tenant and person_id = person;
  delete from outbox
    where tenant_id = tenant and (recipient->>'id' = person or lower(recipient->>'address') = any (addresses));
  -- An address whose owner wanted no more mail stays, so that it gets none.
  delete from mail_recipients
    where tenant_id = tenant
      and (recipient = 'person:' || person or (stopped_at is null and lower(recipient) = any (select 'email:' || unnest(addresses))));
  update rules
    set version = version + 1, value = json_build_object(
      'who', 'named',
      'people', (select coalesce(json_agg(one), '[]') from json_array_elements(value->'people') one where one->>'id' <> person)
    )
    where tenant_id = tenant and rule = 'closing'
      and exists (select from json_array_elements(case when value->>'who' = 'named' then value->'people' else '[]' end) one where one->>'id' = person);
  update cases
    set contacts = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(contacts) one where lower(one #>> '{}') <> all (addresses))
    where tenant_id = tenant
      and exists (select from jsonb_array_elements(contacts) one where lower(one #>> '{}') = any (addresses));
  update events
    set data = jsonb_set(data, '{changes,contacts}', (
      select jsonb_object_agg(side, (
        select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(held) one where lower(one #>> '{}') <> all (addresses)
      ))
      from jsonb_each(data #> '{changes,contacts}') sides (side, held)
    ))
    where tenant_id = tenant and type = 'edited'
      and exists (
        select from jsonb_each(data #> '{changes,contacts}') sides (side, held), jsonb_array_elements(held) one
        where lower(one #>> '{}') = any (addresses)
      );

  cases_changed := 0;
  if with_names then
    update feedback set person_name = '' where tenant_id = tenant and person_id = person;
    update grants set granted_by_name = '' where tenant_id = tenant and granted_by = person;
    update machines set created_by_name = '' where tenant_id = tenant and created_by = person;
    update rules set changed_by_name = '' where tenant_id = tenant and changed_by = person;
    with renamed as (
      update events set actor = jsonb_set(actor, '{name}', '""')
        where tenant_id = tenant and actor->>'id' = person and actor->>'tenantId' = tenant::text
        returning case_id
    )
    select count(distinct case_id) into cases_changed from renamed;
    update events
      set data = data
        || case when data #>> '{from,id}' = person then jsonb_build_object('from', jsonb_build_object('id', person, 'name', '')) else '{}' end
        || case when data #>> '{to,id}' = person then jsonb_build_object('to', jsonb_build_object('id', person, 'name', '')) else '{}' end
      where tenant_id = tenant and type = 'transferred' and person in (data #>> '{from,id}', data #>> '{to,id}');
    update cases
      set requester_name = case when requester = person then '' else requester_name end,
        opened_by_name = case when opened_by = person then '' else opened_by_name end,
        closed = case when closed->'by'->>'id' = person and closed->'by'->>'tenantId' = tenant::text then jsonb_set(closed, '{by,name}', '""') else closed end
      where tenant_id = tenant
        and (opened_by = person or requester = person or (closed->'by'->>'id' = person and closed->'by'->>'tenantId' = tenant::text));
  end if;

  -- Where the person acted, if their name is to go; and wherever anything else tells who they are. Only an id as the directory gives them is
  -- looked for in texts: a shorter one could be part of something else. So could an address: only one that is a value of its own counts.
  with gone as (
    delete from audit_details
      using audit
      where audit.tenant_id = tenant and audit_details.tenant_id = tenant and audit.seq = audit_details.seq
        and audit.action <> 'person.erase'
        and (
          (with_names and audit.actor_id = person and audit.actor_tenant_id = tenant)
          or (with_names and person ~ '^[0-9a-f-]{36}$' and position(person in audit_details.details::text) > 0)
          or exists (select from unnest(addresses) address where position('"' || address || '"' in lower(audit_details.details::text)) > 0)
        )
      returning audit.seq
  )
  select count(*) into audit_rows from gone;
end $$;
do $$ begin
  execute format('alter function erase_person set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
