-- PN-13: a draft that corrects a case of its own tenant, made on the version its person saw; one a person and case until it is sent.
alter table drafts
  add column case_id uuid,
  add column case_version int,
  add constraint drafts_correction check ((case_id is null) = (case_version is null)),
  add constraint drafts_case foreign key (tenant_id, case_id) references cases on delete cascade;
create unique index drafts_of_case on drafts (tenant_id, case_id, person_id) where case_id is not null and sent_case_id is null;
