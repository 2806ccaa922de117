-- Who may act for a child (FHIR RelatedPerson). A right that ends leaves its row: visits and logs speak of it.
create table proxy (
  person_id uuid not null references person,          -- the child
  proxy_id  uuid not null references person,
  until     date,                                     -- the last day it holds; null: until the child is booked as a grown-up
  barred    boolean not null default false,           -- may neither take part nor know
  since     timestamptz not null default now(),
  primary key (person_id, proxy_id),
  check (person_id <> proxy_id)
);
create index proxy_of on proxy (proxy_id);

-- Rule 1 of the guide: to an own profile that staff made no proxy can be added afterwards.
alter table patient_profile add column made_by_staff boolean not null default true;
