-- Who was answered that mail is not read here, so that nobody is answered twice a day: digests of mailboxes, for a day.
create table mail_answers (
  tenant_id uuid not null,
  mailbox_digest text not null,
  at timestamptz not null,
  primary key (tenant_id, mailbox_digest)
);
alter table mail_answers enable row level security;
create policy tenant on mail_answers to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, delete on mail_answers to app_user;
