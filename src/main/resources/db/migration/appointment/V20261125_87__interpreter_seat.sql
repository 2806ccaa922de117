-- An interpreter's seat is booked by language; who comes to take it may be unknown until the door.
alter table participant add column interpreter_kind text check (interpreter_kind in ('SPOKEN', 'SIGNED'));
alter table participant add column interpreter_language text not null default '';
alter table participant add column agency_reference text not null default '';
alter table participant add constraint seat_of_an_interpreter check (
  case when kind = 'INTERPRETER'
    then interpreter_kind is not null and (interpreter_kind = 'SIGNED' or interpreter_language <> '')
    else interpreter_kind is null and interpreter_language = '' and agency_reference = ''
  end);
alter table participant add constraint guest_has_a_name check (kind <> 'GUEST' or first_name || last_name <> '');
