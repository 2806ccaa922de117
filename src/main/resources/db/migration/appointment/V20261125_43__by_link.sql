-- A patient who cannot sign in comes by a personal link, and waits until somebody has confirmed who it is.
alter table participant add column by_link boolean not null default false check (not by_link or kind = 'PATIENT');
