import { describe, expect, it } from 'vitest';
import { gapsOf } from '../../../src/core/report/gaps.ts';
import { COPIED_FROM, likeness } from '../../../src/core/report/likeness.ts';
import {
  chooseCompared,
  choosePrevious,
  mergedPrevious,
  readPrevious,
  relationOf,
} from '../../../src/core/report/previous.ts';
import type { UnitSection } from '../../../src/core/template/outline.ts';

const q1 = { from: '2023-12-01', to: '2024-02-28' };
const half = { from: '2023-12-01', to: '2024-05-31' };
const q3 = { from: '2024-06-01', to: '2024-08-31' };

describe('the period before', () => {
  it('adjoins, shares its first day, or is only earlier', () => {
    expect([relationOf(half, q3), relationOf(q1, half), relationOf(q1, q3)]).toEqual([
      ...['adjoins', 'same-start', 'other'],
    ]);
  });

  it('is the one that figures follow from, else the last that ended; never one that ends later', () => {
    const of = (now: typeof q1) =>
      choosePrevious([{ window: q1 }, { window: half }, { window: q3 }], now)?.window;
    expect(of(q3)).toBe(half);
    expect(of(half)).toBe(q1);
    expect(of(q1)).toBeUndefined();
    const early = { window: { from: '2022-12-15', to: '2023-12-14' } };
    expect(choosePrevious([early, { window: { from: '2022-12-15', to: '2023-03-14' } }], q1)).toBe(early);
  });
});

describe('what stands beside', () => {
  const first = { kind: 'quý', index: 1 };
  const lastQ1 = { window: { from: '2022-12-01', to: '2023-02-28' }, period: { ...first, year: 2023 } };
  const year = {
    window: { from: '2022-12-01', to: '2023-11-30' },
    period: { kind: 'năm', index: null, year: 2023 },
  };

  it('is the same period of last year, not the year that ended before it; else the period before', () => {
    const now = { ...q1, period: { ...first, year: 2024 } };
    expect(chooseCompared([year, lastQ1], now)).toBe(lastQ1);
    expect(chooseCompared([year], now)).toBe(year);
    expect(chooseCompared([lastQ1, year], { ...q1, period: null })).toBe(year);
  });

  it('and rules look at the one that figures follow from', () => {
    const cell = (amount: string) => [
      { form: 'f', row: 'r', column: '11', cell: { kind: 'amount', amount } as const },
    ];
    const read = readPrevious({
      ...{ ...lastQ1, title: 'Quý I', relation: 'other', cells: cell('3'), words: [] },
      follows: { ...year, title: 'Năm', relation: 'adjoins', cells: cell('7') },
    });
    expect([read?.relation, read?.cell('f', 'r', '11'), read?.beside('f', 'r', '11')]).toMatchObject([
      'adjoins',
      { amount: '7' },
      { amount: '3' },
    ]);
  });
});

describe('units that became one', () => {
  const of = (cells: Record<string, string | null>) => ({
    ...{ title: 'Quý I', period: null, window: q1, relation: 'same-start' as const },
    words: [{ section: 's1', kind: 'text' as const, plain: 'Lời của một xã.', doc: null }],
    cells: Object.entries(cells).map(([column, amount]) => ({
      ...{ form: 'dossier', row: 'land', column },
      cell: amount === null ? ({ kind: 'nil' } as const) : ({ kind: 'amount', amount } as const),
    })),
  });

  it('have 21 where they had 10 and 11; a place that one left out says nothing, and their words are nobody’s', () => {
    const merged = mergedPrevious([of({ 4: '10', 5: '3', 6: null }), of({ 4: '11', 6: null })]);
    expect(merged?.cells.map((c) => [c.column, c.cell])).toEqual([
      ['4', { kind: 'amount', amount: '21' }],
      ['6', { kind: 'nil' }],
    ]);
    expect(merged?.words).toEqual([]);
    expect(mergedPrevious([of({ 4: '10' })])?.words).toHaveLength(1);
  });
});

const BEFORE =
  'Trong quý, Ủy ban nhân dân xã đã chỉ đạo các bộ phận chuyên môn rà soát thủ tục hành chính, niêm yết công khai đầy đủ và phân công công chức trực tại Bộ phận một cửa.';

describe('C6 words carried over', () => {
  it('are measured: all, nearly all, half, nothing', () => {
    expect(likeness(BEFORE, BEFORE)).toBe(100);
    expect(likeness(BEFORE.toUpperCase().replaceAll(',', ' ,'), BEFORE)).toBe(100);
    const year = likeness(BEFORE.replace('quý', 'kỳ'), BEFORE) ?? 0;
    expect(year).toBeGreaterThanOrEqual(COPIED_FROM);
    expect(year).toBeLessThan(100);
    const half = `${BEFORE.slice(0, 80)} Tổ chức đối thoại với người dân tại hai thôn, tiếp thu mười ý kiến về đất đai.`;
    expect(likeness(half, BEFORE)).toBeLessThan(COPIED_FROM);
    expect(
      likeness('Xã tổ chức hội nghị đối thoại với nhân dân về giải phóng mặt bằng tuyến đường mới.', BEFORE),
    ).toBe(0);
    expect(likeness('Không phát sinh nội dung này.', 'Không phát sinh nội dung này.')).toBeUndefined();
  });

  it('stand among the gaps as something to look at, and stop nothing', () => {
    const section = {
      ...{ id: 's1', number: 'I', title: 'Chỉ đạo', words: true, scope: 'commune', depth: 0, parentId: null },
      ...{ forms: [], applicability: 'asked' },
    } as UnitSection;
    const previous = readPrevious({
      ...{ title: 'Quý I', period: null, window: q1, relation: 'same-start', cells: [] },
      words: [{ section: 's1', kind: 'text', plain: BEFORE, doc: null }],
    });
    const gaps = gapsOf([section], {
      cell: () => ({ kind: 'empty' }),
      words: () => ({ kind: 'text', plain: BEFORE }),
      reason: () => undefined,
      previous,
    });
    expect(gaps).toEqual([{ severity: 'look', sectionId: 's1', code: 'gap.copied', percent: 100 }]);
  });
});
