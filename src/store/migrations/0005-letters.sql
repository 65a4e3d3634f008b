-- What is told outside of any case: a letter in place of a case's event.
alter table outbox
  alter column case_id drop not null,
  alter column seq drop not null,
  add column letter json,
  add constraint outbox_about check (case when letter is null then case_id is not null and seq is not null else case_id is null and seq is null end);
