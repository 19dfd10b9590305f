import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { figuresOffered } from '../../../src/core/report/offered.ts';
import { outlineFor, sectionsFor, type UnitSection } from '../../../src/core/template/outline.ts';
import type { Template } from '../../../src/core/template/template.ts';

let sections: readonly UnitSection[];
beforeAll(async () => {
  const file = new URL('../../../packs/cao-loc-2024/template.json', import.meta.url);
  const template = JSON.parse(await readFile(file, 'utf8')) as Template;
  const outline = outlineFor(template, 'commune');
  if (!outline) throw new Error('no outline');
  sections = sectionsFor(template, outline, [], { tasks: [], lowMarks: [], ledCriteria: [] });
});

const offered = (form: string, words: string, tables: string[] = []) =>
  figuresOffered(
    words,
    tables,
    sections.flatMap((s) => s.forms).filter((f) => f.id === form),
  ).map((o) => `${o.row}.${o.column}=${o.amount}`);

test('H4 figures of sentences and tables are offered for the cell that they name', () => {
  expect(offered('the-che', 'Trong kỳ, xã đã rà soát 12 văn bản.')).toEqual(['cchc-2-07.value=12']);
  expect(offered('the-che', 'Số văn bản phải rà soát là 12 văn bản.')).toEqual(['cchc-2-06.value=12']);
  expect(
    offered('the-che', '', [
      'TT\tNội dung\tSố lượng\n1\tSố văn bản phải rà soát\t12\n2\tSố văn bản đã rà soát\t1.010',
    ]),
  ).toEqual(['cchc-2-06.value=12', 'cchc-2-07.value=1010']);
  // Columns that are typed, in their order; computed ones are never offered.
  expect(offered('dossier', '', ['1 Hộ tịch 30 10 15 5 28 20 8 0 2 2 0'])).toEqual(
    expect.arrayContaining(['ho-tich.4=10', 'ho-tich.5=15', 'ho-tich.6=5']),
  );
  expect(
    offered('dossier', '', ['1 Hộ tịch 30 10 15 5 28 20 8 0 2 2 0']).some((o) => o.startsWith('ho-tich.3=')),
  ).toBe(false);
});

test('two numbers for one cell, a target, a number of another year: nothing is offered', () => {
  expect(
    offered('the-che', 'Số văn bản phải rà soát là 12 văn bản.', ['1 Số văn bản phải rà soát 13']),
  ).toEqual([]);
  expect(offered('the-che', 'Phấn đấu số văn bản phải rà soát là 12 văn bản.')).toEqual([]);
});
