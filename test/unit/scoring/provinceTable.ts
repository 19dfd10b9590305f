import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormRow, FormSettings } from '../../../src/core/scoring/writeForm.ts';

/**
 * A whole table of the kind that ministries and provinces decide (eight fields, as Quyết định 876/QĐ-BNV and the
 * decisions of provinces for districts and communes word them), written into the form as an office would type it.
 * Wordings recalled, points adapted: a test of what can be said, no legal text.
 */
export const SETTINGS: FormSettings = {
  id: 'tinh-2024',
  title: 'Bộ tiêu chí xác định Chỉ số cải cách hành chính (bảng thử, không phải văn bản pháp luật)',
  year: 2024,
  subjectLevel: 'province',
  decision: '876/QĐ-BNV',
  decisionDate: '2022-11-10',
  totalPoints: 100,
  decimals: 2,
  percentDecimals: 2,
  bonusMax: 3,
  penaltyMax: 5,
  indexMax: 100,
  noSurvey: 'quy về 100',
  classes: 'Xuất sắc = 95; Tốt = 90; Khá = 80; Trung bình = 65; Yếu = 0',
};

const FILE = join(import.meta.dirname, 'reference/province-table.tsv');

/** One line of the form each: code, name, maximum, kind of rule, parameters as typed, what else stands in the row. */
export const ROWS: readonly FormRow[] = readFileSync(FILE, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [code = '', name = '', max = '', type = '', parameters = '', more = ''] = line.split('\t');
    return {
      code,
      name,
      ...(max === '' ? {} : { maxPoints: Number(max) }),
      ...(type === '' ? {} : { type, parameters: parameters.replaceAll('\\n', '\n') }),
      ...(more === '' ? {} : (JSON.parse(more) as FormRow)),
    };
  });
