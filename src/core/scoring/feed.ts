import { type Amount, formatAmount, sum } from '../kernel/amount.ts';
import type { Answer, Answers } from './answer.ts';
import type { CriteriaSet } from './criteria.ts';
import { prepare } from './prepare.ts';

/** A figure that was reported, or that the program knows itself, with where it stands. */
export type Reported = {
  readonly amount: Amount | null;
  /** 'nil': stated that nothing arose; it adds nothing. */
  readonly kind: 'amount' | 'nil';
  /** 'Báo cáo quý I năm 2024, biểu Kết quả giải quyết hồ sơ, cột (8)' */
  readonly source: string;
  readonly isEstimate: boolean;
  /** Written in a report that was not sent yet: the score follows it. */
  readonly isDraft: boolean;
};

export type Figures = ReadonlyMap<string, Reported>;

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const sourceOf = (used: readonly Reported[]): string => {
  const words = unique(used.map((u) => u.source)).join('; ');
  const marks = [
    used.some((u) => u.isEstimate) ? 'có số ước' : '',
    used.some((u) => u.isDraft) ? 'báo cáo đang soạn, số đổi thì điểm đổi theo' : '',
  ].filter((w) => w !== '');
  return marks.length === 0 ? words : `${words} (${marks.join('; ')})`;
};

/** The answer that reported figures give to one criterion; undefined while one of them is missing. */
const fedAnswer = (
  feed: Readonly<Record<string, readonly string[]>>,
  figures: Figures,
): Answer | undefined => {
  const values: Record<string, Amount> = {};
  const used: Reported[] = [];
  for (const [field, codes] of Object.entries(feed)) {
    const found = codes.map((code) => figures.get(code));
    if (found.some((f) => f === undefined)) return undefined;
    const all = found.filter((f) => f !== undefined);
    used.push(...all);
    values[field] = sum(all.map((f) => f.amount ?? '0'));
  }
  if (used.length === 0) return undefined;
  // Nothing arose in any of them: a statement, not a row of zeros.
  if (used.every((u) => u.kind === 'nil')) return { kind: 'nil' };
  return { kind: 'given', values, source: sourceOf(used) };
};

/** I7: what the reported figures answer, criterion by criterion, where the set says so. */
export const fedAnswers = (set: CriteriaSet, figures: Figures): Answers => {
  const answers: Record<string, Answer> = {};
  for (const { criterion } of prepare(set).lines) {
    const answer = criterion.feed && fedAnswer(criterion.feed, figures);
    if (answer) answers[criterion.code] = answer;
  }
  return answers;
};

/** An answer as a person reads it: '79/341', '2 ', 'kịp thời'. */
export const answerText = (answer: Answer | null | undefined): string => {
  if (!answer) return '';
  if (answer.kind === 'nil') return 'không phát sinh';
  if (answer.kind === 'not-applicable') return 'không áp dụng';
  const { values, choice, parts } = answer;
  const { numerator, denominator, ...rest } = values;
  const pieces = [
    choice === 'yes' ? 'có' : choice === 'no' ? 'không' : (choice ?? ''),
    numerator !== undefined && denominator !== undefined
      ? `${formatAmount(numerator)}/${formatAmount(denominator)}`
      : '',
    ...Object.entries(rest).map(([name, value]) =>
      name === 'value' ? formatAmount(value) : `${name} ${formatAmount(value)}`,
    ),
    ...Object.entries(parts ?? {}).map(([id, part]) => `${id}: ${answerText(part)}`),
  ];
  return pieces.filter((piece) => piece !== '').join('; ');
};
