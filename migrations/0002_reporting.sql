-- Templates, requests (campaigns), reports, their figures and words, submissions and pins.

create table template (
  id text not null,
  version integer not null,
  title text not null,
  body jsonb not null,
  published_at timestamptz not null,
  primary key (id, version)
);
comment on table template is 'insert-only: published outlines and forms; a report stays on the version it was begun with';

create table criteria_set (
  id text primary key,
  year integer not null,
  level text not null,
  title text not null,
  tree jsonb not null
);
comment on table criteria_set is 'Criteria of the index for a year and a level of units';

create table published_mark (
  unit_id uuid not null references unit (id),
  year integer not null,
  criterion_id text not null,
  criterion_name text not null,
  points numeric not null,
  max_points numeric not null check (max_points > 0),
  document text not null,
  primary key (unit_id, year, criterion_id)
);
comment on table published_mark is 'Marks of a published index decision; the low ones are answered in part IV of the next reports';

create table task (
  id uuid primary key,
  authority_unit_id uuid not null references unit (id),
  document text not null,
  content text not null,
  due date,
  given_at timestamptz not null
);
comment on table task is 'Work given by an authority or its chairman by a document';
create index task_authority on task (authority_unit_id);

create table task_unit (
  task_id uuid not null references task (id),
  unit_id uuid not null references unit (id),
  primary key (task_id, unit_id)
);
comment on table task_unit is 'Which units a task was given to';
create index task_unit_unit on task_unit (unit_id);

create table campaign (
  id uuid primary key,
  authority_unit_id uuid not null references unit (id),
  receiver_unit_id uuid not null references unit (id),
  template_id text not null,
  template_version integer not null,
  state text not null check (state in ('draft', 'awaiting-signature', 'signed', 'issued', 'closed')),
  title text not null,
  letter jsonb,
  request jsonb not null,
  period_kind text,
  period_index integer,
  period_year integer,
  window_from date,
  window_to date,
  deadline timestamptz,
  number text,
  symbol text,
  document_day date,
  drafted_by uuid not null references person (id),
  passed_by uuid references person (id),
  passed_at timestamptz,
  signed_by uuid references person (id),
  signed_at timestamptz,
  issued_by uuid references person (id),
  issued_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  foreign key (template_id, template_version) references template (id, version),
  check (window_from is null or window_to is null or window_from <= window_to),
  check (state <> 'issued' or (number is not null and document_day is not null and deadline is not null and window_from is not null and window_to is not null))
);
comment on table campaign is 'One order to report: from the letter that was read to the request that was issued';
create index campaign_authority on campaign (authority_unit_id);
create index campaign_receiver on campaign (receiver_unit_id);
create index campaign_template on campaign (template_id, template_version);
create index campaign_drafted_by on campaign (drafted_by);
create index campaign_passed_by on campaign (passed_by);
create index campaign_signed_by on campaign (signed_by);
create index campaign_issued_by on campaign (issued_by);

create table campaign_lead (
  campaign_id uuid not null references campaign (id),
  area text not null,
  unit_id uuid not null references unit (id),
  part text not null check (part in ('lead', 'partner')),
  primary key (campaign_id, area, unit_id)
);
comment on table campaign_lead is 'Which department answers for which field in the whole area, alone or as a partner';
create index campaign_lead_unit on campaign_lead (unit_id);

create table report (
  campaign_id uuid not null references campaign (id),
  unit_id uuid not null references unit (id),
  outline text not null,
  template_id text not null,
  template_version integer not null,
  state text not null default 'not-opened'
    check (state in ('not-opened', 'drafting', 'awaiting-signature', 'signed', 'submitted', 'received', 'returned')),
  revision integer not null default 0,
  version integer not null default 1,
  acknowledged_by uuid references person (id),
  acknowledged_at timestamptz,
  prepared_by uuid references person (id),
  passed_at timestamptz,
  signed_by uuid references person (id),
  signed_at timestamptz,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  begun_by uuid references person (id),
  begun_at timestamptz,
  received_by uuid references person (id),
  received_at timestamptz,
  returned_by uuid references person (id),
  returned_at timestamptz,
  resend_by timestamptz,
  extended_until timestamptz,
  extension jsonb,
  sent_back_reason text,
  number text,
  symbol text,
  document_day date,
  stamped_file text references stored_file (hash),
  progress jsonb not null default '{"sections":[],"filled":0,"asked":0,"substance":0}',
  changed_at timestamptz not null,
  primary key (campaign_id, unit_id),
  foreign key (template_id, template_version) references template (id, version),
  check (state not in ('submitted', 'received') or (submitted_at is not null and signed_by is not null)),
  check (state <> 'received' or received_by is not null),
  check (state <> 'returned' or resend_by is not null)
);
comment on table report is 'What one unit owes in one campaign, and how far it is';
create index report_unit on report (unit_id);
create index report_template on report (template_id, template_version);
create index report_acknowledged_by on report (acknowledged_by);
create index report_prepared_by on report (prepared_by);
create index report_signed_by on report (signed_by);
create index report_begun_by on report (begun_by);
create index report_received_by on report (received_by);
create index report_returned_by on report (returned_by);
create index report_stamped_file on report (stamped_file);

create table report_preparer (
  campaign_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null references person (id),
  primary key (campaign_id, unit_id, person_id),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table report_preparer is 'Everybody who wrote in a report: none of them may sign or receive it, unless the unit allows it';
create index report_preparer_person on report_preparer (person_id);

create table cell (
  campaign_id uuid not null,
  unit_id uuid not null,
  form_id text not null,
  row_id text not null,
  column_id text not null,
  scope text not null check (scope in ('commune', 'agency', 'area')),
  kind text not null check (kind in ('empty', 'amount', 'nil', 'not-applicable', 'unparsed', 'text')),
  amount numeric,
  typed text,
  estimate boolean not null default false,
  note text,
  version integer not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (campaign_id, unit_id, form_id, row_id, column_id),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id),
  check ((kind = 'amount') = (amount is not null)),
  check ((kind in ('unparsed', 'text')) = (typed is not null))
);
comment on table cell is 'One typed value: empty, zero, nil and not-applicable are four different things; unparsed keeps what was typed';
create index cell_changed_by on cell (changed_by);
create index cell_total on cell (campaign_id, form_id, row_id, column_id);

create table narrative (
  campaign_id uuid not null,
  unit_id uuid not null,
  section_id text not null,
  kind text not null check (kind in ('text', 'nil')),
  doc jsonb,
  plain text not null default '',
  version integer not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (campaign_id, unit_id, section_id),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table narrative is 'The words of one section, as a small rich text, or the statement that nothing arose';
create index narrative_changed_by on narrative (changed_by);

create table check_override (
  campaign_id uuid not null,
  unit_id uuid not null,
  check_key text not null,
  reason text not null check (length(reason) between 5 and 2000),
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (campaign_id, unit_id, check_key),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table check_override is 'Why a warning is right as it stands; the receiver sees it';
create index check_override_by on check_override (by);

create table submission (
  campaign_id uuid not null,
  unit_id uuid not null,
  revision integer not null,
  content jsonb not null,
  content_hash text not null,
  receipt_office uuid not null references unit (id),
  receipt_year integer not null,
  receipt_number integer not null,
  receipt_code text not null unique,
  submitted_by uuid not null references person (id),
  signed_by uuid not null references person (id),
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  primary key (campaign_id, unit_id, revision),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id),
  unique (receipt_office, receipt_year, receipt_number)
);
comment on table submission is 'insert-only: every sending as it was sent, with its number in the received book, second and content hash';
create index submission_submitted_by on submission (submitted_by);
create index submission_signed_by on submission (signed_by);

create table receipt_book (
  unit_id uuid not null references unit (id),
  year integer not null,
  last_number integer not null,
  primary key (unit_id, year)
);
comment on table receipt_book is 'The received book of an office: the last number given in a year';

create table pin (
  campaign_id uuid not null,
  unit_id uuid not null,
  revision integer not null,
  number integer not null,
  place jsonb not null,
  reason text not null check (reason in ('figures', 'evidence', 'outdated', 'unclear')),
  sentence text not null check (length(sentence) between 5 and 2000),
  by uuid not null references person (id),
  at timestamptz not null,
  answer text,
  answered_by uuid references person (id),
  answered_at timestamptz,
  primary key (campaign_id, unit_id, revision, number),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table pin is 'A remark of the receiving officer at a cell or a sentence, and what the unit answered';
create index pin_by on pin (by);
create index pin_answered_by on pin (answered_by);
