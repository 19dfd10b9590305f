import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/core/scoring/form.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { readSets } from '../../../src/core/scoring/readSet.ts';
import { hasErrors, validateSet } from '../../../src/core/scoring/validate.ts';
import { oneRule } from './sets.ts';

const guide = readFileSync(new URL('../../../docs/criteria.md', import.meta.url), 'utf8');
/** Dots in the guide stand for more of the same. */
const whole = (json: string): string =>
  json
    .replaceAll(
      '"cases":[{"is":"đạt","rule":{…}}],"otherwise":{…}',
      '"cases":[{"is":"đạt","rule":{"type":"linear"}}]',
    )
    .replaceAll('"rule":{…}', '"rule":{"type":"linear","max":1}')
    .replaceAll('"bands":[…]', '"bands":[{"gte":0,"points":2}]')
    .replaceAll(',…]', ']');
const rows = [...guide.matchAll(/^\| ([^|`]+?) \| `(\{"type":"[^`]+\})`[^|]*\| ([^|]*)\|/gm)].map(
  (m) => [m[1]?.trim() ?? '', m[2] ?? '', m[3]?.trim() ?? ''] as const,
);

describe('what the guide shows works', () => {
  test('it shows every rule type', () => expect(rows).toHaveLength(18));

  test.each(rows)('%s', (words, json, cell) => {
    expect(() => oneRule(JSON.parse(whole(json)), 2)).not.toThrow();
    const parameters = [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]).join('; ');
    if (parameters === '' || words === 'có điều kiện') return;
    const head = ['Mã', 'Tên', 'Điểm tối đa', 'Loại quy tắc', 'Tham số'];
    const bands = words === 'so với năm trước' ? `từ 0 trở lên = 100; dưới 0 = 0; ${parameters}` : parameters;
    const form = readForm([{ name: 'T', rows: [head, ['1', 'Một', 100, words, bands]] }], 'thu');
    const unread = form.problems.filter(
      (p) => !/^(?:rule\.(?:over|under)Maximum|set\.total|line\.sum)$/.test(p.code),
    );
    expect(unread).toEqual([]);
  });

  test('its set and its answers are read', () => {
    const [set, answers] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((m) => JSON.parse(m[1] ?? ''));
    for (const read of readSets(set)) {
      expect(read.problems).toEqual([]);
      expect(read.set && hasErrors(validateSet(read.set))).toBe(false);
    }
    const file = readAnswers(answers);
    expect(file.problems).toEqual([]);
    expect(Object.keys(file.answers)).toHaveLength(10);
    expect(file.answers['1.2.3']).toMatchObject({ values: { days: '3' } });
  });
});
