create table person (
  id                 uuid primary key,
  first_name         text not null,
  last_name          text not null,
  birth_date         date not null,
  protected_identity boolean not null default false,
  -- what a search looks in: a space before each word, so that '% ek%' is the beginning of a word
  sought             text not null generated always as (name_words(first_name, last_name)) stored
);
create index person_sought on person using gin (sought gin_trgm_ops);

-- A number can change and is never a key; the old one stays as history.
create table person_identifier (
  person_id uuid not null references person,
  system    text not null,             -- urn:oid:1.2.752.129.2.1.3.1 personnummer, .3.3 samordningsnummer
  value     text not null,             -- 12 digits, no separator
  current   boolean not null default true,
  since     timestamptz not null default now(),
  primary key (value, system)
);
create unique index one_current_identifier on person_identifier (person_id) where current;

create table patient_profile (
  id        uuid primary key,
  person_id uuid not null references person,
  kind      text not null check (kind in ('OWN', 'THROUGH_PROXY')),
  proxy_id  uuid references person,
  mobile    text,                      -- E.164
  email     text,
  language  text not null default 'sv',
  check ((kind = 'THROUGH_PROXY') = (proxy_id is not null))
);
create unique index one_own_profile on patient_profile (person_id) where kind = 'OWN';
create unique index one_profile_per_proxy on patient_profile (person_id, proxy_id) where kind = 'THROUGH_PROXY';
