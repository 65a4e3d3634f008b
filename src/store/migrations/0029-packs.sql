-- Packs of incidents that customers buy, what was taken from them, and requests for the packs of those who left. People are ids alone.
create table packs (
  tenant_id uuid not null,
  id uuid not null,
  desk text not null,
  confirmation text not null,
  account_id text not null,
  -- Whom the purchasing account lets use it.
  people text[] not null,
  purchased_on date not null,
  last_day date not null,
  incidents int not null,
  remaining int not null,
  version int not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, confirmation),
  -- Whatever happens at once, no incident is taken that is not there, and none comes back that was not taken.
  check (remaining between 0 and incidents)
);
create index packs_of_account on packs (tenant_id, account_id, last_day);
create index packs_of_desk on packs (desk, recorded_at desc, id desc);

-- One a case: what was taken for it.
create table pack_uses (
  tenant_id uuid not null,
  case_id uuid not null,
  pack_id uuid not null,
  at timestamptz not null,
  -- When the desk gave it back.
  returned_at timestamptz,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, pack_id) references packs (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index pack_uses_of_pack on pack_uses (tenant_id, pack_id);

create table pack_recoveries (
  tenant_id uuid not null,
  id uuid not null,
  desk text not null,
  pack_id uuid not null,
  asked_by text not null,
  reason text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'approved', 'declined')),
  decided_by text,
  decided_at timestamptz,
  words text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, pack_id) references packs (tenant_id, id)
);
create unique index pack_recoveries_open on pack_recoveries (tenant_id, pack_id, asked_by) where state = 'asked';
create index pack_recoveries_of_desk on pack_recoveries (desk, asked_at desc, id desc);

do $$
declare
  held text;
begin
  foreach held in array array['packs', 'pack_uses', 'pack_recoveries'] loop
    execute format('alter table %I enable row level security', held);
    execute format(
      'create policy tenant on %I to app_user using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      held
    );
  end loop;
end $$;
create policy desks on packs for select to app_engineer using (desk = any (string_to_array(current_setting('app.desks', true), ',')));
create policy desks on pack_uses for select to app_engineer
  using (exists (select from packs where packs.tenant_id = pack_uses.tenant_id and packs.id = pack_uses.pack_id));
create policy desks on pack_recoveries for select to app_engineer using (desk = any (string_to_array(current_setting('app.desks', true), ',')));
grant select, insert, update on packs, pack_uses, pack_recoveries to app_user;
grant select on packs, pack_uses, pack_recoveries to app_engineer;
