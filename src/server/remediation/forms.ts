import { writeXlsx } from 'hucre/xlsx';
import { PUBLISHED_COLUMNS } from '../../core/scoring/readPublished.ts';
import { REMEDY_WORDS } from '../../core/scoring/remediate.ts';
import type { RemediationAnswer } from '../../core/scoring/remediationAnswers.ts';

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

const HEADS = [
  'Đơn vị',
  'Mã',
  'Tiêu chí',
  'Điểm đạt',
  'Điểm tối đa',
  'Nguyên nhân',
  'Giải pháp',
  'Người phụ trách',
  'Thời hạn',
  'Kết quả',
  'Tài liệu kiểm chứng',
  'Tình trạng',
  'Điểm năm sau',
];
const WIDTHS = [24, 8, 40, 10, 10, 36, 36, 22, 13, 36, 36, 18, 12];

export const remediationXlsx = (answer: RemediationAnswer): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: `Khắc phục ${answer.year}`,
        columns: WIDTHS.map((width, at) => ({
          width,
          style: { ...wrap, ...(at === 1 ? { numFmt: '@' } : at === 8 ? { numFmt: 'dd/mm/yyyy' } : {}) },
        })),
        rows: [
          HEADS,
          ...answer.lines.map((l) => [
            l.unitName,
            l.criterion,
            l.name,
            Number(l.points),
            Number(l.max),
            l.cause,
            l.measure,
            l.owner,
            l.due ? new Date(`${l.due}T00:00:00Z`) : null,
            l.result,
            [l.evidence, ...l.citations.map((c) => c.evidence.abstract)].filter((w) => w !== '').join('; '),
            REMEDY_WORDS[l.status],
            l.next ? Number(l.next.points) : null,
          ]),
        ],
        cells: new Map(HEADS.map((value, i) => [`0,${i}`, { value, style: bold }])),
        freezePane: { rows: 1 },
      },
    ],
  });
