import { formatAmount } from '../kernel/amount.ts';
import type { Combine, CriteriaSet, Criterion, NilPolicy, Role } from './criteria.ts';
import type { Cond } from './expression.ts';
import { condText } from './expressionText.ts';
import type { ColumnId, SettingId } from './formColumns.ts';
import { ROUNDING_WORDS } from './formColumns.ts';
import { readCond } from './readExpression.ts';
import { ruleCells, sameData } from './ruleCells.ts';

export type FormRow = Partial<Record<ColumnId, string | number>>;
export type FormSettings = Partial<Record<SettingId, string | number>>;

const LEVELS = { area: 'lĩnh vực', criterion: 'tiêu chí', component: 'tiêu chí thành phần' } as const;
export const POLICIES: Readonly<Record<NilPolicy, string>> = {
  full: 'đủ điểm',
  'reduce-max': 'giảm trừ',
  zero: '0 điểm',
};
export const ROLES: Readonly<Record<Role, string>> = {
  normal: 'trong thang điểm',
  bonus: 'thưởng',
  penalty: 'trừ',
};
export const COMBINES: Readonly<Record<Combine, string>> = {
  sum: 'cộng',
  'capped-sum': 'cộng có trần',
  min: 'nhỏ nhất',
  max: 'lớn nhất',
  average: 'trung bình',
};
const FIELDS: Readonly<Record<string, string>> = {
  numerator: 'tử số',
  denominator: 'mẫu số',
  value: 'giá trị',
  count: 'số lượng',
  days: 'số ngày',
  current: 'năm nay',
  previous: 'năm trước',
};

/** In words where they read back as the same condition, else as data. */
const condCell = (cond: Cond): string => {
  const words = condText(cond);
  const reading = { problems: [], criterion: '' };
  const read = readCond(reading, words, '');
  return reading.problems.length === 0 && sameData(read, cond) ? words : JSON.stringify(cond);
};

const some = <K extends ColumnId>(id: K, value: string | undefined): FormRow =>
  value === undefined || value === '' ? {} : ({ [id]: value } as FormRow);

const rowOf = (c: Criterion): FormRow => ({
  code: c.code,
  name: c.name,
  level: LEVELS[c.level],
  ...(c.maxPoints === null ? {} : { maxPoints: Number(c.maxPoints) }),
  ...(c.rule ? ruleCells(c.rule, c.maxPoints) : {}),
  ...some('whenNil', c.whenNil && POLICIES[c.whenNil]),
  ...some('whenNotApplicable', c.whenNotApplicable && POLICIES[c.whenNotApplicable]),
  ...(c.zeroDenominatorIsNil ? { zeroDenominatorIsNil: 'không phát sinh' } : {}),
  ...some('zeroWhen', c.zeroWhen && condCell(c.zeroWhen)),
  ...some('role', c.role && ROLES[c.role]),
  ...some('combine', c.combine && COMBINES[c.combine]),
  ...some('leadUnit', c.leadUnit),
  ...some('partners', c.partners.join('; ')),
  ...some('evidence', c.evidence.join('; ')),
  ...some('inputs', c.inputs.join('; ')),
  ...some(
    'feed',
    Object.entries(c.feed ?? {})
      .map(([field, codes]) => `${FIELDS[field] ?? field} = ${codes.join(' + ')}`)
      .join('; '),
  ),
  ...some('field', c.field),
  ...some('ruleSource', c.ruleSource),
  ...some('addedBy', c.addedBy),
  ...some('note', c.note),
});

const rowsOf = (lines: readonly Criterion[]): FormRow[] =>
  lines.flatMap((c) => [rowOf(c), ...rowsOf(c.children)]);

/** A set as the rows of its own Excel form: an office mends it there and brings it back as a revision. */
export const writeForm = (
  set: CriteriaSet,
): { readonly settings: FormSettings; readonly rows: readonly FormRow[] } => ({
  settings: {
    id: set.id,
    title: set.title,
    ...(set.year === null ? {} : { year: set.year }),
    subjectLevel: set.subjectLevel,
    ...(set.decision ? { decision: set.decision.number } : {}),
    ...(set.decision?.date ? { decisionDate: set.decision.date } : {}),
    totalPoints: Number(set.totalPoints),
    decimals: set.rounding.decimals,
    percentDecimals: set.rounding.percentDecimals,
    roundingMode: ROUNDING_WORDS.mode[set.rounding.mode],
    roundingAt: ROUNDING_WORDS.at[set.rounding.at],
    ...(set.outside.bonusMax === undefined ? {} : { bonusMax: Number(set.outside.bonusMax) }),
    ...(set.outside.penaltyMax === undefined ? {} : { penaltyMax: Number(set.outside.penaltyMax) }),
    ...(set.outside.indexMax === undefined ? {} : { indexMax: Number(set.outside.indexMax) }),
    noSurvey: set.noSurvey === 'keep' ? 'giữ nguyên' : 'quy về 100',
    ...(set.zeroWhen ? { zeroWhen: condCell(set.zeroWhen) } : {}),
    ...(set.classes.length > 0
      ? { classes: set.classes.map((c) => `${c.name} = ${formatAmount(c.from)}`).join('; ') }
      : {}),
  },
  rows: rowsOf(set.areas),
});
