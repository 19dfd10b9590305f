-- A letter may give each group of recipients its own deadline.

alter table report add column group_due_at timestamptz;
comment on column report.group_due_at is 'First late instant of the unit''s group of recipients, where the request gives it one of its own; null: the deadline of the request';
