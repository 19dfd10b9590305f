import { readFileSync } from 'node:fs';
import type { Answer, Answers } from '../../../src/core/scoring/answer.ts';
import type { CriteriaSet } from '../../../src/core/scoring/criteria.ts';
import { type AnswersFile, readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { readSet, readSets } from '../../../src/core/scoring/readSet.ts';
import { score } from '../../../src/core/scoring/score.ts';
import type { LineScore, ScoreSheet } from '../../../src/core/scoring/sheet.ts';
import { validateSet } from '../../../src/core/scoring/validate.ts';

export const referenceFile = (name: 'commune' | 'district'): unknown =>
  JSON.parse(readFileSync(new URL(`./reference/criteria-${name}.json`, import.meta.url), 'utf8'));

export const referenceSet = (id: string): CriteriaSet => {
  const all = [...readSets(referenceFile('commune')), ...readSets(referenceFile('district'))];
  const found = all.find(({ set }) => set?.id === id)?.set;
  if (!found) throw new Error(`no set ${id}`);
  return found;
};

/** A set around what a test is about; what is wrong with it fails the test. */
export const setOf = (areas: unknown, more: Record<string, unknown> = {}): CriteriaSet => {
  const { set, problems } = readSet({ id: 'thu-2024', totalPoints: 100, ...more, areas });
  if (!set || problems.length > 0) throw new Error(JSON.stringify(problems));
  return set;
};

/** One criterion with a rule. */
export const oneRule = (
  ruleSpec: unknown,
  maxPoints: number | string | null = 2,
  more: Record<string, unknown> = {},
): CriteriaSet =>
  setOf(
    [
      {
        code: '1',
        name: 'Lĩnh vực',
        maxPoints,
        children: [{ code: '1.1', name: 'Tiêu chí', maxPoints, ruleSpec, ...more }],
      },
    ],
    {
      totalPoints: maxPoints ?? 0,
    },
  );

export const answersOf = (answers: Record<string, unknown>): Answers => readAnswers({ answers }).answers;

export const lineOf = (sheet: ScoreSheet, code: string): LineScore => {
  const line = sheet.lines.find((l) => l.code === code);
  if (!line) throw new Error(`no line ${code}`);
  return line;
};

/** The line 1.1 of a one-rule set for an answer as people write it. */
export const scored = (set: CriteriaSet, answer: unknown, file: Partial<AnswersFile> = {}): LineScore =>
  lineOf(
    score(set, answersOf({ '1.1': answer }), { survey: file.survey ?? {}, values: file.context ?? {} }),
    '1.1',
  );

export const scoredAnswer = (set: CriteriaSet, answer: Answer): LineScore =>
  lineOf(score(set, { '1.1': answer }), '1.1');

export const problemCodes = (set: CriteriaSet): string[] =>
  validateSet(set).map((p) => `${p.severity} ${p.code}`);

export const yes = (points: number): unknown => ({ type: 'boolean', yes: points, no: 0 });
export const leaf = (
  code: string,
  maxPoints: number,
  ruleSpec: unknown,
  more: Record<string, unknown> = {},
): unknown => ({
  code,
  name: `Tiêu chí ${code}`,
  maxPoints,
  ruleSpec,
  ...more,
});
export const area = (
  code: string,
  maxPoints: number,
  children: unknown[],
  more: Record<string, unknown> = {},
): unknown => ({
  code,
  name: `Lĩnh vực ${code}`,
  maxPoints,
  children,
  ...more,
});
