-- Signalling between two sockets on different nodes: gone after a crash, and that is fine.
create unlogged table signal (
  id      bigint generated always as identity primary key,
  room    uuid not null,
  to_id   uuid not null,
  body    text not null,
  at      timestamptz not null default now()
);
