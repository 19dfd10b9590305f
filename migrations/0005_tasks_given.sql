-- When each unit was given a task: a report that was sent before stays as it was sent.

alter table task_unit add column given_at timestamptz;
comment on column task_unit.given_at is 'When this unit was given the task by an import; null: together with the task';
