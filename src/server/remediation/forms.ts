import { writeXlsx } from 'hucre/xlsx';
import { PUBLISHED_COLUMNS } from '../../core/scoring/readPublished.ts';

const bold = { font: { bold: true } };
const wrap = { alignment: { wrapText: true, vertical: 'top' as const } };

/** The form for results of a year that was scored elsewhere: a row a criterion, and one without code a unit. */
export const publishedForm = (units: readonly string[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Kết quả',
        columns: PUBLISHED_COLUMNS.map((c) => ({
          width: c.width,
          style: c.id === 'code' ? { ...wrap, numFmt: '@' } : wrap,
        })),
        rows: [PUBLISHED_COLUMNS.map((c) => c.title)],
        cells: new Map(PUBLISHED_COLUMNS.map((c, i) => [`0,${i}`, { value: c.title, style: bold }])),
        freezePane: { rows: 1 },
      },
      {
        name: 'Cách ghi',
        columns: [{ width: 100 }],
        rows: [
          ['Mỗi dòng một tiêu chí của một đơn vị: đơn vị, mã, tên, điểm đạt, điểm tối đa.'],
          ['Dòng để trống mã tiêu chí là chỉ số chung của đơn vị: chỉ số (%), xếp thứ.'],
        ],
      },
      { name: 'Tên đơn vị', columns: [{ width: 50 }], rows: units.map((name) => [name]) },
    ],
  });
