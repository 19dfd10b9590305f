import { type Instant, parseInstant } from '../kernel/instant.ts';
import { type Answer, type Answers, daysLate, plainLabel } from './answer.ts';
import { isFault, readCount, readNumber } from './number.ts';
import { get, has, isRaw, type Raw, said, textOf } from './reading.ts';

export type AnswerProblem = {
  readonly code: AnswerProblemCode;
  readonly criterion: string;
  readonly value: string;
};

const sentences = {
  'answers.notObject': {
    vi: 'Tệp câu trả lời chưa đúng dạng: cần {"answers": {"1.1.1": …}}.',
    en: 'The answers file needs the form {"answers": {"1.1.1": …}}.',
  },
  'answers.notUnderstood': {
    vi: 'Câu trả lời “{value}” của tiêu chí {criterion} chưa hiểu được.',
    en: 'The answer “{value}” of criterion {criterion} is not understood.',
  },
  'answers.twoReadings': {
    vi: 'Số “{value}” của tiêu chí {criterion} đọc được hai cách (nghìn hoặc thập phân). Viết liền không dấu chấm, hoặc dùng dấu phẩy thập phân.',
    en: 'The number “{value}” of criterion {criterion} can be read in two ways. Leave out the point, or use a decimal comma.',
  },
  'answers.instant': {
    vi: 'Thời điểm “{value}” của tiêu chí {criterion} chưa đúng. Viết như 2024-03-01T00:00:00+07:00.',
    en: 'The moment “{value}” of criterion {criterion} is not valid. Write 2024-03-01T00:00:00+07:00.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type AnswerProblemCode = keyof typeof sentences;

export const answerProblemText = (p: AnswerProblem, language: 'vi' | 'en' = 'vi'): string =>
  sentences[p.code][language].replace('{value}', p.value).replace('{criterion}', p.criterion);

type Reading = { readonly problems: AnswerProblem[]; readonly criterion: string };

const blame = (r: Reading, code: AnswerProblemCode, value: unknown): undefined => {
  if (r.problems.length < 500) r.problems.push({ code, criterion: r.criterion, value: said(value) });
  return undefined;
};

const NIL: ReadonlySet<string> = new Set(['không phát sinh', 'nil', 'khong phat sinh']);
const NOT_APPLICABLE: ReadonlySet<string> = new Set(['không áp dụng', 'not-applicable', 'khong ap dung']);

/** 'có' is yes; an option of that very name is found by its label first, so both are kept. */
const choiceOf = (text: string): string => {
  const plain = plainLabel(text);
  if (plain === 'yes' || plain === 'true') return 'yes';
  if (plain === 'no' || plain === 'false') return 'no';
  return text.trim();
};

const instantOf = (r: Reading, value: unknown): Instant | undefined => {
  const at = typeof value === 'string' ? parseInstant(value) : undefined;
  return at ?? blame(r, 'answers.instant', value);
};

/** Names under which people give the same number. */
const ALIASES: Readonly<Record<string, string>> = {
  percent: 'value',
  tỷ_lệ: 'value',
  'tỷ lệ': 'value',
  'giá trị': 'value',
  b: 'numerator',
  a: 'denominator',
  'tử số': 'numerator',
  'mẫu số': 'denominator',
  'số lượng': 'count',
  violations: 'count',
  'vi phạm': 'count',
  daysLate: 'days',
  'số ngày chậm': 'days',
  'năm nay': 'current',
  'năm trước': 'previous',
  thisYear: 'current',
  lastYear: 'previous',
  điểm: 'points',
};
/** Where a word instead of a number is a mistake, not a part of its own. */
const NUMBERS: ReadonlySet<string> = new Set([
  'value',
  'ratio',
  'index',
  'numerator',
  'denominator',
  'count',
  'days',
  'current',
  'previous',
  'points',
]);
const WORDS: ReadonlySet<string> = new Set([
  'source',
  'note',
  'evidence',
  'explanation',
  'from',
  'nguồn',
  'ghi chú',
  'dueBefore',
  'sentAt',
  'parts',
  'option',
  'choice',
  'answer',
  'yes',
]);

const partsOf = (r: Reading, value: unknown, depth: number): Record<string, Answer> => {
  const entries = Array.isArray(value)
    ? value.map((one, i) => [String(i + 1), one] as const)
    : isRaw(value)
      ? Object.entries(value)
      : [];
  const parts: Record<string, Answer> = {};
  for (const [key, one] of entries.slice(0, 200)) {
    const answer = one === null ? undefined : readAnswer(r, one, depth + 1);
    if (answer) Object.defineProperty(parts, key, { value: answer, enumerable: true });
  }
  return parts;
};

const lateOf = (r: Reading, raw: Raw): string | undefined => {
  if (!has(raw, 'dueBefore')) return undefined;
  const [due, sent] = [instantOf(r, raw.dueBefore), instantOf(r, raw.sentAt)];
  return due === undefined || sent === undefined ? undefined : daysLate(due, sent);
};

const objectAnswer = (r: Reading, raw: Raw, depth: number): Answer | undefined => {
  if (raw.nil === true || raw.kind === 'nil') return { kind: 'nil' };
  if (raw.notApplicable === true || raw.kind === 'not-applicable') return { kind: 'not-applicable' };
  const flat = raw.kind === 'given' && isRaw(raw.values) ? { ...raw, ...raw.values } : raw;
  const values: Record<string, string> = {};
  const named: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(flat).slice(0, 200)) {
    if (WORDS.has(key) || key === 'kind' || key === 'values' || value === null) continue;
    // {"kế hoạch": true, "báo cáo": false}: parts by their names.
    if (typeof value === 'boolean' || isRaw(value)) {
      Object.defineProperty(named, key, { value, enumerable: true });
      continue;
    }
    const number = readNumber(value);
    const isWord =
      number === 'notNumber' &&
      typeof value === 'string' &&
      !NUMBERS.has(key) &&
      !Object.hasOwn(ALIASES, key);
    if (isWord) {
      Object.defineProperty(named, key, { value, enumerable: true });
      continue;
    }
    if (isFault(number))
      return blame(r, number === 'twoReadings' ? 'answers.twoReadings' : 'answers.notUnderstood', value);
    const name = (Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined) ?? key;
    Object.defineProperty(values, name, { value: number, enumerable: true, configurable: true });
  }
  const days = lateOf(r, flat);
  if (days !== undefined) values.days = days;
  const picked = get(flat, 'option', 'choice', 'answer', 'yes');
  const choice =
    typeof picked === 'boolean'
      ? picked
        ? 'yes'
        : 'no'
      : picked === undefined
        ? undefined
        : textOf(picked, 300);
  const given = has(flat, 'parts') ? flat.parts : Object.keys(named).length > 0 ? named : undefined;
  const parts = given === undefined ? undefined : partsOf(r, given, depth);
  const source = textOf(get(flat, 'source', 'from', 'nguồn'), 500);
  if (Object.keys(values).length === 0 && choice === undefined && !parts) return undefined;
  return {
    kind: 'given',
    values,
    ...(choice === undefined ? {} : { choice: choiceOf(choice) }),
    ...(parts ? { parts } : {}),
    ...(source === undefined ? {} : { source }),
  };
};

const readAnswer = (r: Reading, raw: unknown, depth: number): Answer | undefined => {
  if (depth > 8) return blame(r, 'answers.notUnderstood', '…');
  if (typeof raw === 'boolean') return { kind: 'given', values: {}, choice: raw ? 'yes' : 'no' };
  if (Array.isArray(raw)) return { kind: 'given', values: {}, parts: partsOf(r, raw, depth) };
  if (isRaw(raw)) return objectAnswer(r, raw, depth);
  const number = readNumber(raw);
  if (!isFault(number)) return { kind: 'given', values: { value: number } };
  if (typeof raw !== 'string') return blame(r, 'answers.notUnderstood', raw);
  if (number === 'twoReadings') return blame(r, 'answers.twoReadings', raw);
  const text = textOf(raw, 300);
  if (text === undefined) return undefined;
  const plain = plainLabel(text);
  if (NIL.has(plain)) return { kind: 'nil' };
  if (NOT_APPLICABLE.has(plain)) return { kind: 'not-applicable' };
  const share = /^([\d.,]+)\s*\/\s*([\d.,]+)$/.exec(text);
  if (share) {
    const [numerator, denominator] = [readCount(share[1] ?? ''), readCount(share[2] ?? '')];
    if (isFault(numerator) || isFault(denominator)) return blame(r, 'answers.notUnderstood', raw);
    return { kind: 'given', values: { numerator, denominator } };
  }
  return { kind: 'given', values: {}, choice: choiceOf(text) };
};

const readMany = (value: unknown, problems: AnswerProblem[]): Answers => {
  const out: Record<string, Answer> = {};
  if (value === undefined || value === null) return out;
  if (!isRaw(value)) {
    problems.push({ code: 'answers.notObject', criterion: '', value: said(value) });
    return out;
  }
  for (const [code, raw] of Object.entries(value).slice(0, 5_000)) {
    if (raw === null) continue;
    const answer = readAnswer({ problems, criterion: code }, raw, 0);
    if (answer) Object.defineProperty(out, code, { value: answer, enumerable: true });
  }
  return out;
};

export type AnswersFile = {
  readonly set?: string;
  readonly unit?: string;
  readonly answers: Answers;
  readonly survey: Answers;
  readonly context: Readonly<Record<string, string>>;
  readonly problems: readonly AnswerProblem[];
};

/** {"set": …, "answers": {code: answer}, "survey": {code: answer}, "context": {name: number}}. Never throws. */
export const readAnswers = (value: unknown): AnswersFile => {
  const problems: AnswerProblem[] = [];
  const raw = isRaw(value) ? value : {};
  if (!isRaw(value)) problems.push({ code: 'answers.notObject', criterion: '', value: said(value) });
  // Without the key "answers", the file is the answers themselves.
  const answers = readMany(has(raw, 'answers') ? raw.answers : has(raw, 'survey') ? {} : raw, problems);
  const context: Record<string, string> = {};
  if (isRaw(raw.context))
    for (const [name, given] of Object.entries(raw.context).slice(0, 1_000)) {
      const number = readNumber(given);
      if (isFault(number))
        problems.push({ code: 'answers.notUnderstood', criterion: name, value: said(given) });
      else Object.defineProperty(context, name, { value: number, enumerable: true });
    }
  const [set, unit] = [textOf(raw.set, 120), textOf(raw.unit, 300)];
  return {
    ...(set === undefined ? {} : { set }),
    ...(unit === undefined ? {} : { unit }),
    answers,
    survey: readMany(raw.survey, problems),
    context,
    problems,
  };
};
