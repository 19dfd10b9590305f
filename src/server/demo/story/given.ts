import { compare, formatAmount, multiply } from '../../../core/kernel/amount.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { CriteriaSet } from '../../../core/scoring/criteria.ts';
import { isSurveyed } from '../../../core/scoring/led.ts';
import type { GivenRows, LeadPart, UnitSection } from '../../../core/template/outline.ts';
import { outlineFor, sectionsFor } from '../../../core/template/outline.ts';
import { criteriaOf, unitsOfTask } from '../../pack/coherence.ts';
import type { Pack, PackUnit } from '../../pack/shape.ts';

/** Leads and partners of the letter, point 2, by key of the pack's units. */
export const LEADS: readonly {
  readonly area: string;
  readonly field: string;
  readonly lead: string;
  readonly partners: readonly string[];
}[] = [
  { area: 'CĐĐH', field: 'công tác chỉ đạo điều hành cải cách hành chính', lead: 'noi-vu', partners: [] },
  { area: 'BỘ MÁY', field: 'cải cách tổ chức bộ máy hành chính', lead: 'noi-vu', partners: [] },
  { area: 'CÔNG VỤ', field: 'cải cách chế độ công vụ', lead: 'noi-vu', partners: [] },
  { area: 'TÀI CHÍNH CÔNG', field: 'cải cách tài chính công', lead: 'tckh', partners: [] },
  {
    area: 'TÁC ĐỘNG KT-XH',
    field: 'tác động của cải cách hành chính đến các chỉ tiêu phát triển kinh tế - xã hội của huyện',
    lead: 'tckh',
    partners: [],
  },
  { area: 'THỂ CHẾ', field: 'cải cách thể chế', lead: 'tu-phap', partners: [] },
  { area: 'TTHC', field: 'cải cách thủ tục hành chính', lead: 'van-phong', partners: [] },
  {
    area: 'CĐS',
    field: 'xây dựng và phát triển chính quyền điện tử, chính quyền số',
    lead: 'van-phong',
    partners: ['vhtt'],
  },
];

const leadPartsOf = (unitKey: string): readonly LeadPart[] =>
  LEADS.flatMap(({ area, lead, partners }) => [
    ...(lead === unitKey ? [{ area, part: 'lead' as const }] : []),
    ...(partners.includes(unitKey) ? [{ area, part: 'partner' as const }] : []),
  ]);

export const setOf = (pack: Pack, id: (set: CriteriaSet) => boolean): CriteriaSet | undefined =>
  pack.criteria.sets.find(id);

/** The same rows that the report room makes from the database: tasks, low criteria of 2023, criteria led. */
const givenRowsFor = (pack: Pack, unit: PackUnit): GivenRows => {
  const communeCriteria = criteriaOf(setOf(pack, (s) => s.id === pack.marks.criteriaSet));
  const led = new Set(leadPartsOf(unit.key).flatMap((l) => (l.part === 'lead' ? [l.area] : [])));
  return {
    tasks: pack.tasks.tasks
      .filter((t) => unitsOfTask(pack, t.units).includes(unit.id))
      .map((t) => ({
        id: t.id,
        title: t.content,
        given: { document: pack.tasks.document, due: t.due ? shortDay(t.due) : '' },
      })),
    lowMarks: Object.entries(pack.marks.units[unit.key] ?? {}).flatMap(([id, points]) => {
      const criterion = communeCriteria.get(id);
      const max = criterion?.maxPoints ?? '0';
      return criterion && compare(points, multiply(max, '0.8')) < 0
        ? [
            {
              id,
              title: `${id} ${criterion.name}`,
              given: { points: formatAmount(points), max: formatAmount(max) },
            },
          ]
        : [];
    }),
    ledCriteria:
      setOf(pack, (s) => s.subjectLevel === 'district')
        ?.areas.filter((a) => led.has(a.field ?? ''))
        .flatMap((a) => a.children)
        .map((c) => ({
          id: c.code,
          title: `${c.code} ${c.name}`,
          ...(isSurveyed(c) && { unit: 'điều tra xã hội học cho điểm, không tự chấm' }),
          max: c.maxPoints ?? '0',
          given: { max: formatAmount(c.maxPoints ?? '0') },
        })) ?? [],
  };
};

export const sectionsOfUnit = (pack: Pack, unit: PackUnit): readonly UnitSection[] => {
  const outline = outlineFor(pack.template, unit.kind);
  return outline ? sectionsFor(pack.template, outline, leadPartsOf(unit.key), givenRowsFor(pack, unit)) : [];
};
