-- Whom a unit has had, booked or made: those it may look for by name. Only ever added to. The unit is a care unit by its
-- id; no reference, since persons know nothing of units.
create table unit_patient (
  person_id uuid not null references person,
  unit_id   uuid not null,
  since     timestamptz not null default now(),
  primary key (person_id, unit_id)
);

-- A name from each of its words on, as it is searched: "anna karin oberg", "karin oberg anna", "oberg anna karin", so that
-- every word is the beginning of something that an index keeps in order. "family" says that the word is of the last name.
create function name_turns(first text, last text) returns table (family boolean, turn text)
  language sql immutable parallel safe
  as $$
    select bool_or(n > given), array_to_string(words[n:] || words[:n - 1], ' ')
    from (select array_remove(string_to_array(public.name_words(first, last), ' '), '') as words,
                 cardinality(array_remove(string_to_array(public.name_words(first, ''), ' '), '')) as given) as name,
         generate_subscripts(words, 1) as n
    group by 2
  $$;

-- Where a search by name looks, and nowhere else: a person with protected identity is not in it. The order of "C" is the
-- one in which the beginnings of texts stand together.
create table patient_turn (
  unit_id   uuid not null,
  family    boolean not null,
  turn      text collate "C" not null,
  person_id uuid not null,
  primary key (unit_id, family, turn, person_id)
);

-- The person is held meanwhile: whoever changes the name or the protection comes before or after, and not in between.
create function joined_unit() returns trigger language plpgsql as $$
begin
  insert into patient_turn (unit_id, family, turn, person_id)
  select one.unit_id, name.family, name.turn, one.id
  from (select joined.unit_id, p.* from joined join person p on p.id = joined.person_id
        where not p.protected_identity for share of p) one
  cross join lateral name_turns(one.first_name, one.last_name) name;
  return null;
end $$;
create trigger joined_unit after insert on unit_patient referencing new table as joined
  for each statement execute function joined_unit();

create function turned_name() returns trigger language plpgsql as $$
begin
  delete from patient_turn there
  using unit_patient u, name_turns(old.first_name, old.last_name) before
  where u.person_id = old.id and there.unit_id = u.unit_id and there.family = before.family
    and there.turn = before.turn and there.person_id = old.id;
  if not new.protected_identity then
    insert into patient_turn (unit_id, family, turn, person_id)
    select u.unit_id, name.family, name.turn, new.id
    from unit_patient u cross join name_turns(new.first_name, new.last_name) name
    where u.person_id = new.id;
  end if;
  return null;
end $$;
create trigger turned_name after update of first_name, last_name, protected_identity on person
  for each row when ((old.first_name, old.last_name, old.protected_identity)
    is distinct from (new.first_name, new.last_name, new.protected_identity))
  execute function turned_name();

insert into unit_patient (person_id, unit_id, since)
select person_id, unit_id, min(created_at) from appointment group by person_id, unit_id;

drop index person_sought;
