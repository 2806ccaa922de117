-- To one with protected identity automatic messages go only to a number that was registered for that use.
alter table patient_profile add column mobile_registered boolean not null default false;
