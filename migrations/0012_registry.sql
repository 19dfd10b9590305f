-- Văn thư's books: numbers of outgoing documents, the documents themselves, and how a body sets its own.

create table number_book (
  unit_id uuid not null references unit (id),
  kind text not null check (kind in ('letter', 'report', 'decision')),
  year integer not null,
  last_number integer not null default 0 check (last_number >= 0),
  handed boolean not null default false,
  handed_by uuid references person (id),
  handed_at timestamptz,
  primary key (unit_id, kind, year),
  check (not handed or (handed_by is not null and handed_at is not null))
);
comment on table number_book is 'The book of a body for one kind of document and year: the highest number given, and whether the body handed it to the program, which then gives the next one';
create index number_book_handed_by on number_book (handed_by);

create table outgoing_document (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  kind text not null check (kind in ('letter', 'report', 'decision')),
  purpose text not null check (purpose <> ''),
  campaign_id uuid references campaign (id),
  about_unit_id uuid references unit (id),
  revision integer not null default 0,
  state text not null check (state in ('draft', 'signed', 'issued', 'discarded')),
  subject text not null,
  tree jsonb,
  year integer,
  number integer,
  symbol text,
  day date,
  from_book boolean not null default false,
  related_id uuid references outgoing_document (id),
  relation text check (relation in ('replace', 'correct')),
  drafted_by uuid references person (id),
  drafted_at timestamptz not null,
  signed_by uuid references person (id),
  signed_at timestamptz,
  issued_by uuid references person (id),
  issued_at timestamptz,
  version integer not null default 1,
  check ((state = 'issued') = (number is not null and year is not null and symbol is not null and day is not null)),
  check ((related_id is null) = (relation is null))
);
comment on table outgoing_document is 'The register of outgoing documents: what waits for signature and number, and what left with its number; after that only another document replaces or corrects it';
create unique index outgoing_document_number on outgoing_document (unit_id, kind, year, number) where from_book;
create unique index outgoing_document_report on outgoing_document (campaign_id, about_unit_id, revision) where purpose = 'report';
create unique index outgoing_document_replaced on outgoing_document (related_id) where relation = 'replace' and state <> 'discarded';
create index outgoing_document_book on outgoing_document (unit_id, year, kind, number);
create index outgoing_document_campaign on outgoing_document (campaign_id);
create index outgoing_document_about on outgoing_document (about_unit_id);
create index outgoing_document_related on outgoing_document (related_id);
create index outgoing_document_drafted_by on outgoing_document (drafted_by);
create index outgoing_document_signed_by on outgoing_document (signed_by);
create index outgoing_document_issued_by on outgoing_document (issued_by);

create table document_style (
  unit_id uuid primary key references unit (id),
  style jsonb not null check (jsonb_typeof(style) = 'object'),
  version integer not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null
);
comment on table document_style is 'How a body sets its documents where it differs from what its unit says: superior body, name, symbols, signature, copies (NĐ 30/2020/NĐ-CP, Phụ lục I)';
create index document_style_changed_by on document_style (changed_by);

-- What was numbered before there was a register.
insert into outgoing_document (id, unit_id, kind, purpose, campaign_id, state, subject, year, number, symbol, day,
  drafted_by, drafted_at, signed_by, signed_at, issued_by, issued_at)
select gen_random_uuid(), authority_unit_id, 'letter', 'request', id, 'issued', title,
  extract(year from document_day)::integer, number::integer, symbol, document_day,
  drafted_by, created_at, signed_by, signed_at, issued_by, issued_at
from campaign where number ~ '^\d{1,6}$' and symbol is not null and document_day is not null;

insert into outgoing_document (id, unit_id, kind, purpose, campaign_id, about_unit_id, revision, state, subject, year,
  number, symbol, day, drafted_at, signed_by, signed_at, issued_at)
select gen_random_uuid(), r.unit_id, 'report', 'report', r.campaign_id, r.unit_id, r.revision, 'issued', c.title,
  extract(year from r.document_day)::integer, r.number::integer, r.symbol, r.document_day,
  r.changed_at, r.signed_by, r.signed_at, r.changed_at
from report r join campaign c on c.id = r.campaign_id
where r.number ~ '^\d{1,6}$' and r.symbol is not null and r.document_day is not null;

insert into number_book (unit_id, kind, year, last_number)
select unit_id, kind, year, max(number) from outgoing_document group by unit_id, kind, year;
