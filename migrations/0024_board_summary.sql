-- What the board shows of how far a report is, beside the counts of each section: a board of the whole country reads
-- one short line for each unit.

alter table report add column summary jsonb not null
  default '{"asked": 0, "filled": 0, "substance": 0, "gaps": 0, "parts": []}'
  check (jsonb_typeof(summary) = 'object');
comment on column report.summary is 'Of progress: the whole and its parts of the outline as [part, filled, asked, only nil]; written with it';

update report r set summary = jsonb_build_object(
  'asked', coalesce(r.progress -> 'asked', '0'),
  'filled', coalesce(r.progress -> 'filled', '0'),
  'substance', coalesce(r.progress -> 'substance', '0'),
  'gaps', (select coalesce(sum((s ->> 'gaps')::integer), 0) from jsonb_array_elements(r.progress -> 'sections') s),
  'parts', (select coalesce(jsonb_agg(jsonb_build_array(p.part, p.filled, p.asked, p.nil) order by p.place), '[]')
    from (
      select s.value ->> 'part' as part, min(s.place) as place, sum((s.value ->> 'filled')::integer) as filled,
        sum((s.value ->> 'asked')::integer) as asked, bool_and((s.value ->> 'nil')::boolean) as nil
      from jsonb_array_elements(r.progress -> 'sections') with ordinality s (value, place)
      group by 1
    ) p));
