-- How long before the start the waiting room opens for others than staff; null: from the booking on.
alter table care_unit add column opens_minutes_before int check (opens_minutes_before between 5 and 1440);
