-- What the demo's outbox page shows. The text holds links, so it is sealed with the server's key.
create table caught_message (
  message_id uuid not null,
  round      int not null,
  at         timestamptz not null,
  sealed     bytea not null,
  primary key (message_id, round)
);
create index caught_message_at on caught_message (at desc, message_id desc);

-- The demo's own patients, in the order of the file; those with a button stand on the sign-in page.
create table demo_person (
  profile_id uuid primary key references patient_profile,
  position   int not null generated always as identity,
  button     boolean not null
);
