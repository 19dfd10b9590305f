-- Sums of received and sent reports, kept so that a country's totals are not added afresh each time they are read.

create table kept_total (
  campaign_id uuid not null references campaign (id),
  basis text not null check (basis in ('received', 'sent')),
  unit_kind text not null,
  part integer not null check (part >= 0),
  rests_on text not null,
  tallies jsonb not null check (jsonb_typeof(tallies) = 'array'),
  primary key (campaign_id, basis, unit_kind, part)
);
comment on table kept_total is 'What the counted reports of some units add up to, cell by cell; true only while rests_on is the digest of exactly those reports in their present versions, and added afresh otherwise';
