-- What a request says of time beyond its deadline, and what was issued is changed only by a new version.

create table campaign_version (
  campaign_id uuid not null references campaign (id),
  number integer not null check (number >= 1),
  request jsonb not null,
  parts jsonb,
  deadline timestamptz not null,
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  document_number text,
  document_day date,
  reason text,
  resend_by timestamptz,
  by uuid references person (id),
  at timestamptz not null,
  primary key (campaign_id, number),
  check (number = 1 or (document_number is not null and document_day is not null and length(reason) >= 5))
);
comment on table campaign_version is 'insert-only: what was issued (1) and every change of it since, with document, reason, who and when; reports name the version that they follow';
create index campaign_version_by on campaign_version (by);

insert into campaign_version (campaign_id, number, request, deadline, changes, by, at)
select id, 1, request, deadline, '[]', issued_by, coalesce(issued_at, created_at)
from campaign where state in ('issued', 'closed') and deadline is not null;

alter table campaign
  add column request_version integer not null default 1,
  add column policy jsonb;
comment on column campaign.request_version is 'Newest version of what was issued';
comment on column campaign.policy is 'Weekends, late sending, returns: as the request says; null is the usual';

alter table report
  add column request_version integer not null default 1,
  add column told_version integer not null default 1,
  add column seen_version integer not null default 0,
  add column released_at timestamptz,
  add column first_due_at timestamptz,
  add column last_due_at timestamptz,
  add column last_resend_by timestamptz,
  add column signed_in_place jsonb;
comment on column report.request_version is 'Version of the request that its outline follows; what was sent keeps its own';
comment on column report.told_version is 'Newest version that concerns this unit: to be seen and confirmed';
comment on column report.seen_version is 'Version that the unit has confirmed having seen';
comment on column report.released_at is 'No longer obliged by a change of the request; the content stays';
comment on column report.first_due_at is 'Deadline in force for the unit when it first sent: a later change makes nobody late';
comment on column report.last_due_at is 'Deadline in force for the unit at its last sending';
comment on column report.last_resend_by is 'Date of a return that the last sending had to keep; null where it was no return';
comment on column report.signed_in_place is 'The document and days by which a stand-in signed';

update report set seen_version = 1 where acknowledged_at is not null;
update report r set
  first_due_at = (select s.due_at from submission s where s.campaign_id = r.campaign_id and s.unit_id = r.unit_id order by s.revision limit 1),
  last_due_at = (select greatest(c.deadline, r.extended_until) from campaign c where c.id = r.campaign_id)
where r.first_submitted_at is not null;

alter table submission
  add column request_version integer not null default 1,
  add column signed_in_place jsonb;
comment on column submission.request_version is 'Version of the request that was answered';
comment on column submission.signed_in_place is 'The document and days by which a stand-in signed';

create table report_original (
  campaign_id uuid not null,
  unit_id uuid not null,
  revision integer not null,
  at timestamptz not null,
  file text not null references stored_file (hash),
  name text not null,
  size integer not null,
  by uuid not null references person (id),
  primary key (campaign_id, unit_id, revision, at),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table report_original is 'insert-only: the stamped or digitally signed PDF of one sending as the legal original; the receipt names its hash';
create index report_original_file on report_original (file);
create index report_original_by on report_original (by);
