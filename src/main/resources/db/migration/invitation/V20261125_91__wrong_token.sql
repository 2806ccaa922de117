-- Guesses: links that never were, counted by where they came from. An address is 16 bits of an HMAC of it, so that it can
-- not be had back, and so that there are never more rows than those: nothing has to be cleared away.
create table wrong_token (
  address  int primary key check (address between 0 and 65535),
  since    timestamptz not null,       -- when the stretch of time began in which it counts
  attempts int not null check (attempts > 0)
);

-- Links that once were right, and knocks by whoever has no place there, counted by the visit.
create table wrong_visit (
  appointment_id uuid primary key references appointment,
  old_links      int not null default 0 check (old_links >= 0),
  no_place       int not null default 0 check (no_place >= 0)
);
