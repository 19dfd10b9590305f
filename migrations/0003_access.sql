-- Sign-in: secrets, sessions, tokens. Everything here runs on real time, never on the business clock.

create table password (
  person_id uuid primary key references person (id),
  hash text not null check (hash like '$argon2id$%'),
  changed_at timestamptz not null default now()
);
comment on table password is 'The Argon2id hash of a person''s password; who has none yet signs in after a reset link';

create table second_factor (
  person_id uuid primary key references person (id),
  secret text not null,
  last_step bigint not null default 0,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz
);
comment on table second_factor is 'The shared secret of one-time codes (RFC 6238); asked for once confirmed, and each code works once';

create table session (
  id uuid primary key,
  person_id uuid not null references person (id),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  address text not null,
  agent text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'ended', 'password', 'deactivated')),
  check ((ended_at is null) = (ended_why is null))
);
comment on table session is 'Who signed in from where; the cookie holds the token, this table only its SHA-256';
create index session_person on session (person_id, created_at desc);

create table access_token (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null check (name <> ''),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz
);
comment on table access_token is 'Personal tokens for scripts, shown once and kept as SHA-256';
create index access_token_person on access_token (person_id);

create table password_reset (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null references person (id),
  made_by uuid references person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table password_reset is 'One-time links to set a password, made by an administrator or by the command line; a newer one replaces older ones';
create index password_reset_person on password_reset (person_id);
create index password_reset_made_by on password_reset (made_by);

create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null default now(),
  blocked_until timestamptz not null default now()
);
comment on table sign_in_attempt is 'Failed sign-ins by name and by address, both hashed: many failures make the next one wait';
create index sign_in_attempt_last on sign_in_attempt (last_at);
