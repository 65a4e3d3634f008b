-- What the desk has on record of a partner, and what its engineers note of requests it should not have escalated.
alter table rules drop constraint rules_rule_check;
alter table rules add constraint rules_rule_check check (rule in ('closing', 'leaverNames', 'partner', 'escalations'));
