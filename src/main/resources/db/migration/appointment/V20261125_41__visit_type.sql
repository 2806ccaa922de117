-- The kinds of visit. One without a unit is everybody's; a unit's own row of the same key stands before it there, and a
-- unit may have keys of its own. Rows stay: visits hold their keys. See docs/visit-types.md.
create table visit_type (
  key             text not null check (key ~ '^[a-z0-9-]{1,60}$'),
  unit_id         uuid references care_unit,
  name_sv         text not null,
  name_en         text not null,
  about_sv        text not null,
  about_en        text not null,
  guests          boolean not null,
  staff           boolean not null,      -- colleagues beside the one who books
  max_proxies     int not null check (max_proxies between 0 and 9),
  links_at        text not null check (links_at in ('BOOKING', 'START')),
  general_link    boolean not null,
  heading         text not null check (heading in ('SEARCH_REASON', 'FREE')),
  default_minutes int not null check (default_minutes in (15, 20, 30, 45, 60)),
  reminders       int[] not null,        -- minutes before the visit
  active          boolean not null,      -- may be chosen for a new booking
  position        int not null,
  constraint visit_type_once unique nulls not distinct (key, unit_id)
);

insert into visit_type (key, unit_id, name_sv, name_en, about_sv, about_en, guests, staff, max_proxies, links_at,
  general_link, heading, default_minutes, reminders, active, position) values
  ('video-visit', null, 'Videobesök', 'Video visit',
   'Patienten, eller ett barn med ett ombud, möter vården. Gäster och fler ur vårdpersonalen kan vara med.',
   'The patient, or a child with one proxy, meets the care staff. Guests and more staff may take part.',
   true, true, 1, 'BOOKING', true, 'SEARCH_REASON', 30, '{1440,15}', true, 1),
  ('video-meeting', null, 'Videomöte', 'Video meeting',
   'För ett barn med egen profil och ombud, och när ombuden är på olika platser. Var och en går med för sig.',
   'For a child with an own profile and a proxy, and when proxies are in different places. Each joins separately.',
   true, true, 4, 'BOOKING', true, 'SEARCH_REASON', 30, '{1440,15}', true, 2),
  ('video-call', null, 'Videosamtal', 'Video call',
   'När fler än ett ombud ska vara med.',
   'When more than one proxy is to take part.',
   true, true, 4, 'BOOKING', true, 'SEARCH_REASON', 30, '{1440,15}', true, 3),
  ('scheduled', null, 'Schemalagt', 'Scheduled',
   'Länkar delas när besöket har startat, inte vid bokningen.',
   'Links are shared when the visit has started, not when it is booked.',
   true, true, 4, 'START', true, 'SEARCH_REASON', 30, '{1440,15}', true, 4),
  ('scheduled-free', null, 'Schemalagd fri', 'Scheduled, free heading',
   'Som Schemalagt, men du skriver rubriken själv.',
   'As Scheduled, but you write the heading yourself.',
   true, true, 4, 'START', true, 'FREE', 30, '{1440,15}', true, 5);

create function visit_type_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a visit type is closed, never deleted or renamed: visits hold its key';
end $$;
create trigger visit_type_stays before delete or update of key, unit_id on visit_type
  for each row execute function visit_type_stays();
