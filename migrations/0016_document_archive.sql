-- All documents of a campaign as one file: what was asked, how far it is.

create table document_archive (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  person_id uuid not null references person (id),
  format text not null check (format in ('pdf', 'docx')),
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'cancelled', 'failed')),
  units jsonb not null check (jsonb_typeof(units) = 'array'),
  total integer not null check (total > 0),
  done integer not null default 0,
  failed jsonb not null default '[]' check (jsonb_typeof(failed) = 'array'),
  bytes bigint not null default 0,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table document_archive is 'One file with the documents of a campaign being made: whoever makes it may stop after any document, and another goes on there';
create index document_archive_campaign on document_archive (campaign_id);
create index document_archive_person on document_archive (person_id);
create unique index document_archive_of_person on document_archive (person_id) where state in ('waiting', 'working');
