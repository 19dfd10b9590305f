import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/core/scoring/form.ts';
import { problemText } from '../../../src/core/scoring/problems.ts';
import { readAnswers } from '../../../src/core/scoring/readAnswers.ts';
import { readSets } from '../../../src/core/scoring/readSet.ts';
import { score } from '../../../src/core/scoring/score.ts';
import { hasErrors, validateSet } from '../../../src/core/scoring/validate.ts';
import { readCriteriaFile } from '../../../src/server/scoring/readFile.ts';
import { criteriaTemplate } from '../../../src/server/scoring/template.ts';
import { referenceFile } from './sets.ts';

/** Whatever comes, the answer is a set or sentences. */
const settle = async (bytes: Uint8Array, name = 'tep.xlsx'): Promise<void> => {
  const file = await readCriteriaFile(Buffer.from(bytes), name);
  if (!file.ok) expect(file.vi).toMatch(/\.$/);
  else
    for (const { set, problems } of file.sets) {
      if (set) score(set, {});
      else expect(problems.length).toBeGreaterThan(0);
    }
};

const useAll = (json: unknown): void => {
  for (const { set, problems } of readSets(json)) {
    for (const p of problems) expect(problemText(p)).not.toBe('');
    if (!set) continue;
    if (!hasErrors(problems)) validateSet(set);
    score(set, readAnswers({ answers: json }).answers);
  }
};

describe('no bytes crash the import', () => {
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => settle(bytes)),
      { numRuns: 1_000 },
    );
  });

  test('any bytes behind the mark of an archive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) =>
        settle(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes])),
      ),
      { numRuns: 500 },
    );
  });

  test('a good file with bytes changed or cut', async () => {
    const good = await criteriaTemplate();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.option(fc.nat(good.length - 1), { nil: undefined, freq: 4 }),
        async (changes, end) => {
          const bytes = Uint8Array.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          await settle(bytes.slice(0, end ?? bytes.length));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a workbook whose parts are anything', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.constant(
        '<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(part, part, part, (a, b, c) =>
        settle(
          zipSync({
            '[Content_Types].xml': strToU8(a),
            'xl/workbook.xml': strToU8(b),
            'xl/worksheets/sheet1.xml': strToU8(c),
          }),
        ),
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['criteria.empty', new Uint8Array()],
    ['criteria.oldExcel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1])],
    ['criteria.notSpreadsheet', strToU8('Mã;Tên')],
    ['criteria.notSpreadsheet', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['criteria.macro', zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') })],
    ['criteria.bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(40_000_000) })],
    ['criteria.damaged', zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') })],
    ['criteria.notJson', strToU8('{"sets": [')],
  ])('%s', async (code, bytes) => {
    expect(await readCriteriaFile(Buffer.from(bytes), 'tep.xlsx')).toMatchObject({ ok: false, code });
  });
});

describe('no JSON crashes the reading', () => {
  test('any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), useAll), { numRuns: 1_000 });
  });

  test('a good set with any value in any place', () => {
    const text = JSON.stringify(referenceFile('commune'));
    const keys = [
      'code',
      'maxPoints',
      'ruleSpec',
      'bands',
      'options',
      'points',
      'gte',
      'type',
      'children',
      'threshold',
      'evidence',
      'zeroWhen',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), fc.nat(60), (key, value, skip) => {
        let seen = 0;
        const changed: unknown = JSON.parse(text, (k, v: unknown) =>
          k === key && seen++ === skip ? value : v,
        );
        useAll(changed);
      }),
      { numRuns: 400 },
    );
  });

  test('rules nested without end', () => {
    const deep = (make: (inner: unknown) => unknown, n = 5_000): unknown => {
      let value: unknown = { type: 'linear' };
      for (let i = 0; i < n; i++) value = make(value);
      return { id: 'sau', areas: [{ code: '1', name: 'Một', maxPoints: 100, ruleSpec: value }] };
    };
    useAll(deep((rule) => ({ type: 'sum', parts: [{ rule }] })));
    useAll(deep((rule) => ({ type: 'formula', expr: { kind: 'plus', of: [rule] } })));
    useAll(deep((inner) => ({ code: '1', name: 'a', maxPoints: 1, children: [inner] })));
    let children: unknown = [];
    for (let i = 0; i < 5_000; i++) children = [{ code: String(i), name: 'a', maxPoints: 1, children }];
    useAll({ id: 'sau', areas: children });
  });

  test('any answers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answers) => {
        expect(readAnswers({ answers, survey: answers, context: answers }).problems).toBeInstanceOf(Array);
      }),
      { numRuns: 2_000 },
    );
  });

  test('any cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('bậc', 'công thức', 'tuyến tính', '1.1', 'từ 1 đến 2 = 3'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const head = [
          'Mã',
          'Tên',
          'Cấp',
          'Điểm tối đa',
          'Loại quy tắc',
          'Tham số',
          'Không phát sinh',
          'Bằng 0 khi',
        ];
        const { set } = readForm([{ name: 'x', rows: [head, ...rows] }], 'x');
        if (set) score(set, {});
      }),
      { numRuns: 1_000 },
    );
  });
});
