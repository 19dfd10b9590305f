import { describe, expect, it } from 'vitest';
import { blocking, type Filled, gapsOf, isNearEmpty, progressOf } from '../../../src/core/report/gaps.ts';
import type { Cell } from '../../../src/core/template/cell.ts';
import type { UnitSection } from '../../../src/core/template/outline.ts';

const rows = Array.from({ length: 9 }, (_, n) => ({ id: `r${n}`, title: `Hàng ${n}` }));
const section: UnitSection = {
  id: 's1',
  number: 'I',
  title: 'Một mục',
  scope: 'commune',
  words: true,
  depth: 0,
  parentId: null,
  applicability: 'asked',
  forms: [
    {
      id: 'f',
      title: 'Biểu',
      scope: 'commune',
      rows,
      columns: [{ id: 'v', title: 'Kỳ này', kind: 'figure' }],
      checks: [],
    },
  ],
};
const NIL: Cell = { kind: 'nil' };
const filled = (amounts: number, plain: string, rest: Cell = NIL): Filled => ({
  cell: (_form, row) => (Number(row.slice(1)) < amounts ? { kind: 'amount', amount: '0' } : rest),
  words: () => (plain === '' ? undefined : { kind: 'text', plain }),
  reason: () => undefined,
});
const SENTENCE = 'Trong kỳ, xã ban hành 02 văn bản chỉ đạo về cải cách hành chính.';

describe('a report that is filled and says nothing (F4)', () => {
  it('may be sent, and is near-empty', () => {
    const report = filled(1, 'Đã làm');
    expect(blocking(gapsOf([section], report))).toEqual([]);
    const progress = progressOf([section], report);
    expect(progress).toMatchObject({ filled: 10, asked: 10, substance: 1 });
    expect(isNearEmpty(progress)).toBe(true);
  });

  it('is no longer near-empty at one fifth of amounts and sentences; zero is an amount', () => {
    expect(isNearEmpty(progressOf([section], filled(2, 'Đã làm')))).toBe(false);
    expect(isNearEmpty(progressOf([section], filled(1, SENTENCE)))).toBe(false);
    expect(isNearEmpty(progressOf([section], filled(0, SENTENCE)))).toBe(true);
  });

  it('does not count blanks, unreadable figures or "không phát sinh" for a whole part', () => {
    const unreadable = filled(0, SENTENCE, { kind: 'unparsed', typed: '2o' });
    expect(progressOf([section], unreadable).substance).toBe(1);
    const nil: Filled = { ...filled(0, ''), words: () => ({ kind: 'nil', plain: '' }) };
    expect(progressOf([section], nil)).toMatchObject({ filled: 10, substance: 0 });
  });

  it('is not said of a unit that is asked nothing', () => {
    expect(isNearEmpty({ asked: 0, substance: 0 })).toBe(false);
  });
});
