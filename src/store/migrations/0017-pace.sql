-- How fast the desk speaks in Teams: a row for each send, done or to come, so that all processes together keep to what Teams takes.
create table pace (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  conversation text not null,
  at timestamptz not null,
  -- For whom a slot to come is kept.
  holder text,
  sent_at timestamptz,
  -- Teams asked for a pause until then.
  pause boolean not null default false
);
create index pace_conversation on pace (conversation, at desc, id desc);
create index pace_tenant on pace (tenant_id, sent_at desc) where sent_at is not null;
create index pace_holder on pace (holder) where holder is not null;
create index pace_old on pace (at);
alter table pace enable row level security;
create policy worker on pace to app_worker using (true);
grant select, insert, update, delete on pace to app_worker;

/*
 Milliseconds to wait before so many sends; 0: they may go now, and are counted. Whoever has to wait has a slot kept, and asks again then: so
 those who ask are served in the order in which they came, and nobody asks in vain over and over. A slot that was not used in its time is
 given up. Limits: in any `spans[i]` milliseconds at most `mosts[i]` sends; each span is kept `slack` longer than Teams says, for what lies
 between a slot and its send.
*/
create function take_slot(
  of_tenant uuid, of_conversation text, of_holder text, wanted int,
  spans int[], mosts int[], tenant_span int, tenant_most int, slack int
) returns int
language plpgsql volatile as $$
declare
  ms constant interval := interval '1 ms';
  now timestamptz;
  slot timestamptz;
  before timestamptz;
  kept timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('pace ' || of_conversation, 0));
  now := clock_timestamp();
  delete from pace where id in (
    select id from pace where at < now - (select max(span) from unnest(spans) span) * ms - slack * ms order by at limit 20 for update skip locked
  );
  select max(at) into before from pace where conversation = of_conversation and pause and at > now;
  if found and before is not null then
    delete from pace where holder = of_holder;
    return ceil(extract(epoch from before - now) * 1000);
  end if;
  select max(at) into kept from pace where holder = of_holder;
  if kept is not null and kept > now then
    return ceil(extract(epoch from kept - now) * 1000);
  end if;
  if kept is null or kept < now - slack * ms then
    delete from pace where holder = of_holder;
    for i in 1 .. wanted loop
      select max(at) into slot from pace where conversation = of_conversation;
      slot := greatest(now, slot);
      for limited in 1 .. array_length(spans, 1) loop
        select at into before from pace where conversation = of_conversation order by at desc, id desc offset mosts[limited] - 1 limit 1;
        if found then
          slot := greatest(slot, before + (spans[limited] + slack) * ms);
        end if;
      end loop;
      insert into pace (tenant_id, conversation, at, holder) values (of_tenant, of_conversation, slot, of_holder);
    end loop;
    -- They go together, so all of them wait for the last.
    update pace set at = slot where holder = of_holder;
    if slot > now then
      return ceil(extract(epoch from slot - now) * 1000);
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('pace ' || of_tenant, 0));
  now := clock_timestamp();
  select sent_at into before from pace
    where tenant_id = of_tenant and sent_at is not null order by sent_at desc offset tenant_most - wanted limit 1;
  if found and before + (tenant_span + slack) * ms > now then
    delete from pace where holder = of_holder;
    return ceil(extract(epoch from before + (tenant_span + slack) * ms - now) * 1000);
  end if;
  update pace set at = now, sent_at = now, holder = null where holder = of_holder;
  return 0;
end $$;
do $$ begin
  execute format('alter function take_slot set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function take_slot from public;
grant execute on function take_slot to app_worker;
