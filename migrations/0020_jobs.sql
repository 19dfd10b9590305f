-- What the program does by itself, with its state; several processes share it.

create table job (
  name text primary key,
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  holder text,
  started_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0,
  failures integer not null default 0,
  last_error text,
  check ((lease_until is null) = (holder is null))
);
comment on table job is 'One row for each kind of work that runs by itself: when next, who has it in hand, how it ended; a lease that has run out means a process that died';
