import { writeXlsx } from 'hucre/xlsx';
import { TASK_COLUMNS } from '../../core/tasks/form.ts';

const GUIDE: readonly (readonly [string, string])[] = [
  ['Nội dung nhiệm vụ', 'Mỗi dòng một nhiệm vụ, tối đa 2.000 ký tự.'],
  ['Văn bản giao', 'Loại, số, ký hiệu, ngày: Kế hoạch số 14/KH-UBND ngày 15/01/2024.'],
  ['Thời hạn', 'Ngày có thật dạng 30/6/2024. Để trống khi văn bản chưa nêu.'],
  [
    'Đơn vị thực hiện',
    'Tên đơn vị, cách nhau bằng dấu chấm phẩy; hoặc "các xã, thị trấn", "các phòng", "các đơn vị".',
  ],
  ['Đơn vị phối hợp', 'Như cột Đơn vị thực hiện; để trống khi không có.'],
];

/** The form to fill: headings, wide columns, a page that explains them, and the names of the units to copy. */
export const tasksForm = async (units: readonly string[]): Promise<Uint8Array> => {
  const bold = { font: { bold: true } };
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const } };
  return writeXlsx({
    sheets: [
      {
        name: 'Nhiệm vụ',
        columns: TASK_COLUMNS.map((c) => ({
          width: c.width,
          style: c.id === 'due' ? { ...wrap, numFmt: 'dd/mm/yyyy' } : wrap,
        })),
        rows: [TASK_COLUMNS.map((c) => c.title)],
        cells: new Map(TASK_COLUMNS.map((c, i) => [`0,${i}`, { value: c.title, style: bold }])),
        freezePane: { rows: 1 },
      },
      {
        name: 'Cách ghi',
        columns: [{ width: 24 }, { width: 90 }],
        rows: [['Cột', 'Cách ghi'], ...GUIDE.map((row) => [...row])],
      },
      {
        name: 'Tên đơn vị',
        columns: [{ width: 50 }],
        rows: [['Tên để chép vào cột Đơn vị thực hiện'], ...units.map((name) => [name])],
      },
    ],
  });
};
