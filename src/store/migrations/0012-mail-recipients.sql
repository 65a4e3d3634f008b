-- Who is written to, each with a way to say "no more" that needs no sign-in (List-Unsubscribe).
create table mail_recipients (
  tenant_id uuid not null,
  -- person:<id> or email:<address>
  recipient text not null,
  -- As it stands in every mail to them. All it lets anybody do is to stop these mails, and to start them again.
  token text not null,
  locale text not null,
  -- Of a contact; whether a person wants mail stands in their profile.
  stopped_at timestamptz,
  primary key (tenant_id, recipient)
);
create unique index mail_recipients_token on mail_recipients (token);
alter table mail_recipients enable row level security;
create policy tenant on mail_recipients to app_user using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on mail_recipients to app_user;

-- Whoever holds the token belongs to no tenant: this finds whose it is, for one token and no more.
create function find_mail_recipient(of_token text) returns table (tenant_id uuid, recipient text, locale text)
language sql stable security definer as $$
  select r.tenant_id, r.recipient, r.locale from mail_recipients r where r.token = of_token
$$;
do $$ begin
  execute format('alter function find_mail_recipient set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function find_mail_recipient from public;
grant execute on function find_mail_recipient to app_user;
