-- Words that engineers use again and again, desk by desk and language by language: the operator's own.
create table saved_replies (
  tenant_id uuid not null,
  id uuid not null,
  desk text not null,
  locale text not null,
  title text not null,
  -- With its placeholders.
  text text not null,
  version int not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index saved_replies_of_desk on saved_replies (tenant_id, desk, title);
alter table saved_replies enable row level security;
create policy tenant on saved_replies to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on saved_replies to app_user;
