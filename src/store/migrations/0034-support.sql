-- How far a support incident is: the problem as both sides see it, solutions, the wish to close, the charge. No names.
alter table cases add column support json;
