-- Channels in Teams that hear of cases, each in the tenant whose channel it is.
create table subscriptions (
  tenant_id uuid not null,
  id uuid not null,
  channel_id text not null,
  team_id text,
  service_url text not null,
  name text not null,
  -- Whether people of other organisations are in it.
  shared boolean not null,
  desk text not null,
  -- The one customer whose cases it hears of; null: all that its tenant may see.
  customer_id uuid,
  severities jsonb not null,
  events jsonb not null,
  locale text not null,
  version int not null,
  changed_by text not null,
  changed_at timestamptz not null,
  -- Since when Teams takes nothing for it any more.
  stopped_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, desk)
);
create index subscriptions_hearing on subscriptions (desk, tenant_id) where stopped_at is null;

-- The one post of a case in a channel, which is kept current.
create table posts (
  tenant_id uuid not null,
  channel_id text not null,
  case_tenant_id uuid not null,
  case_id uuid not null,
  activity_id text not null,
  -- What it shows everybody.
  shown json not null,
  primary key (tenant_id, channel_id, case_id)
);
create index posts_of_tenant on posts (case_tenant_id);

do $$
declare
  held text;
begin
  foreach held in array array['subscriptions', 'posts'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert, update, delete on subscriptions, posts to app_user;

-- What goes to channels is no longer the desk's one channel; nothing delivered it until now.
delete from outbox where recipient->>'kind' = 'desk';
-- The worker turns what goes to channels into a delivery for each, and a chat that is closed into a mail.
grant insert on outbox to app_worker;

/*
 Who may hear of one case: channels of its own tenant, and those of the operator that asked for this customer or for all of its desk. The worker
 belongs to no tenant; it finds them for a case at hand and no more.
*/
create function channels_of_case(of_tenant uuid, of_case uuid, operator uuid) returns setof subscriptions
language sql stable security definer as $$
  select s.* from subscriptions s join cases c on c.tenant_id = of_tenant and c.id = of_case
  where s.desk = c.desk and s.stopped_at is null
    and (s.tenant_id = of_tenant or s.tenant_id = operator)
    and (s.customer_id is null or s.customer_id = of_tenant)
  order by s.tenant_id, s.id limit 1000
$$;
do $$ begin
  -- Its owner's rights must not reach a table that somebody put in the way.
  execute format('alter function channels_of_case set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function channels_of_case from public;
grant execute on function channels_of_case to app_worker;
