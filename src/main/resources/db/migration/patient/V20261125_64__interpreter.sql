-- A need of interpreting, asked about at each booking.
alter table person add column interpreter_kind text check (interpreter_kind in ('SPOKEN', 'SIGNED'));
alter table person add column interpreter_language text not null default '';
