-- People signed in with a browser of their own. Whoever reads this table can't be any of them: only a digest of the key in the cookie is here.
create table sessions (
  tenant_id uuid not null,
  key_digest text not null,
  person_id uuid not null,
  guest boolean not null,
  begun_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (tenant_id, key_digest)
);
create index sessions_of_person on sessions (tenant_id, person_id);
create index sessions_begun on sessions (begun_at);
alter table sessions enable row level security;
create policy tenant on sessions to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on sessions to app_user;
