create table visit (
  appointment_id uuid primary key references appointment,
  state          text not null check (state in ('BOOKED', 'RUNNING', 'FINISHED', 'NO_SHOW', 'FAILED', 'CANCELLED')),
  responsible_id uuid not null references practitioner_role,   -- exactly one, always
  started_by     uuid references practitioner_role,
  started_at     timestamptz,
  ended_by       uuid references practitioner_role,
  ended_at       timestamptz,
  check ((state in ('RUNNING', 'FINISHED')) <= (started_at is not null))
);
create index visit_responsible on visit (responsible_id);

create table arrival (
  id             uuid primary key,
  appointment_id uuid not null references visit,
  participant_id uuid references participant,        -- null: came by the general link
  display_name   text not null,
  given_role     text not null default '',           -- what one who came by the general link says of oneself
  state          text not null check (state in ('WAITING', 'ADMITTED', 'REFUSED', 'LEFT', 'REMOVED')),
  since          timestamptz not null,
  admitted_at    timestamptz,
  page_id        text,                               -- the newest page of this person: it alone may speak
  online_until   timestamptz,                        -- kept alive by the node that holds the socket
  device_check   text
);
create unique index one_place_each on arrival (appointment_id, participant_id) where participant_id is not null;
create index arrival_appointment on arrival (appointment_id);

-- What happened, in order: the visit's timeline and who was responsible when.
create table visit_event (
  id             bigint generated always as identity primary key,
  appointment_id uuid not null references visit,
  at             timestamptz not null,
  kind           text not null,
  role_id        uuid references practitioner_role,
  arrival_id     uuid references arrival
);
create index visit_event_appointment on visit_event (appointment_id, id);
