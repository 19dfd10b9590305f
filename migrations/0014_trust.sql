-- From where a fact was made, which readings are in the journal already, and the backups that the program makes itself.

alter table fact add column origin text check (origin <> '');
comment on column fact.origin is 'Network address that the request came from; null: the program itself, or a fact of an older version';

create table reading (
  person_id uuid not null references person (id),
  campaign_id uuid not null,
  unit_id uuid not null,
  at timestamptz not null,
  primary key (person_id, campaign_id, unit_id),
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table reading is 'When a reading of another unit''s report was last put in the journal: a page that refreshes itself is one reading';
create index reading_report on reading (campaign_id, unit_id);

create table backup_run (
  day date primary key,
  started_at timestamptz not null,
  ended_at timestamptz,
  file text,
  bytes bigint,
  sha256 text,
  error text,
  check (ended_at is null or (error is null) = (file is not null))
);
comment on table backup_run is 'The nightly backup of a day: the row is taken by the process that makes it, so that several make one';
