-- Rounds of the index: a year, a set, its subjects; what each side gave at each stage; survey; effort; results.

create table index_round (
  id uuid primary key,
  set_id text not null,
  set_version integer not null,
  authority_unit_id uuid not null references unit (id),
  office_unit_id uuid not null references unit (id),
  year integer not null,
  level text not null,
  title text not null check (title <> ''),
  blind boolean not null default false,
  classes jsonb,
  context jsonb not null default '{}',
  state text not null default 'open' check (state in ('open', 'published')),
  decision_number text,
  decision_day date,
  published_by uuid references person (id),
  published_at timestamptz,
  opened_by uuid not null references person (id),
  opened_at timestamptz not null,
  version integer not null default 1,
  foreign key (set_id, set_version) references criteria_version (set_id, version),
  unique (authority_unit_id, year, set_id),
  check ((state = 'published') = (published_at is not null and decision_number is not null and decision_day is not null))
);
comment on table index_round is 'One scoring of a year by one set: who is scored by which office, and the decision that publishes it';
create index index_round_set on index_round (set_id, set_version);
create index index_round_office on index_round (office_unit_id);
create index index_round_published_by on index_round (published_by);
create index index_round_opened_by on index_round (opened_by);

create table index_subject (
  round_id uuid not null references index_round (id),
  unit_id uuid not null references unit (id),
  stage text not null default 'self'
    check (stage in ('self', 'appraisal-1', 'settling', 'explanation', 'appraisal-2', 'done')),
  locks jsonb not null default '{}',
  result jsonb,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (round_id, unit_id)
);
comment on table index_subject is 'One unit in a round: at which stage it is, who locked which stage and when, and what it came to so far';
create index index_subject_unit on index_subject (unit_id);

create table index_mark (
  round_id uuid not null,
  unit_id uuid not null,
  stage text not null check (stage in ('self', 'appraisal-1', 'settling', 'explanation', 'appraisal-2')),
  hand uuid not null default '00000000-0000-0000-0000-000000000000',
  criterion text not null,
  answer jsonb,
  points numeric,
  agreed boolean not null default false,
  words text not null default '',
  version integer not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (round_id, unit_id, stage, hand, criterion),
  foreign key (round_id, unit_id) references index_subject (round_id, unit_id)
);
comment on table index_mark is 'What one side gave for one criterion at one stage: an answer or points, and words; after the lock of a stage none of it changes';
comment on column index_mark.hand is 'Whose, where two appraise without seeing each other; zero where the office appraises together';
create index index_mark_changed_by on index_mark (changed_by);

create table index_hand (
  round_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null references person (id),
  locked_at timestamptz,
  primary key (round_id, unit_id, person_id),
  foreign key (round_id, unit_id) references index_subject (round_id, unit_id)
);
comment on table index_hand is 'The two who appraise one unit without seeing each other, and when each was done';
create index index_hand_person on index_hand (person_id);

create table index_survey (
  round_id uuid not null,
  unit_id uuid not null,
  criterion text not null,
  answer jsonb not null,
  source text not null default '',
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (round_id, unit_id, criterion),
  foreign key (round_id, unit_id) references index_subject (round_id, unit_id)
);
comment on table index_survey is 'Results of the sociological survey, by unit and criterion; nobody scores them himself';
create index index_survey_changed_by on index_survey (changed_by);

create table index_effort (
  set_id text not null references criteria_set (id),
  criterion text not null,
  effort text not null check (effort in ('low', 'middle', 'high')),
  marked_by uuid not null references person (id),
  marked_at timestamptz not null,
  primary key (set_id, criterion)
);
comment on table index_effort is 'How hard the office thinks points on a criterion are to gain: the program does not guess';
create index index_effort_marked_by on index_effort (marked_by);
