import { shortDay } from '../kernel/wording.ts';
import type { CriteriaSet, Criterion, Feed } from './criteria.ts';
import { condText } from './expressionText.ts';
import { ROUNDING_WORDS } from './formColumns.ts';
import { prepare } from './prepare.ts';
import { ruleText } from './ruleText.ts';
import { COMBINES, POLICIES, ROLES } from './writeForm.ts';

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
  | 'feed'
  | 'decision'
  | 'totalPoints'
  | 'rounding'
  | 'outside'
  | 'noSurvey'
  | 'classes'
  | 'notes';

export type FieldChange = { readonly field: ChangedField; readonly before: string; readonly after: string };

export type SetChange =
  /** Of the set itself: how it is rounded, when somebody is "Tốt". */
  | { readonly kind: 'set'; readonly fields: readonly FieldChange[] }
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

/** In one order, whichever way it was stored: the same sources are no change. */
const ORDER = Object.keys(FIELD_WORDS);

export const feedText = (feed: Feed | undefined): string =>
  Object.entries(feed ?? {})
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b) || (a < b ? -1 : 1))
    .map(([field, codes]) => `${FIELD_WORDS[field] ?? field} = ${codes.join(' + ')}`)
    .join('; ');

const WORDS: readonly (readonly [ChangedField, (c: Criterion) => string])[] = [
  ['name', (c) => c.name],
  ['maxPoints', (c) => (c.maxPoints ?? '').replace('.', ',')],
  ['rule', (c) => (c.rule ? ruleText(c.rule, c.maxPoints ?? undefined) : '')],
  [
    'whenNil',
    (c) =>
      [
        c.whenNil ? POLICIES[c.whenNil] : '',
        c.whenNotApplicable ? `không áp dụng: ${POLICIES[c.whenNotApplicable]}` : '',
      ]
        .filter((w) => w !== '')
        .join('; '),
  ],
  ['zeroWhen', (c) => (c.zeroWhen ? condText(c.zeroWhen) : '')],
  ['role', (c) => (c.role ? ROLES[c.role] : '')],
  ['combine', (c) => (c.combine ? COMBINES[c.combine] : '')],
  ['leadUnit', (c) => [c.leadUnit ?? '', ...c.partners].filter((w) => w !== '').join('; ')],
  ['evidence', (c) => c.evidence.join('; ')],
  ['feed', (c) => feedText(c.feed)],
];

const NO_SURVEY = { rescale: 'quy về 100', keep: 'giữ nguyên' } as const;
const number = (value: string | undefined): string => (value ?? '').replace('.', ',');

const SET_WORDS: readonly (readonly [ChangedField, (s: CriteriaSet) => string])[] = [
  ['name', (s) => s.title],
  [
    'decision',
    (s) =>
      [s.decision?.number ?? '', s.decision?.date ? shortDay(s.decision.date) : '', s.decision?.issuer ?? '']
        .filter((w) => w !== '')
        .join(', '),
  ],
  ['totalPoints', (s) => number(s.totalPoints)],
  [
    'rounding',
    ({ rounding: r }) =>
      `${r.decimals}/${r.percentDecimals} chữ số, ${ROUNDING_WORDS.mode[r.mode]}, ${ROUNDING_WORDS.at[r.at]}`,
  ],
  [
    'outside',
    ({ outside: o }) =>
      [
        o.bonusMax === undefined ? '' : `thưởng tối đa ${number(o.bonusMax)}`,
        o.penaltyMax === undefined ? '' : `trừ tối đa ${number(o.penaltyMax)}`,
        o.indexMax === undefined ? '' : `chỉ số tối đa ${number(o.indexMax)}%`,
      ]
        .filter((w) => w !== '')
        .join('; '),
  ],
  ['noSurvey', (s) => NO_SURVEY[s.noSurvey]],
  ['zeroWhen', (s) => (s.zeroWhen ? condText(s.zeroWhen) : '')],
  ['classes', (s) => s.classes.map((c) => `${c.name} từ ${number(c.from)}%`).join('; ')],
  ['notes', (s) => s.notes.join('; ')],
];

const fieldsOf = <T>(
  words: readonly (readonly [ChangedField, (of: T) => string])[],
  before: T,
  after: T,
): FieldChange[] =>
  words.flatMap(([field, say]) => {
    const [was, is] = [say(before), say(after)];
    return was === is ? [] : [{ field, before: was, after: is }];
  });

/** What a revision does to a set: to the whole of it, then line by line in its new order; what is gone comes last. */
export const changesOf = (before: CriteriaSet, after: CriteriaSet): readonly SetChange[] => {
  const known = prepare(before).byCode;
  const { lines, byCode } = prepare(after);
  const changes = lines.flatMap(({ criterion: c }): SetChange[] => {
    const was = known.get(c.code)?.criterion;
    if (!was) return [{ kind: 'added', code: c.code, name: c.name }];
    const fields = fieldsOf(WORDS, was, c);
    return fields.length === 0 ? [] : [{ kind: 'changed', code: c.code, name: c.name, fields }];
  });
  const gone = prepare(before)
    .lines.filter((l) => !byCode.has(l.criterion.code))
    .map((l): SetChange => ({ kind: 'removed', code: l.criterion.code, name: l.criterion.name }));
  const whole = fieldsOf(SET_WORDS, before, after);
  return [...(whole.length > 0 ? [{ kind: 'set' as const, fields: whole }] : []), ...changes, ...gone];
};
