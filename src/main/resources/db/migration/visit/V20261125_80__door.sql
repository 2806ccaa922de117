-- Which moves there are; Moves.java has the same table, and a test holds the two together. What is not here is refused by
-- the database, whoever asks.
create table allowed_move (
  of         text not null check (of in ('VISIT', 'ARRIVAL')),
  from_state text not null,
  to_state   text not null,
  primary key (of, from_state, to_state)
);
insert into allowed_move values
  ('VISIT', 'BOOKED', 'RUNNING'), ('VISIT', 'BOOKED', 'NO_SHOW'), ('VISIT', 'BOOKED', 'FAILED'),
  ('VISIT', 'BOOKED', 'CANCELLED'), ('VISIT', 'RUNNING', 'FINISHED'), ('VISIT', 'RUNNING', 'NO_SHOW'),
  ('VISIT', 'RUNNING', 'FAILED'), ('VISIT', 'FINISHED', 'RUNNING'),
  ('ARRIVAL', 'WAITING', 'ADMITTED'), ('ARRIVAL', 'WAITING', 'REFUSED'), ('ARRIVAL', 'WAITING', 'LEFT'),
  ('ARRIVAL', 'WAITING', 'REMOVED'), ('ARRIVAL', 'ADMITTED', 'WAITING'), ('ARRIVAL', 'ADMITTED', 'LEFT'),
  ('ARRIVAL', 'ADMITTED', 'REMOVED'), ('ARRIVAL', 'LEFT', 'ADMITTED'), ('ARRIVAL', 'LEFT', 'WAITING'),
  ('ARRIVAL', 'LEFT', 'REMOVED'), ('ARRIVAL', 'REFUSED', 'WAITING'), ('ARRIVAL', 'REFUSED', 'REMOVED');

create function refuse_other_moves() returns trigger language plpgsql as $$
begin
  if not exists (select from allowed_move
                 where of = tg_argv[0] and from_state = old.state and to_state = new.state) then
    raise exception 'no move of % from % to %', tg_argv[0], old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger allowed_visit_move before update of state on visit
  for each row when (old.state is distinct from new.state) execute function refuse_other_moves('VISIT');
create trigger allowed_arrival_move before update of state on arrival
  for each row when (old.state is distinct from new.state) execute function refuse_other_moves('ARRIVAL');

-- Whoever is late has promised another time; before it nobody has missed the visit.
alter table visit
  add column promised_at timestamptz,
  add column times_late  int not null default 0,
  add column locked      boolean not null default false,
  add column note_ready  text,
  add column note        text check (length(note) <= 200),
  add constraint not_missed_before_the_promised_time
    check (state <> 'NO_SHOW' or promised_at is null or ended_at >= promised_at),
  add constraint locked_only_while_open check (not locked or state = 'RUNNING');

-- A place belongs to one browser, and is alive while the node that holds its socket is. One row a node is kept fresh,
-- not one a person.
create table live_node (
  id          uuid primary key,
  alive_until timestamptz not null
);
alter table arrival
  drop column online_until,
  add column browser_id uuid,
  add column node_id    uuid,
  add column silent_at  timestamptz,                    -- when its page was last heard; null while it is connected
  add column held       boolean not null default false; -- staff sent this one back to wait: comes in by nobody else
create unique index one_place_a_browser on arrival (appointment_id, browser_id);
create index arrival_node on arrival (node_id) where node_id is not null;
