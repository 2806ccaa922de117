create table care_unit (
  id           uuid primary key,
  parent_id    uuid references care_unit,
  hsa_id       text not null unique,
  name         text not null,
  message_name text not null,        -- the name in texts to patients and guests: neutral where the real one tells the kind of care
  phone        text not null,        -- E.164
  zone         text not null default 'Europe/Stockholm'
);
create index care_unit_parent on care_unit (parent_id);

create table practitioner (
  id         uuid primary key,
  hsa_id     text not null unique,
  first_name text not null,
  last_name  text not null,
  -- what a search looks in: a space before each word, so that '% ek%' is the beginning of a word
  sought     text not null generated always as (name_words(first_name, last_name)) stored
);
create index practitioner_sought on practitioner using gin (sought gin_trgm_ops);

create table practitioner_role (
  id              uuid primary key,
  practitioner_id uuid not null references practitioner,
  unit_id         uuid not null references care_unit,
  title           text not null,
  rights          text[] not null default '{}',
  unique (practitioner_id, unit_id, title)
);
create index practitioner_role_unit on practitioner_role (unit_id, title);
