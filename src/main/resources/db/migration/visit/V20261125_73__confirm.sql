-- Whose link it was, for one who came by a patient's personal link: a place for each browser, since only the one whom
-- staff let in may be in the call. Apart from participant_id, whose holder comes in unasked when the visit starts.
alter table arrival add column confirm_id uuid references participant check (confirm_id is null or participant_id is null);
