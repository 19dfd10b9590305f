import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../../src/core/scoring/criteria.ts';
import { readSets } from '../../../src/core/scoring/readSet.ts';
import { sameData } from '../../../src/core/scoring/ruleCells.ts';
import { writeForm } from '../../../src/core/scoring/writeForm.ts';
import { criteriaFormXlsx } from '../../../src/server/scoring/formFile.ts';
import { readCriteriaFile } from '../../../src/server/scoring/readFile.ts';
import { criteriaTemplate } from '../../../src/server/scoring/template.ts';

const folder = join(import.meta.dirname, 'reference');
const sets = ['criteria-commune.json', 'criteria-district.json'].flatMap((name) =>
  readSets(JSON.parse(readFileSync(join(folder, name), 'utf8'))).flatMap(({ set }) => set ?? []),
);
// Sources that could not be read whole are accepted as files only, not as a form.
const whole = sets.filter((set) =>
  ['commune-composite-2024', 'qd766-realtime', 'district-composite-2024'].includes(set.id),
);

/** What the form has no place for: where a wording came from, and remarks of the file. */
const comparable = (set: CriteriaSet): unknown => {
  const strip = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, one) =>
        [
          'provenance',
          'partial',
          'numerator',
          'denominator',
          'status',
          'notes',
          'version',
          'issuer',
        ].includes(key)
          ? undefined
          : key === 'evidence'
            ? (one as string[]).flatMap((e) => e.split(/;\s*/))
            : one,
      ),
    );
  return strip(set);
};

test('a set written into its own form and read again is the same set', async () => {
  expect(whole).toHaveLength(3);
  for (const set of whole) {
    const { settings, rows } = writeForm(set);
    const read = await readCriteriaFile(Buffer.from(await criteriaFormXlsx(settings, rows)), 'bo.xlsx');
    const again = read.ok ? read.sets[0]?.set : undefined;
    expect([set.id, again && sameData(comparable(again), comparable(set))]).toEqual([set.id, true]);
  }
});

test('rules with plain words stand in them, and the examples of the empty form come back as they were', async () => {
  const read = await readCriteriaFile(Buffer.from(await criteriaTemplate()), 'mau.xlsx');
  const set = read.ok ? read.sets[0]?.set : undefined;
  if (!set) throw new Error('template');
  const { rows } = writeForm(set);
  const cell = (code: string) => rows.find((r) => r.code === code)?.parameters;
  expect(cell('1.1.1')).toBe('kịp thời = 2; không kịp thời = 1; không ban hành = 0');
  expect(cell('1.1.3')).toBe('từ 100 trở lên = 4; từ 80 đến dưới 100 = 2 đến 4; dưới 80 = 0');
  expect(rows.filter((r) => String(r.parameters ?? '').startsWith('{'))).toEqual([]);
});
