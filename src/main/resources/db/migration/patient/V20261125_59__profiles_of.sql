-- All profiles of a person are looked for by the person; the two unique indexes have only some of them each.
create index patient_profile_person on patient_profile (person_id);
