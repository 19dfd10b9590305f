-- Templates in the making: what an office changes before it publishes the next version.

create table template_draft (
  template_id text primary key,
  based_on integer,
  title text not null,
  body jsonb not null,
  version integer not null default 1,
  tried_version integer,
  begun_by uuid not null references person (id),
  begun_at timestamptz not null,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  foreign key (template_id, based_on) references template (id, version),
  check (tried_version is null or tried_version <= version)
);
comment on table template_draft is 'One draft a template: gone when it is published or dropped; nobody reports by it';
create index template_draft_based_on on template_draft (template_id, based_on);
create index template_draft_begun_by on template_draft (begun_by);
create index template_draft_changed_by on template_draft (changed_by);
