/*
 Erases what is kept of one person in the tenant at hand (G-15). Requests may neither change what happened nor delete people, and need not
 learn to: this one function may, for the transaction's own tenant alone. Cases and their timelines stay, with or without the name; of the
 audit trail only details go, which its chain covers by a digest.
*/
create function erase_person(person text, known_as text[], with_names boolean, out cases_changed int, out audit_rows int)
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
    update cases
      set opened_by_name = case when opened_by = person then '' else opened_by_name end,
        closed = case when closed->'by'->>'id' = person and closed->'by'->>'tenantId' = tenant::text then jsonb_set(closed, '{by,name}', '""') else closed end
      where tenant_id = tenant
        and (opened_by = person or (closed->'by'->>'id' = person and closed->'by'->>'tenantId' = tenant::text));
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
-- Its owner's rights must not reach a table that somebody put in the way.
do $$ begin
  execute format('alter function erase_person set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function erase_person from public;
grant execute on function erase_person to app_user;
