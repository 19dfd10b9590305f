-- The installation, its clock, units, people and posts.

create table installation (
  only_one boolean primary key default true check (only_one),
  mode text not null check (mode in ('demo', 'office')),
  superior text,
  body text not null,
  clock_offset_ms bigint not null default 0,
  created_at timestamptz not null default now()
);
comment on table installation is 'One row: demonstration or office, whose letterhead, and how far the business clock is ahead of real time';

create table unit (
  id uuid primary key,
  parent_id uuid references unit (id),
  kind text not null check (kind in ('ministry', 'province', 'district', 'commune', 'department')),
  code text,
  name text not null check (name <> ''),
  letterhead text not null,
  place text not null,
  symbol text not null,
  signer_position text not null default '',
  preparer_may_sign boolean not null default false,
  registry_submits boolean not null default false,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table unit is 'An authority or office, known by identity: codes and names were reused for other territory in 2025';
create index unit_parent on unit (parent_id);
create index unit_code on unit (code);

create table unit_successor (
  unit_id uuid not null references unit (id),
  successor_id uuid not null references unit (id),
  primary key (unit_id, successor_id)
);
comment on table unit_successor is 'Which unit took over which, when units were merged';
create index unit_successor_successor on unit_successor (successor_id);

create table person (
  id uuid primary key,
  login text not null unique check (login = lower(login) and login <> ''),
  name text not null check (name <> ''),
  email text unique,
  language text not null default 'vi' check (language in ('vi', 'en')),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table person is 'Somebody who may sign in; secrets are kept by the sign-in tables';

create table post (
  id uuid primary key,
  person_id uuid not null references person (id),
  unit_id uuid not null references unit (id),
  role text not null check (role in ('preparer', 'signer', 'registry', 'receiver', 'overseer', 'administrator')),
  title text not null default '',
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table post is 'Which person holds which role at which unit, and from when to when; several of each are usual';
create index post_person on post (person_id);
create index post_unit on post (unit_id);

create table stand_in (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  person_id uuid not null references person (id),
  for_person_id uuid not null references person (id),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  document_number text not null,
  document_day date not null
);
comment on table stand_in is 'Who signs in whose place at a unit in a range of days, by which document';
create index stand_in_unit on stand_in (unit_id);
create index stand_in_person on stand_in (person_id);
create index stand_in_for_person on stand_in (for_person_id);

create table holiday (
  day date primary key,
  kind text not null check (kind in ('holiday', 'worked-weekend')),
  name text not null default ''
);
comment on table holiday is 'Days off and worked weekends, kept by the administrator: Tết moves each year';

-- Facts: what happened, chained by hashes.

create table fact (
  id uuid primary key,
  chain text not null,
  seq bigint not null,
  type text not null,
  campaign_id uuid,
  unit_id uuid,
  actor_id uuid references person (id),
  business_at timestamptz not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  previous_hash text not null,
  hash text not null,
  unique (chain, seq)
);
comment on table fact is 'insert-only: what happened, who, when; each row carries the hash of the row before it in its chain';
create index fact_actor on fact (actor_id);
create index fact_place on fact (campaign_id, unit_id, seq);
create index fact_unit on fact (unit_id, id);

create table chain_head (
  chain text primary key,
  seq bigint not null,
  hash text not null
);
comment on table chain_head is 'The last fact of each chain: writers of one chain wait for each other here, others do not';

create table chain_anchor (
  id uuid primary key,
  recorded_at timestamptz not null,
  chains integer not null,
  root_hash text not null,
  previous_hash text not null
);
comment on table chain_anchor is 'insert-only: the hash over all chain heads at an interval, so that a whole chain cannot be rewritten unseen';

create table client_write (
  person_id uuid not null references person (id),
  key text not null check (length(key) between 8 and 100),
  route text not null,
  body_hash text not null,
  status integer,
  response jsonb,
  at timestamptz not null default now(),
  primary key (person_id, key)
);
comment on table client_write is 'Answers already given, by the key the client made: a repeat is answered again, not done again';

create table notice (
  id uuid primary key,
  person_id uuid not null references person (id),
  type text not null,
  campaign_id uuid,
  unit_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz
);
comment on table notice is 'What the program tells a person inside the program';
create index notice_person on notice (person_id, at desc);

create table stored_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null,
  created_at timestamptz not null,
  created_by uuid references person (id)
);
comment on table stored_file is 'insert-only: files kept once by the hash of their content; the bytes lie in the data folder';
create index stored_file_created_by on stored_file (created_by);
