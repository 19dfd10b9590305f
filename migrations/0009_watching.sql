-- Watching over a campaign: how each person wants letters, letters of a day put together, notes of calls, views kept.

alter table reminder_rules add column version integer not null default 1;

create table mail_choice (
  person_id uuid primary key references person (id),
  choice text not null check (choice in ('at-once', 'digest', 'in-app')),
  changed_at timestamptz not null
);
comment on table mail_choice is 'How a person wants to be reminded by mail: each at once (the usual), one letter a day, or inside the program only';

-- A letter is about one reminder, or about all of a person's on one day.
alter table outgoing_mail
  alter column campaign_id drop not null,
  alter column unit_id drop not null,
  alter column occasion drop not null,
  add column digest_day date,
  add constraint outgoing_mail_about check ((occasion is null) = (digest_day is not null)
    and (occasion is null) = (campaign_id is null) and (occasion is null) = (unit_id is null)),
  add constraint outgoing_mail_digest unique (person_id, digest_day),
  add constraint outgoing_mail_person foreign key (person_id) references person (id);

alter table reminder add column for_digest boolean not null default false;
create index reminder_for_digest on reminder (person_id) where for_digest;

create table digest_line (
  campaign_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  occasion text not null,
  mail_id uuid not null references outgoing_mail (id),
  primary key (campaign_id, unit_id, person_id, occasion),
  foreign key (campaign_id, unit_id, person_id, occasion) references reminder (campaign_id, unit_id, person_id, occasion)
);
comment on table digest_line is 'Which reminders a letter of a day speaks of; the key makes that none is spoken of twice';
create index digest_line_mail on digest_line (mail_id);

create table contact (
  id uuid primary key,
  campaign_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('phone', 'zalo', 'visit', 'letter', 'other')),
  spoke_with text not null default '',
  note text not null default '',
  by uuid not null references person (id),
  at timestamptz not null,
  foreign key (campaign_id, unit_id) references report (campaign_id, unit_id)
);
comment on table contact is 'insert-only: that somebody of the receiving office spoke with a unit about its report: by telephone, Zalo, in person, by letter';
create index contact_place on contact (campaign_id, unit_id, at desc);
create index contact_by on contact (by);

create table board_view (
  person_id uuid not null references person (id),
  name text not null check (name <> '' and length(name) <= 60),
  view jsonb not null check (jsonb_typeof(view) = 'object'),
  changed_at timestamptz not null,
  primary key (person_id, name)
);
comment on table board_view is 'A filter and an order of the board that a person keeps under a name';

create index report_submitted on report (campaign_id) where state = 'submitted';
