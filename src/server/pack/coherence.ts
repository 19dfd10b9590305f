import { existsOn } from '../../core/directory/unit.ts';
import { compare } from '../../core/kernel/amount.ts';
import type { Day } from '../../core/kernel/instant.ts';
import type { CriteriaSet, Criterion } from '../../core/scoring/criteria.ts';
import { problemsOfTemplate } from '../../core/template/validate.ts';
import type { Pack, PackUnit } from './shape.ts';

export type PackProblem = { readonly file: string; readonly path: string; readonly reason: string };

/** Who a task was given to: units named, or every commune of the authority on the day. */
export const unitsOfTask = (
  pack: Pick<Pack, 'units' | 'tasks'>,
  to: 'communes' | readonly string[],
): readonly string[] =>
  to === 'communes'
    ? communesOn(pack.units.units, pack.tasks.authorityUnitId, pack.tasks.givenOn).map((u) => u.id)
    : to;

/** The criteria of a set by their codes: the second level, which results are published by. */
export const criteriaOf = (set: CriteriaSet | undefined): ReadonlyMap<string, Criterion> =>
  new Map(set?.areas.flatMap((a) => a.children).map((c) => [c.code, c]));

const communesOn = (units: readonly PackUnit[], authorityId: string, day: Day): readonly PackUnit[] =>
  units.filter((u) => u.kind === 'commune' && u.parentId === authorityId && existsOn(u, day));

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** What each file says right by itself, but not beside the others. */
export const incoherent = (pack: Pack): readonly PackProblem[] => {
  const problems: PackProblem[] = [];
  const say = (file: string, path: string, reason: string) => problems.push({ file, path, reason });
  const { units } = pack.units;
  const ids = new Set(units.map((u) => u.id));
  const known = (id: string, file: string, path: string) => {
    if (!ids.has(id)) say(file, path, `chưa có đơn vị ${id} trong units.json`);
  };

  for (const p of problemsOfTemplate(pack.template)) say('template.json', p.path, p.code);
  for (const field of ['id', 'key'] as const)
    for (const value of repeated(units.map((u) => u[field])))
      say('units.json', `units.${field}`, `${value} có hai lần`);
  for (const [n, unit] of units.entries()) {
    if (unit.parentId) known(unit.parentId, 'units.json', `units.${n}.parentId`);
    if (unit.validTo && unit.validTo < unit.validFrom)
      say('units.json', `units.${n}.validTo`, 'sớm hơn validFrom');
  }
  for (const [n, s] of pack.units.successors.entries()) {
    known(s.unitId, 'units.json', `successors.${n}.unitId`);
    known(s.successorId, 'units.json', `successors.${n}.successorId`);
  }

  const criteria = criteriaOf(pack.criteria.sets.find((s) => s.id === pack.marks.criteriaSet));
  if (criteria.size === 0)
    say('marks.json', 'criteriaSet', `chưa có bộ ${pack.marks.criteriaSet} trong criteria.json`);
  for (const [key, marks] of Object.entries(pack.marks.units)) {
    if (!units.some((u) => u.key === key)) say('marks.json', `units.${key}`, 'chưa có trong units.json');
    for (const [id, points] of Object.entries(marks)) {
      const criterion = criteria.get(id);
      if (!criterion) say('marks.json', `units.${key}.${id}`, 'chưa có tiêu chí này');
      else if (compare(points, criterion.maxPoints ?? '0') > 0)
        say('marks.json', `units.${key}.${id}`, `cao hơn điểm tối đa ${criterion.maxPoints}`);
    }
  }

  known(pack.tasks.authorityUnitId, 'tasks.json', 'authorityUnitId');
  for (const [n, task] of pack.tasks.tasks.entries())
    for (const id of unitsOfTask(pack, task.units)) known(id, 'tasks.json', `tasks.${n}.units`);
  for (const day of repeated(pack.calendar.days.map((d) => d.day)))
    say('calendar.json', 'days', `${day} có hai lần`);
  for (const login of repeated(pack.people.people.map((p) => p.login)))
    say('people.json', 'people', `tên đăng nhập ${login} có hai lần`);
  for (const person of pack.people.people)
    for (const post of person.posts) known(post.unitId, 'people.json', `people.${person.login}`);
  return problems;
};
