-- What is booked has a type that exists there. A trigger and no foreign key: every booking would hold a lock on one of
-- five rows, and since rows of visit_type stay there is nothing to hold on to.
create function appointment_type_exists() returns trigger language plpgsql as $$
begin
  if not exists (select from visit_type
                 where key = new.visit_type and (unit_id is null or unit_id = new.unit_id)) then
    raise foreign_key_violation using message = 'no such visit type at this unit: ' || new.visit_type;
  end if;
  return new;
end $$;
create trigger appointment_type_exists before insert or update of visit_type, unit_id on appointment
  for each row execute function appointment_type_exists();

alter table appointment alter column search_reason drop not null;          -- null: the heading was written freely
alter table appointment add column links_at_start boolean not null default false; -- as the type was when it was booked
