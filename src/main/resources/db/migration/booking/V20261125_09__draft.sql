-- A booking being written, from its first field. content is the wizard's own record as JSON.
create table draft (
  id         uuid primary key,
  owner_id   uuid not null references practitioner_role,
  profile_id uuid not null references patient_profile,
  visit_type text not null,
  content    jsonb not null,
  step       text not null check (step in ('DETAILS', 'PARTICIPANTS', 'CONFIRM')),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index draft_owner on draft (owner_id, changed_at desc);
