-- A link is derived from the server's key, the id and the version; only its hash stands here.
create table invitation (
  id             uuid primary key,
  appointment_id uuid not null references appointment,
  participant_id uuid references participant,       -- null: the general link
  token_hash     bytea not null unique check (length(token_hash) = 32),
  version        int not null default 1,
  revoked_at     timestamptz,
  first_opened   timestamptz
);
create unique index one_link_each on invitation (appointment_id, participant_id) nulls not distinct;
create index invitation_participant on invitation (participant_id);

-- Links that were replaced: they must still answer kindly, never with "not found".
create table old_link (
  token_hash    bytea primary key,
  invitation_id uuid not null references invitation
);
