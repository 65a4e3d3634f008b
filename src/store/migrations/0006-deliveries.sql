-- Deliveries: one row for each way a notice goes out, worked on by processes that see every tenant's outbox and nothing else.
-- A role for requests or workers to run as, as in the first migration: it owns nothing, and this database's user may act as it.
create function take_role(wanted text) returns void
language plpgsql as $$
declare
  usable boolean;
begin
  begin
    execute format('create role %I nologin', wanted);
  exception when duplicate_object or unique_violation then null;
  end;
  begin
    perform set_config('role', wanted, true);
    raise exception using errcode = 'CD001'; -- takes the role off again
  exception
    when sqlstate 'CD001' then usable := true;
    when insufficient_privilege or invalid_parameter_value then usable := false;
  end;
  if not usable then
    begin
      execute format('grant %I to current_user', wanted);
    exception when insufficient_privilege then
      raise exception 'The database user % may not act as %. Let an administrator run: grant % to %', current_user, wanted, wanted, current_user
        using errcode = 'insufficient_privilege';
    end;
  end if;
  execute format('grant usage on schema %I to %I', current_schema(), wanted);
end $$;
revoke execute on function take_role from public;
do $$ begin perform take_role('app_worker'); end $$;

-- Nothing delivered what was queued until now; to be told of it all at once would help nobody.
delete from outbox;
alter table outbox
  add column channel text not null,
  -- What goes one after the other: what one recipient is told of one case in one way. A letter goes alone.
  add column lane text not null generated always as (coalesce(case_id::text, tenant_id::text || ':' || key) || ':' || channel || ':' || recipient::text) stored,
  -- How often it may have arrived without anybody knowing.
  add column maybe_sent int not null default 0,
  -- What went wrong, for engineers: a code and what the receiver said.
  alter column last_fault type json using null;

drop index outbox_due;
create index outbox_due on outbox (channel, run_at, id) where dead_at is null;
create index outbox_lane on outbox (lane, seq) where dead_at is null;
create index outbox_dead on outbox (dead_at desc, id desc) where dead_at is not null;

create policy worker on outbox to app_worker using (true);
grant select, update, delete on outbox to app_worker;

-- Engineers see what was given up of their desks' cases, and letters, which belong to no desk; a letter's words are for its reader alone.
create policy given_up on outbox for select to app_engineer using (
  dead_at is not null
  and (case_id is null or exists (select from cases where cases.tenant_id = outbox.tenant_id and cases.id = outbox.case_id))
);
grant select (id, tenant_id, key, case_id, seq, recipient, how, channel, attempts, dead_at, last_fault, created_at) on outbox to app_engineer;
-- Sending again and dropping happen in the tenant's own transaction, beside the row of its audit trail.
grant update (run_at, claimed_at, attempts, maybe_sent, dead_at, last_fault), delete on outbox to app_user;
