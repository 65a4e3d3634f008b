-- Who hears of a problem that Microsoft announces, without a case of theirs. Each row is its own timer: the worker's role finds which are to be
-- looked at again, the rest is the person's own organisation's.
create table announcement_followers (
  tenant_id uuid not null,
  person_id text not null,
  -- Microsoft's, such as EX1234567.
  announcement_id text not null,
  -- As it was when they began.
  title text not null,
  -- Until when they have heard everything that was said of it; null where nobody knows what had been said.
  told_through timestamptz,
  followed_at timestamptz not null,
  look_at timestamptz not null,
  primary key (tenant_id, person_id, announcement_id)
);
create index announcement_followers_due on announcement_followers (look_at);
alter table announcement_followers enable row level security;
create policy tenant on announcement_followers to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy worker on announcement_followers to app_worker using (true);
grant select, insert, update, delete on announcement_followers to app_user;
grant select (tenant_id, person_id, announcement_id, told_through, look_at), update (look_at) on announcement_followers to app_worker;
