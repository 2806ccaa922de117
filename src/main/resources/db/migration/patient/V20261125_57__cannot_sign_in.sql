-- Staff know that this patient has no electronic identity: the way in is a personal link.
alter table patient_profile add column cannot_sign_in boolean not null default false;
