import { writeXlsx } from 'hucre/xlsx';
import type { TaskListAnswer } from '../../core/tasks/answers.ts';

const HEADS = [
  'TT',
  'Nội dung nhiệm vụ',
  'Văn bản giao',
  'Đơn vị thực hiện',
  'Người phụ trách',
  'Thời hạn',
  'Tình trạng',
  'Tiến độ (%)',
  'Kết quả cụ thể',
  'Tài liệu kiểm chứng',
] as const;
const WIDTHS = [6, 60, 36, 28, 24, 13, 24, 11, 50, 40];

/** The list as it stands, to work on in a spreadsheet. */
export const taskListXlsx = (answer: TaskListAnswer): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Nhiệm vụ',
        columns: WIDTHS.map((width, at) => ({
          width,
          style: {
            alignment: { wrapText: true, vertical: 'top' as const },
            ...(at === 5 ? { numFmt: 'dd/mm/yyyy' } : {}),
          },
        })),
        rows: [
          [...HEADS],
          ...answer.lines.map((l, at) => [
            at + 1,
            l.content,
            l.document,
            l.unitName,
            l.owner,
            l.due ? new Date(`${l.due}T00:00:00Z`) : null,
            l.status ?? (l.overdue ? 'quá hạn, chưa hoàn thành' : 'chưa báo cáo'),
            l.progress === null ? null : Number(l.progress),
            l.result,
            l.evidence
              .map((e) => [e.evidence.number, e.evidence.abstract].filter(Boolean).join(', '))
              .join('; '),
          ]),
        ],
        cells: new Map(HEADS.map((value, i) => [`0,${i}`, { value, style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
