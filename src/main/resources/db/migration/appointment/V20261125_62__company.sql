-- Who is there for a child, and why another type of visit was chosen than the rules propose.
alter table appointment add column same_place boolean not null default true;
alter table appointment add column rule_reason text not null default '';

-- Rule 2: a child who is a patient through a proxy has no visit without that proxy. Looked at when the booking is whole.
create function proxy_takes_part() returns trigger language plpgsql as $$
begin
  if exists (select from patient_profile f
             where f.id = new.profile_id and f.kind = 'THROUGH_PROXY'
               and not exists (select from participant p
                               where p.appointment_id = new.id and p.person_id = f.proxy_id and p.kind = 'PROXY')) then
    raise check_violation using message = 'rule 2: the proxy of the profile must take part', constraint = 'rule_2';
  end if;
  return null;
end $$;
create constraint trigger rule_2 after insert or update of profile_id on appointment
  deferrable initially deferred for each row execute function proxy_takes_part();

-- Rule 1: no proxy at a video visit on an own profile that staff made.
create function no_proxy_on_own() returns trigger language plpgsql as $$
begin
  if exists (select from appointment a join patient_profile f on f.id = a.profile_id
             where a.id = new.appointment_id and a.visit_type = 'video-visit'
               and f.kind = 'OWN' and f.made_by_staff) then
    raise check_violation using message = 'rule 1: no proxy on an own profile made by staff', constraint = 'rule_1';
  end if;
  return null;
end $$;
create constraint trigger rule_1 after insert on participant
  deferrable initially deferred for each row when (new.kind = 'PROXY') execute function no_proxy_on_own();
