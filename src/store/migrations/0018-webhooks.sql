-- Other systems of a tenant that are told of its cases.
create table webhooks (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  description text not null,
  events jsonb not null,
  version int not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_by text not null,
  last_sent_at timestamptz,
  -- Since when nothing has arrived, and what it said last.
  failing_since timestamptz,
  last_fault json,
  -- It is left in peace until then.
  rests_until timestamptz,
  -- Nothing is sent to it any more: until it is switched on again.
  stopped_at timestamptz,
  stopped_why text,
  primary key (tenant_id, id)
);

-- What is signed with; those that end are good beside the last one for a while.
create table webhook_secrets (
  tenant_id uuid not null,
  webhook_id uuid not null,
  id bigint generated always as identity,
  secret text not null,
  expires_at timestamptz,
  primary key (tenant_id, webhook_id, id),
  foreign key (tenant_id, webhook_id) references webhooks on delete cascade
);

do $$
declare
  held text;
begin
  foreach held in array array['webhooks', 'webhook_secrets'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert, update, delete on webhooks to app_user;
-- Whoever serves people puts secrets in and ends them; reading them back is the worker's alone, for one webhook at hand.
grant insert, delete, update (expires_at), select (tenant_id, webhook_id, id, expires_at) on webhook_secrets to app_user;

create function secrets_of_webhook(of_tenant uuid, of_webhook uuid) returns setof text
language sql stable security definer as $$
  select secret from webhook_secrets
  where tenant_id = of_tenant and webhook_id = of_webhook and (expires_at is null or expires_at > clock_timestamp())
  order by id desc limit 5
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function secrets_of_webhook set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function secrets_of_webhook from public;
grant execute on function secrets_of_webhook to app_worker;
