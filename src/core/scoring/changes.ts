import type { CriteriaSet, Criterion, Feed } from './criteria.ts';
import { condText } from './expressionText.ts';
import { prepare } from './prepare.ts';
import { ruleText } from './ruleText.ts';

/** What of a line is compared, in the words that people see. */
export type ChangedField =
  | 'name'
  | 'maxPoints'
  | 'rule'
  | 'whenNil'
  | 'zeroWhen'
  | 'role'
  | 'combine'
  | 'leadUnit'
  | 'evidence'
  | 'feed';

export type FieldChange = { readonly field: ChangedField; readonly before: string; readonly after: string };

export type SetChange =
  | { readonly kind: 'added' | 'removed'; readonly code: string; readonly name: string }
  | {
      readonly kind: 'changed';
      readonly code: string;
      readonly name: string;
      readonly fields: readonly FieldChange[];
    };

const FIELD_WORDS: Readonly<Record<string, string>> = {
  numerator: 'tử số',
  denominator: 'mẫu số',
  count: 'số lượng',
  value: 'giá trị',
  days: 'số ngày chậm',
  current: 'năm nay',
  previous: 'năm trước',
};

export const feedText = (feed: Feed | undefined): string =>
  Object.entries(feed ?? {})
    .map(([field, codes]) => `${FIELD_WORDS[field] ?? field} = ${codes.join(' + ')}`)
    .join('; ');

const WORDS: readonly (readonly [ChangedField, (c: Criterion) => string])[] = [
  ['name', (c) => c.name],
  ['maxPoints', (c) => (c.maxPoints ?? '').replace('.', ',')],
  ['rule', (c) => (c.rule ? ruleText(c.rule, c.maxPoints ?? undefined) : '')],
  ['whenNil', (c) => [c.whenNil ?? '', c.whenNotApplicable ?? ''].join(' ').trim()],
  ['zeroWhen', (c) => (c.zeroWhen ? condText(c.zeroWhen) : '')],
  ['role', (c) => c.role ?? ''],
  ['combine', (c) => c.combine ?? ''],
  ['leadUnit', (c) => [c.leadUnit ?? '', ...c.partners].filter((w) => w !== '').join('; ')],
  ['evidence', (c) => c.evidence.join('; ')],
  ['feed', (c) => feedText(c.feed)],
];

const fieldsOf = (before: Criterion, after: Criterion): FieldChange[] =>
  WORDS.flatMap(([field, words]) => {
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });

/** What a revision does to a set, line by line, in the order of the new set; what is gone comes last. */
export const changesOf = (before: CriteriaSet, after: CriteriaSet): readonly SetChange[] => {
  const known = prepare(before).byCode;
  const { lines, byCode } = prepare(after);
  const changes = lines.flatMap(({ criterion: c }): SetChange[] => {
    const was = known.get(c.code)?.criterion;
    if (!was) return [{ kind: 'added', code: c.code, name: c.name }];
    const fields = fieldsOf(was, c);
    return fields.length === 0 ? [] : [{ kind: 'changed', code: c.code, name: c.name, fields }];
  });
  const gone = prepare(before)
    .lines.filter((l) => !byCode.has(l.criterion.code))
    .map((l): SetChange => ({ kind: 'removed', code: l.criterion.code, name: l.criterion.name }));
  return [...changes, ...gone];
};
