-- A letter of the day about work given and low marks, apart from the letters about reports.

alter table outgoing_mail
  add column work_day date,
  drop constraint outgoing_mail_about,
  add constraint outgoing_mail_about check (
    (occasion is not null)::integer + (digest_day is not null)::integer + (work_day is not null)::integer = 1
    and (occasion is null) = (campaign_id is null) and (occasion is null) = (unit_id is null)),
  add constraint outgoing_mail_work unique (person_id, work_day);
comment on column outgoing_mail.work_day is 'The day of a letter about tasks and low marks that are due or overdue; its words are written when it goes';
