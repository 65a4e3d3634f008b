-- The cases that a person follows are a list of theirs: found from the person alone, without a look at the table.
drop index followers_person;
create index followers_person on followers (tenant_id, person_id, case_id);
