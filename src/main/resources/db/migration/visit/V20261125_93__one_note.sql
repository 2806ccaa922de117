-- What those who wait read is a ready sentence or staff's own words, never both; and a promised time was promised.
alter table visit
  add constraint ready_notes check (note_ready in ('SOON', 'SOUND', 'PHONE', 'TROUBLE')),
  add constraint one_note check (num_nonnulls(note_ready, note) <= 1),
  add constraint promised_by_being_late check ((promised_at is null) = (times_late = 0));
