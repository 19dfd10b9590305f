-- Evidence: documents kept once, what was found in their files, where they are cited, and uploads under way.

create table evidence (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  file_hash text not null references stored_file (hash),
  file_name text not null check (file_name <> ''),
  number text not null default '',
  document_day date,
  issuer text not null default '',
  abstract text not null check (abstract <> ''),
  pages integer check (pages > 0),
  search text not null,
  version integer not null default 1,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (unit_id, file_hash)
);
comment on table evidence is 'A document that a unit keeps as evidence: number, day, issuer, abstract, pages; the same file is kept once a unit, its bytes once for all';
create index evidence_file on evidence (file_hash);
create index evidence_created_by on evidence (created_by);

create table evidence_citation (
  subject text not null check (subject in ('report', 'criterion', 'task')),
  subject_id text not null,
  unit_id uuid not null references unit (id),
  place text not null,
  evidence_id uuid not null references evidence (id),
  pages text not null default '',
  receiver_unit_id uuid not null references unit (id),
  authority_unit_id uuid not null references unit (id),
  cited_by uuid not null references person (id),
  cited_at timestamptz not null,
  primary key (subject, subject_id, unit_id, place, evidence_id)
);
comment on table evidence_citation is 'Where a document is cited: at a place of a report, a criterion or a task of a unit; who receives that may read the document';
create index evidence_citation_evidence on evidence_citation (evidence_id);
create index evidence_citation_unit on evidence_citation (unit_id);
create index evidence_citation_receiver on evidence_citation (receiver_unit_id);
create index evidence_citation_authority on evidence_citation (authority_unit_id);
create index evidence_citation_cited_by on evidence_citation (cited_by);

create table file_finding (
  hash text primary key references stored_file (hash),
  media_type text not null,
  pages integer,
  signatures jsonb not null default '[]',
  scan text not null default 'unscanned' check (scan in ('unscanned', 'clean', 'infected')),
  scan_attempts integer not null default 0,
  scan_next_at timestamptz not null default now(),
  scan_error text,
  threat text,
  scanned_at timestamptz,
  check ((scan = 'infected') = (threat is not null))
);
comment on table file_finding is 'What a stored file turned out to be: kind, pages, its digital signatures, and what the antivirus said';
create index file_finding_unscanned on file_finding (scan_next_at) where scan = 'unscanned';

create table upload (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  person_id uuid not null references person (id),
  fingerprint text not null,
  name text not null check (name <> ''),
  size bigint not null check (size > 0),
  received bigint not null default 0 check (received <= size),
  touched_at timestamptz not null default now(),
  unique (person_id, unit_id, fingerprint)
);
comment on table upload is 'A file that is being sent in pieces: the same file of the same person goes on where it stopped';
create index upload_unit on upload (unit_id);
create index upload_touched on upload (touched_at);

create table upload_piece (
  upload_id uuid not null references upload (id),
  start bigint not null,
  bytes bytea not null,
  primary key (upload_id, start)
);
comment on table upload_piece is 'Bytes of an upload under way; whichever process answers finds them here';
