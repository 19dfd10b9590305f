-- The decision that publishes a round as an outgoing document; reminders of work on low marks.

alter table outgoing_document add column round_id uuid references index_round (id);
create index outgoing_document_round on outgoing_document (round_id);
create unique index outgoing_document_decision on outgoing_document (round_id) where state in ('draft', 'signed');
comment on column outgoing_document.round_id is 'The round of the index whose results the decision publishes: its number publishes them';

create table remediation_reminder (
  unit_id uuid not null references unit (id),
  year integer not null,
  criterion_id text not null,
  occasion text not null,
  at timestamptz not null,
  primary key (unit_id, year, criterion_id, occasion),
  foreign key (unit_id, year, criterion_id) references remediation (unit_id, year, criterion_id)
);
comment on table remediation_reminder is 'Which reminder of a due day was given for a low mark at a unit: never twice on one occasion';
