-- Until when a number that was replaced was the person's.
alter table person_identifier add column until timestamptz;
