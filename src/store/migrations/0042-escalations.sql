-- CS-10: the partner whose request on this case an engineer found should not have been escalated, and since when.
alter table cases
  add column improper_of uuid,
  add column improper_at timestamptz,
  add constraint cases_improper check ((improper_of is null) = (improper_at is null));
create index cases_improper_of on cases (improper_of, improper_at) where improper_of is not null;

-- How many there are of the tenant at hand, whichever customers' they are; of the cases it says nothing else.
create function improper_escalations(since timestamptz) returns int
language sql stable security definer as $$
  select count(*)::int from cases
  where improper_of = nullif(current_setting('app.tenant_id', true), '')::uuid and improper_at >= since
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function improper_escalations set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function improper_escalations from public;
grant execute on function improper_escalations to app_user;
