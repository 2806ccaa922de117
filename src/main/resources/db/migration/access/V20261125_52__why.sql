-- Why it was done, where a reason is asked for.
alter table access_log add column reason text;
