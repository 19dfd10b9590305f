import { expect, it } from 'vitest';
import {
  type ResultLine,
  resultsAnnexes,
  type UnitResults,
} from '../../../src/core/documents/resultsAnnex.ts';
import { createPress } from '../../../src/server/documents/pdf/compile.ts';
import { readPdf, tight } from './readPdf.ts';
import { samples } from './samples.ts';

const line = (name: string, n: number, survey: string | null): ResultLine => ({
  name,
  survey,
  appraised: String(n),
  total: String(n + Number(survey ?? 0)),
  percent: String(90 - n / 10),
});
const units: UnitResults[] = Array.from({ length: 22 }, (_, u) => ({
  unit: `Xã thứ ${u + 1}`,
  rank: u === 21 ? null : 21 - u,
  class: u < 5 ? 'Tốt' : 'Khá',
  fields: ['Chỉ đạo, điều hành', 'Thể chế', 'Thủ tục hành chính'].map((name, i) =>
    line(name, i + u / 4, i === 0 ? '1.5' : null),
  ),
  whole: line('Chỉ số', 60 + u, u === 3 ? null : '9.25'),
}));

it('the annexes of an index decision: ranked, then by field under each unit; no survey is no zero', async () => {
  const tree = { ...samples['báo cáo của huyện']!, annexes: resultsAnnexes('Chỉ số CCHC năm 2023', units) };
  const { pages } = await readPdf(createPress().print(tree));
  const first = pages.findIndex((page) => page.text.includes('Phụ lục I\n'));
  const second = pages.findIndex((page) => page.text.includes('Phụ lục II\n'));
  const ranking = tight(
    pages
      .slice(first, second)
      .map((page) => page.body)
      .join('\n'),
  );
  expect(ranking.indexOf('1 Xã thứ 21 ')).toBeGreaterThan(0);
  expect(ranking.indexOf('1 Xã thứ 21 ')).toBeLessThan(ranking.indexOf('21 Xã thứ 1 '));
  expect(ranking.indexOf('21 Xã thứ 1 ')).toBeLessThan(ranking.indexOf('– Xã thứ 22 '));
  expect(ranking).toMatch(/Xã thứ 4 – 63,00 63,00/);
  const byField = pages.slice(second);
  expect(byField.length).toBeGreaterThan(1);
  for (const page of byField) expect(tight(page.text)).toContain('Điểm thẩm định');
  expect(tight(byField.map((page) => page.body).join('\n'))).toContain('1 Chỉ đạo, điều hành 1,50 0,00 1,50');
});
