-- Many reports into one: what was changed for the totals alone, the words of the authority's own report, what was
-- frozen of both, and what came of later changes.

create table total_change (
  id uuid primary key,
  campaign_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('leave-out', 'correct')),
  form_id text not null default '',
  row_id text not null default '',
  column_id text not null default '',
  reported jsonb,
  amount numeric,
  reason text not null check (length(reason) between 5 and 2000),
  by uuid not null references person (id),
  at timestamptz not null,
  taken_back_by uuid references person (id),
  taken_back_at timestamptz,
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id),
  check ((kind = 'correct') = (amount is not null)),
  check ((kind = 'correct') = (reported is not null)),
  check ((kind = 'correct') = (row_id <> '' and column_id <> '')),
  check ((taken_back_by is null) = (taken_back_at is null))
);
comment on table total_change is 'A unit left out of the totals (form_id empty: wholly) or a cell corrected for them, with the reason; the report itself stays as it was sent';
create unique index total_change_standing on total_change (campaign_id, unit_id, form_id, row_id, column_id)
  where taken_back_at is null;
create index total_change_by on total_change (by);
create index total_change_taken_back_by on total_change (taken_back_by);
create index total_change_report on total_change (campaign_id, unit_id);

create table draft_section (
  campaign_id uuid not null references campaign (id),
  section_id text not null,
  pieces jsonb not null check (jsonb_typeof(pieces) = 'array'),
  version integer not null,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (campaign_id, section_id)
);
comment on table draft_section is 'One section of the authority''s own report: sentences and tables, each with where it comes from';
create index draft_section_changed_by on draft_section (changed_by);

create table draft_history (
  campaign_id uuid not null,
  section_id text not null,
  version integer not null,
  pieces jsonb not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (campaign_id, section_id, version),
  foreign key (campaign_id, section_id) references draft_section (campaign_id, section_id)
);
comment on table draft_history is 'insert-only: every saved version of a section';
create index draft_history_by on draft_history (by);

create table draft_comment (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  section_id text not null,
  piece_id text,
  words text not null check (length(words) between 1 and 4000),
  by uuid not null references person (id),
  at timestamptz not null,
  settled_by uuid references person (id),
  settled_at timestamptz,
  check ((settled_by is null) = (settled_at is null))
);
comment on table draft_comment is 'What somebody says about a section or a sentence of the draft';
create index draft_comment_campaign on draft_comment (campaign_id, section_id);
create index draft_comment_by on draft_comment (by);
create index draft_comment_settled_by on draft_comment (settled_by);

create table draft_mention (
  comment_id uuid not null references draft_comment (id),
  person_id uuid not null references person (id),
  primary key (comment_id, person_id)
);
comment on table draft_mention is 'Who is named with @ in a comment and was told';
create index draft_mention_person on draft_mention (person_id);

create table contribution (
  campaign_id uuid not null,
  area text not null,
  unit_id uuid not null,
  due_at timestamptz,
  asked_by uuid references person (id),
  asked_at timestamptz,
  plain text not null default '',
  given_by uuid references person (id),
  given_at timestamptz,
  version integer not null default 1,
  primary key (campaign_id, area, unit_id),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id),
  check ((given_by is null) = (given_at is null)),
  check ((asked_by is null) = (due_at is null))
);
comment on table contribution is 'What a partner gives the lead of a field, by the day that the lead set for it inside the deadline of all';
create index contribution_report on contribution (campaign_id, unit_id);
create index contribution_asked_by on contribution (asked_by);
create index contribution_given_by on contribution (given_by);

create table frozen_version (
  campaign_id uuid not null references campaign (id),
  number integer not null check (number >= 1),
  basis text not null check (basis in ('received', 'sent')),
  content jsonb not null,
  content_hash text not null,
  code text not null unique,
  replaces integer,
  note text,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (campaign_id, number),
  foreign key (campaign_id, replaces) references frozen_version (campaign_id, number)
);
comment on table frozen_version is 'insert-only: figures, words and sources of the authority''s report as they stood at a second; the hash is in the journal';
create index frozen_version_by on frozen_version (by);
create index frozen_version_replaces on frozen_version (campaign_id, replaces);

create table after_freeze (
  id uuid primary key,
  campaign_id uuid not null,
  number integer not null,
  choice text not null check (choice in ('reissue', 'erratum', 'next-period')),
  note text not null,
  moved jsonb not null,
  moved_hash text not null,
  new_number integer,
  by uuid not null references person (id),
  at timestamptz not null,
  foreign key (campaign_id, number) references frozen_version (campaign_id, number),
  foreign key (campaign_id, new_number) references frozen_version (campaign_id, number),
  check ((choice = 'reissue') = (new_number is not null))
);
comment on table after_freeze is 'insert-only: what was done about changes that came after a version was frozen, linked to it and to what replaced it';
create index after_freeze_number on after_freeze (campaign_id, number);
create index after_freeze_new_number on after_freeze (campaign_id, new_number);
create index after_freeze_by on after_freeze (by);

create table handed_up (
  campaign_id uuid not null,
  number integer not null,
  upper_campaign_id uuid not null,
  unit_id uuid not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (campaign_id, number, upper_campaign_id),
  foreign key (campaign_id, number) references frozen_version (campaign_id, number),
  foreign key (upper_campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table handed_up is 'Which frozen version became the authority''s own report to the level above';
create index handed_up_report on handed_up (upper_campaign_id, unit_id);
create index handed_up_by on handed_up (by);
