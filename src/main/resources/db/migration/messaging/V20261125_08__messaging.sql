-- One row a message to send. It says what to send, never the text or the link: those are made when it is sent.
create table message (
  id             uuid primary key,
  appointment_id uuid not null references appointment,
  participant_id uuid not null references participant,
  channel        text not null check (channel in ('SMS', 'EMAIL')),
  kind           text not null check (kind in ('INVITATION', 'CANCELLATION', 'REMOVAL')),
  version        int not null,
  state          text not null check (state in ('DUE', 'SENT', 'DELIVERED', 'FAILED', 'DROPPED')),
  due_at         timestamptz not null,
  sent_at        timestamptz,
  delivered_at   timestamptz,
  provider_id    text,
  attempts       int not null default 0,
  problem        text,
  constraint sent_once unique (participant_id, channel, kind, version)
);
create index message_appointment on message (appointment_id);
create index message_provider_id on message (provider_id) where provider_id is not null;
