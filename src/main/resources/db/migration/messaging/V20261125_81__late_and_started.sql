-- That whoever holds the visit is late is told as often as it is promised, and that it starts to who came and went.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
  check (kind in ('INVITATION', 'CANCELLATION', 'REMOVAL', 'LATE', 'STARTED'));
alter table message
  add column nth int not null default 1,          -- which promise of another time; 1 for what is told once
  drop constraint sent_once,
  add constraint sent_once unique (participant_id, channel, kind, version, nth);
