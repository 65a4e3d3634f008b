-- Codes sent to a person's new address, each kept for a day, so that it is known how many were sent.
create table confirmations (
  tenant_id uuid not null,
  id uuid not null,
  person_id text not null,
  address text not null,
  -- Whom the address reaches, without what follows a plus.
  mailbox text not null,
  salt text not null,
  digest text not null,
  tries int not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create unique index confirmations_waiting on confirmations (tenant_id, person_id) where ended_at is null;
create index confirmations_person on confirmations (tenant_id, person_id, sent_at);
create index confirmations_mailbox on confirmations (tenant_id, mailbox, sent_at);

-- Addresses outside an organisation that were asked whether they want mail about its cases.
create table contact_consents (
  tenant_id uuid not null,
  address text not null,
  mailbox text not null,
  locale text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  -- Null once it was used.
  token_digest text,
  token_expires_at timestamptz not null,
  agreed_at timestamptz,
  refused_at timestamptz,
  primary key (tenant_id, address),
  check (agreed_at is null or refused_at is null)
);
create unique index contact_consents_token on contact_consents (token_digest) where token_digest is not null;
create index contact_consents_mailbox on contact_consents (tenant_id, mailbox);
create index contact_consents_asked on contact_consents (tenant_id, asked_at);

do $$
declare
  held text;
begin
  foreach held in array array['confirmations', 'contact_consents'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
grant select, insert, update, delete on confirmations to app_user;
grant select, insert, update on contact_consents to app_user;

-- Whoever holds the token belongs to no tenant: this finds which one asked, for one digest and no more.
create function find_asked_contact(of_digest text)
returns table (tenant_id uuid, address text, locale text, token_expires_at timestamptz)
language sql stable security definer as $$
  select c.tenant_id, c.address, c.locale, c.token_expires_at from contact_consents c where c.token_digest = of_digest
$$;
do $$ begin
  execute format('alter function find_asked_contact set search_path = pg_catalog, %I, pg_temp', current_schema());
end $$;
revoke execute on function find_asked_contact from public;
grant execute on function find_asked_contact to app_user;
