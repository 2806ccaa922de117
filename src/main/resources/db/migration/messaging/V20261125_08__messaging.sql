-- One row a message to send. It says what to send, never the text or the link: those are made when it is sent.
create table message (
  id             uuid primary key,
  appointment_id uuid not null references appointment,
  participant_id uuid not null references participant,
  channel        text not null check (channel in ('SMS', 'EMAIL')),
  kind           text not null check (kind in ('INVITATION', 'CANCELLATION', 'REMOVAL')),
  version        int not null,               -- the participant's revision: a corrected contact is told anew
  round          int not null default 1,     -- grows when somebody asks for it to be sent again
  state          text not null check (state in ('DUE', 'SENT', 'DELIVERED', 'FAILED', 'DROPPED')),
  due_at         timestamptz not null,
  sent_at        timestamptz,
  delivered_at   timestamptz,
  attempts       int not null default 0,
  problem        text,
  constraint sent_once unique (participant_id, channel, kind, version)
);
create index message_appointment on message (appointment_id);

-- What the SMS gateway has acknowledged, part by part, and what its receipts have told: nothing here goes twice.
create table sms_part (
  message_id  uuid not null references message,
  part        int not null,
  digest      bytea not null,                -- of the whole text: another text starts again at the first part
  provider_id text not null,
  sent_to     text not null,
  outcome     text check (outcome in ('DELIVERED', 'FAILED')),
  primary key (message_id, part)
);
create index sms_part_provider_id on sms_part (provider_id);

-- A receipt can come before the part it is about has been written; it waits here.
create table sms_receipt (
  provider_id text not null,
  sender      text not null,
  delivered   boolean not null,
  at          timestamptz not null,
  primary key (provider_id, sender)
);
