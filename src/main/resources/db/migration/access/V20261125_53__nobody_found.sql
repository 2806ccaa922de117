-- A search that found nobody leaves a row too; every other look is at somebody.
alter table access_log alter column person_id drop not null;
alter table access_log add constraint nobody_but_searched check (person_id is not null or action = 'SEARCHED');
