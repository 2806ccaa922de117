create table appointment (
  id               uuid primary key,
  visit_type       text not null,
  search_reason    text not null,      -- id in the list of search reasons
  reason_sv        text not null,      -- the texts as booked
  reason_en        text not null,
  description      text not null default '',
  during           tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  unit_id          uuid not null references care_unit,
  profile_id       uuid not null references patient_profile,
  person_id        uuid not null references person,
  booked_by        uuid not null references practitioner_role,
  responsible_id   uuid not null references practitioner_role,   -- as booked; who acts during the visit is on visit
  practitioner_id  uuid not null references practitioner,        -- the responsible person, whatever the role
  status           text not null check (status in ('BOOKED', 'ARRIVED', 'FULFILLED', 'CANCELLED', 'NOSHOW', 'FAILED')),
  cancel_reason    text,
  booking_key      uuid not null,      -- made with the draft: the same key books once
  created_at       timestamptz not null,
  version          int not null default 1,
  constraint booked_once unique (booking_key),
  constraint responsible_one_visit_at_a_time exclude using gist (practitioner_id with =, during with &&)
    where (status in ('BOOKED', 'ARRIVED')),
  constraint patient_one_visit_at_a_time exclude using gist (person_id with =, during with &&)
    where (status in ('BOOKED', 'ARRIVED'))
);
create index appointment_unit on appointment (unit_id, lower(during));
create index appointment_profile on appointment (profile_id, lower(during));

create table participant (
  id             uuid primary key,
  appointment_id uuid not null references appointment,
  kind           text not null check (kind in ('PATIENT', 'PROXY', 'PRACTITIONER', 'GUEST', 'INTERPRETER')),
  first_name     text not null,
  last_name      text not null,
  mobile         text,
  email          text,
  language       text not null default 'sv',
  role_id        uuid references practitioner_role,
  person_id      uuid references person,
  added_at       timestamptz not null,
  removed_at     timestamptz,
  revision       int not null default 1,   -- grows when the contact is corrected: a new invitation goes out
  check ((kind = 'PRACTITIONER') = (role_id is not null)),
  check ((kind in ('PATIENT', 'PROXY')) = (person_id is not null)),
  check (kind <> 'GUEST' or mobile is not null or email is not null)
);
create index participant_appointment on participant (appointment_id);
create index participant_role on participant (role_id) where role_id is not null;
create unique index practitioner_once on participant (appointment_id, role_id) where removed_at is null and role_id is not null;
create unique index patient_once on participant (appointment_id, person_id) where removed_at is null and person_id is not null;

-- What a person has to do by hand, e.g. ring a patient who has no mobile number.
create table appointment_task (
  appointment_id uuid not null references appointment,
  kind           text not null check (kind in ('CALL_PATIENT')),
  created_at     timestamptz not null,
  done_at        timestamptz,
  done_by        uuid references practitioner_role,
  primary key (appointment_id, kind)
);
