-- When the population register was asked about a person, and how that went.
create table register_look (
  person_id   uuid primary key references person,
  asked_at    timestamptz not null,
  answered_at timestamptz,             -- null: it never answered
  state       text not null check (state in ('ANSWERED', 'FAILED', 'DEREGISTERED', 'TAKEN'))
);
