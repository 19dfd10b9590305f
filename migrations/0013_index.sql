-- The index: sets of criteria in versions, published results, what units do about low marks, progress of tasks.

alter table criteria_set
  add column authority_unit_id uuid references unit (id),
  add column current_version integer not null default 1,
  alter column tree set default '{"areas":[]}';
create index criteria_set_authority on criteria_set (authority_unit_id);
comment on column criteria_set.tree is 'Unused since criteria_version: what a set says stands in its versions';
comment on column criteria_set.authority_unit_id is 'Whose set it is; null: it came with the pack';

create table criteria_version (
  set_id text not null references criteria_set (id),
  version integer not null check (version > 0),
  body jsonb not null,
  decision_number text,
  decision_day date,
  reason text not null default '',
  made_by uuid references person (id),
  made_at timestamptz not null,
  primary key (set_id, version)
);
comment on table criteria_version is 'insert-only: a set of criteria as it was decided; a revision in mid-year is another version';
create index criteria_version_made_by on criteria_version (made_by);

alter table published_mark
  add column known_at timestamptz,
  add column source text not null default 'imported' check (source in ('imported', 'round'));
comment on column published_mark.known_at is 'When the program learned of it: a report that was sent before keeps the rows it was sent with; null: from the beginning';

create table published_index (
  unit_id uuid not null references unit (id),
  year integer not null,
  percent numeric not null,
  rank integer,
  class text,
  has_survey boolean not null,
  appraised numeric,
  survey numeric,
  total numeric,
  maximum numeric,
  document text not null,
  source text not null default 'imported' check (source in ('imported', 'round')),
  known_at timestamptz not null,
  primary key (unit_id, year)
);
comment on table published_index is 'The index of a unit as a decision published it, by year; whether a survey is part of it is said beside it';

create table low_mark_threshold (
  authority_unit_id uuid not null references unit (id),
  year integer not null,
  share numeric not null check (share > 0 and share <= 1),
  set_by uuid not null references person (id),
  set_at timestamptz not null,
  primary key (authority_unit_id, year, set_at)
);
comment on table low_mark_threshold is 'insert-only: below which share of its maximum a published mark counts as low, as the authority chose it; the last one holds';
create index low_mark_threshold_set_by on low_mark_threshold (set_by);

create table remediation (
  unit_id uuid not null,
  year integer not null,
  criterion_id text not null,
  owner text not null default '',
  due date,
  cause text not null default '',
  measure text not null default '',
  result text not null default '',
  evidence text not null default '',
  status text not null default 'open' check (status in ('open', 'working', 'closed')),
  closed_by uuid references person (id),
  closed_at timestamptz,
  version integer not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (unit_id, year, criterion_id),
  foreign key (unit_id, year, criterion_id) references published_mark (unit_id, year, criterion_id),
  check ((status = 'closed') = (closed_at is not null)),
  check (status <> 'closed' or evidence <> '')
);
comment on table remediation is 'What a unit does about a low mark of a published index: who, until when, how, with which evidence; closed only with evidence';
create index remediation_closed_by on remediation (closed_by);
create index remediation_changed_by on remediation (changed_by);

alter table task_unit
  add column part text not null default 'lead' check (part in ('lead', 'partner')),
  add column owner text not null default '',
  add column status text,
  add column progress numeric check (progress between 0 and 100),
  add column result text not null default '',
  add column evidence text not null default '',
  add column done_on date,
  add column version integer not null default 1,
  add column changed_by uuid references person (id),
  add column changed_at timestamptz;
comment on column task_unit.status is 'In the words of part III of the reports; a change here and a change there are one change';
create index task_unit_changed_by on task_unit (changed_by);

create table task_reminder (
  task_id uuid not null,
  unit_id uuid not null,
  occasion text not null,
  at timestamptz not null,
  primary key (task_id, unit_id, occasion),
  foreign key (task_id, unit_id) references task_unit (task_id, unit_id)
);
comment on table task_reminder is 'Which reminder of a due day was given for a task at a unit: never twice on one occasion';
