import { type Answer, sameLabel, unitWords, yesOrNo } from './answer.ts';
import { boundsText } from './boundsText.ts';
import type { Choice, Cond, Expr } from './expression.ts';
import {
  exact,
  type Fraction,
  isNought,
  isWritten,
  larger,
  minus,
  order,
  over,
  plus,
  rounded,
  smaller,
  spoken,
  times,
  ZERO,
} from './fraction.ts';
import {
  ATOM,
  COMPARISON,
  compares,
  fail,
  field,
  holds,
  inside,
  type Lack,
  list,
  number,
  type Run,
  SUM,
  type Surroundings,
  TERM,
  type Worked,
} from './worked.ts';

const subject = (e: Expr & { kind: 'bands' }): string =>
  (e.on.kind === 'field' ? e.on.label : undefined) ?? (e.unit === '%' ? 'Tỷ lệ' : 'Giá trị');

/** 'Tỷ lệ 92,5% đạt từ 80% đến dưới 100%', 'Chậm 3 ngày'. */
const place = (e: Expr & { kind: 'bands' }, at: number, said: string): string => {
  // Below every band: the same words as a last band that begins at nothing.
  const range =
    at < 0
      ? boundsText([...e.bands, { gte: '0' } as const], e.bands.length, e.unit)
      : boundsText(e.bands, at, e.unit);
  if (e.unit === 'day') return said === '0 ngày' ? 'Không chậm' : `Chậm ${said}`;
  return range === `bằng ${said}` ? `${subject(e)} ${said}` : `${subject(e)} ${said} đạt ${range}`;
};

const bands = (e: Expr & { kind: 'bands' }, run: Run): Worked | undefined => {
  const x = work(e.on, run);
  if (!x) return undefined;
  const at = e.bands.findIndex((band) => holds(x.v, band));
  const gives = at < 0 ? e.otherwise : e.bands[at]?.gives;
  if (!gives) return fail(run, { code: 'noBand', what: spoken(x.v) });
  // A worked-out value is shown as arithmetic once, then as a number.
  const plainX: Worked = number(x.v, run);
  if (run.s.explain) {
    const said = `${plainX.t}${unitWords(e.unit)}`;
    if (x.p !== ATOM) run.because.push(`${x.t} ${isWritten(x.v) ? '=' : '≈'} ${said}`);
    run.because.push(place(e, at, said));
  }
  return work(gives, { ...run, x: plainX });
};

/** By its label; otherwise 'đạt' is yes and false is 'không', where only one option can be meant. */
const pick = (choices: readonly Choice[], choice: string): Choice | undefined => {
  const named = choices.find((c) => sameLabel(c.id, choice) || sameLabel(c.label, choice));
  if (named) return named;
  const meant = yesOrNo(choice);
  if (meant === undefined) return undefined;
  const fitting = choices.filter((c) => yesOrNo(c.id) === meant);
  if (fitting.length === 1) return fitting[0];
  // Of 'kịp thời' and 'không kịp thời' only one can be meant by yes.
  const denied = choices.filter((c) => /^(?:không|chưa)(?:\s|$)/i.test(c.label.trim()));
  return choices.length === 2 && denied.length === 1
    ? choices.find((c) => denied.includes(c) === (meant === 'no'))
    : undefined;
};

const choose = (e: Expr & { kind: 'choice' }, run: Run): Worked | undefined => {
  const { answer } = run;
  const labels = e.choices.map((c) => c.label);
  const choice = answer?.kind === 'given' ? answer.choice : undefined;
  if (choice === undefined)
    return fail(run, { code: 'missing', what: labels.map((l) => `“${l}”`).join(' / ') });
  const found = pick(e.choices, choice);
  if (!found) return fail(run, { code: 'unknownChoice', what: choice, choices: labels });
  if (run.s.explain) run.because.push(`Trả lời “${found.label}”`);
  return work(found.gives, run);
};

/** Whether a condition holds; undefined when it cannot be told yet. */
const test = (cond: Cond, run: Run): boolean | undefined => {
  switch (cond.kind) {
    case 'compare': {
      const [left, right] = [work(cond.left, run), work(cond.right, run)];
      return left && right && compares(order(left.v, right.v), cond.op);
    }
    case 'chosen': {
      const answer = cond.of === undefined ? run.answer : run.s.answerOf(cond.of);
      if (answer?.kind !== 'given')
        return answer
          ? false
          : fail(run, { code: 'missing', what: 'câu trả lời', ...(cond.of ? { of: cond.of } : {}) });
      return answer.choice !== undefined && sameLabel(answer.choice, cond.id);
    }
    case 'nil': {
      const answer = cond.of === undefined ? run.answer : run.s.answerOf(cond.of);
      if (!answer)
        return fail(run, { code: 'missing', what: 'câu trả lời', ...(cond.of ? { of: cond.of } : {}) });
      return answer.kind === 'nil';
    }
    case 'all':
    case 'any': {
      // One that decides is enough, whatever is not known yet about the others.
      const quiet: Run = { ...run, lack: { value: undefined } };
      const results = cond.of.map((c) => test(c, quiet));
      const deciding = cond.kind === 'any';
      if (results.includes(deciding)) return deciding;
      if (results.includes(undefined))
        return fail(run, quiet.lack.value ?? { code: 'missing', what: 'câu trả lời' });
      return !deciding;
    }
    case 'not': {
      const result = test(cond.of, run);
      return result === undefined ? undefined : !result;
    }
    default: {
      const never: never = cond;
      return never;
    }
  }
};

const several = (of: readonly Expr[], run: Run): Worked[] | undefined => {
  const out: Worked[] = [];
  for (const e of of) {
    const w = work(e, run);
    if (!w) return undefined;
    out.push(w);
  }
  return out;
};

const partOf = (
  parts: Readonly<Record<string, Answer>> | undefined,
  e: { id: string; label: string },
): Answer | undefined =>
  [e.id, e.label].flatMap((key) => (parts && Object.hasOwn(parts, key) ? (parts[key] ?? []) : []))[0];

/** The number an expression comes to, or undefined with the lack noted. */
const work = (e: Expr, run: Run): Worked | undefined => {
  const { explain } = run.s;
  switch (e.kind) {
    case 'const':
      return number(exact(e.value), run);
    case 'field':
      return field(e, run);
    case 'x':
      return run.x ?? fail(run, { code: 'missing', what: 'giá trị' });
    case 'points': {
      const v = run.s.pointsOf(e.of);
      if (!v) return fail(run, { code: 'dependsOn', what: e.of });
      return number(v, run);
    }
    case 'maximum': {
      const v = run.s.maximumOf(e.of);
      return v ? number(v, run) : fail(run, { code: 'dependsOn', what: e.of ?? run.s.code });
    }
    case 'context': {
      const value = run.s.contextOf(e.name);
      return value === undefined ? fail(run, { code: 'noContext', what: e.name }) : number(exact(value), run);
    }
    case 'plus': {
      const ws = several(e.of, run);
      if (!ws) return undefined;
      return {
        v: ws.reduce((a, w) => plus(a, w.v), ZERO),
        t: explain ? list(ws, ' + ', SUM) : '',
        p: ws.length > 1 ? SUM : (ws[0]?.p ?? ATOM),
      };
    }
    case 'times': {
      const ws = several(e.of, run);
      if (!ws) return undefined;
      return {
        v: ws.reduce((a, w) => times(a, w.v), exact('1')),
        t: explain ? list(ws, ' × ', TERM) : '',
        p: ws.length > 1 ? TERM : (ws[0]?.p ?? ATOM),
      };
    }
    case 'minus': {
      const [left, right] = [work(e.left, run), work(e.right, run)];
      if (!left || !right) return undefined;
      const t = !explain
        ? ''
        : isNought(left.v) && left.p === ATOM
          ? `-${inside(right, ATOM)}`
          : `${left.t} - ${inside(right, TERM)}`;
      return { v: minus(left.v, right.v), t, p: SUM };
    }
    case 'over': {
      const [left, right] = [work(e.left, run), work(e.right, run)];
      if (!left || !right) return undefined;
      const v = over(left.v, right.v);
      if (!v) return fail(run, { code: 'zeroDenominator', what: run.s.code });
      return { v, t: explain ? `${inside(left, TERM)}/${inside(right, ATOM)}` : '', p: TERM };
    }
    case 'min':
    case 'max': {
      const ws = several(e.of, run);
      const first = ws?.[0];
      if (!ws || !first) return undefined;
      const pick = e.kind === 'min' ? smaller : larger;
      const name = e.kind === 'min' ? 'nhỏ nhất' : 'lớn nhất';
      return {
        v: ws.reduce((a, w) => pick(a, w.v), first.v),
        t: explain ? `${name}(${ws.map((w) => w.t).join('; ')})` : '',
        p: ATOM,
      };
    }
    case 'average': {
      const ws = several(e.of, run);
      if (!ws || ws.length === 0) return undefined;
      const v = over(
        ws.reduce((a, w) => plus(a, w.v), ZERO),
        exact(String(ws.length)),
      );
      return v && { v, t: explain ? `(${list(ws, ' + ', SUM)})/${ws.length}` : '', p: TERM };
    }
    case 'at-most':
    case 'at-least': {
      const [of, bound] = [work(e.of, run), work(e.bound, run)];
      if (!of || !bound) return undefined;
      const bites = e.kind === 'at-most' ? order(of.v, bound.v) > 0 : order(of.v, bound.v) < 0;
      if (!bites) return of;
      if (explain)
        run.because.push(
          `${of.t} = ${spoken(of.v)}, ${e.kind === 'at-most' ? 'tính tối đa' : 'tính thấp nhất'} ${spoken(bound.v)}`,
        );
      return number(bound.v, run);
    }
    case 'round': {
      const of = work(e.of, run);
      if (!of) return undefined;
      return number(exact(rounded(of.v, e.decimals)), run);
    }
    case 'when': {
      const result = test(e.if, run);
      if (result === undefined) return undefined;
      if (explain) run.because.push(`Điều kiện ${condSpoken(e.if, run)}: ${result ? 'đúng' : 'không đúng'}`);
      return work(result ? e.gives : e.else, run);
    }
    case 'choice':
      return choose(e, run);
    case 'bands':
      return bands(e, run);
    case 'part': {
      const { answer } = run;
      const part = answer?.kind === 'given' ? partOf(answer.parts, e) : undefined;
      const because: string[] = [];
      const w = work(e.gives, { ...run, answer: part, because, lack: run.lack });
      if (!w) return part ? undefined : fail(run, { code: 'missing', what: e.label });
      if (explain) run.because.push(`${e.label}: ${because.join(', ') || w.t}`);
      return number(w.v, run);
    }
    default: {
      const never: never = e;
      return never;
    }
  }
};

const condSpoken = (cond: Cond, run: Run): string => {
  switch (cond.kind) {
    case 'compare': {
      const side = (e: Expr): string => {
        const quiet: Run = { ...run, because: [], lack: { value: undefined } };
        const w = work(e, quiet);
        const name =
          e.kind === 'points' ? `điểm ${e.of}` : e.kind === 'field' && e.of ? `trả lời ${e.of}` : '';
        if (!w) return '?';
        return name === '' ? w.t : `${name} (${w.t})`;
      };
      return `${side(cond.left)} ${COMPARISON[cond.op]} ${side(cond.right)}`;
    }
    case 'chosen':
      return `trả lời${cond.of ? ` ${cond.of}` : ''} là “${cond.id === 'yes' ? 'có' : cond.id === 'no' ? 'không' : cond.id}”`;
    case 'nil':
      return `${cond.of ? `${cond.of} ` : ''}không phát sinh`;
    case 'all':
      return cond.of.map((c) => condSpoken(c, run)).join(' và ');
    case 'any':
      return cond.of.map((c) => condSpoken(c, run)).join(' hoặc ');
    case 'not':
      return `không phải (${condSpoken(cond.of, run)})`;
    default: {
      const never: never = cond;
      return never;
    }
  }
};

export type Worth =
  | {
      readonly ok: true;
      readonly v: Fraction;
      readonly because: readonly string[];
      readonly t: string;
      readonly p: number;
    }
  | { readonly ok: false; readonly lack: Lack };

export const evaluate = (expr: Expr, s: Surroundings): Worth => {
  const run: Run = { s, answer: s.answer, x: undefined, because: [], lack: { value: undefined } };
  const w = work(expr, run);
  if (!w) return { ok: false, lack: run.lack.value ?? { code: 'missing', what: 'câu trả lời' } };
  return { ok: true, v: w.v, because: run.because, t: w.t, p: w.p };
};

/** Whether a condition holds for a line; undefined when it cannot be told yet. */
export const holdsFor = (cond: Cond, s: Surroundings): { result: boolean | undefined; words: string } => {
  const run: Run = { s, answer: s.answer, x: undefined, because: [], lack: { value: undefined } };
  const result = test(cond, run);
  return { result, words: result && s.explain ? condSpoken(cond, run) : '' };
};
