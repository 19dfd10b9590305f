-- Reminders: the rules of a campaign, what was said to whom, and the letters that wait for the mail server.

create table reminder_rules (
  campaign_id uuid primary key references campaign (id),
  rules jsonb not null check (jsonb_typeof(rules) = 'array'),
  changed_by uuid not null references person (id),
  changed_at timestamptz not null
);
comment on table reminder_rules is 'When and whom a campaign reminds, where it differs from the usual rules; an empty list reminds nobody by itself';
create index reminder_rules_changed_by on reminder_rules (changed_by);

create table reminder (
  campaign_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null references person (id),
  occasion text not null check (occasion <> ''),
  words text not null,
  by uuid references person (id),
  at timestamptz not null,
  primary key (campaign_id, unit_id, person_id, occasion),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table reminder is 'What was said to whom on which occasion: the key makes that nobody is reminded twice on one';
create index reminder_person on reminder (person_id);
create index reminder_by on reminder (by);

create table outgoing_mail (
  id uuid primary key,
  campaign_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  occasion text not null,
  address text not null check (address <> ''),
  subject text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'handed', 'sent', 'not-needed', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (campaign_id, unit_id, person_id, occasion),
  foreign key (campaign_id, unit_id, person_id, occasion) references reminder (campaign_id, unit_id, person_id, occasion),
  check ((state in ('sending', 'handed')) = (lease_until is not null)),
  check ((state in ('sent', 'not-needed', 'dead')) = (ended_at is not null))
);
comment on table outgoing_mail is 'Letters for the mail server, saved with what caused them; handed means that its words went out and no answer is known yet';
create index outgoing_mail_open on outgoing_mail (state, next_at) where state in ('waiting', 'sending', 'handed');
create index outgoing_mail_dead on outgoing_mail (ended_at desc) where state = 'dead';
