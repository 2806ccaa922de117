-- Who looked at whose data, when, from which unit and why (Patientdatalagen ch. 4 §3). Only ever added to.
create table access_log (
  id             bigint generated always as identity primary key,
  at             timestamptz not null,
  actor_kind     text not null check (actor_kind in ('STAFF', 'PATIENT', 'GUEST', 'SYSTEM')),
  actor_id       uuid,
  assignment_id  uuid,
  unit_id        uuid,
  action         text not null,
  person_id      uuid not null,
  appointment_id uuid
);
create index access_log_person on access_log (person_id, at);

create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'access_log is append-only';
end $$;
create trigger access_log_append_only before update or delete or truncate on access_log
  for each statement execute function access_log_is_append_only();

-- Spring Session's own tables (schema-postgresql.sql of spring-session-jdbc).
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
