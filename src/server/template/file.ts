import { writeXlsx } from 'hucre/xlsx';
import { TEMPLATE_SHEETS } from '../../core/template/sheetColumns.ts';
import type { Template } from '../../core/template/template.ts';
import { sheetsOfTemplate } from '../../core/template/writeSheets.ts';

const WIDE = new Set(['Tên mục', 'Hướng dẫn', 'Tên chỉ tiêu', 'Tên mẫu', 'Tên biểu', 'Quy tắc', 'Lựa chọn']);

const GUIDE: readonly (readonly [string, string])[] = [
  ['Mã', 'Chữ, số, dấu chấm, gạch nối; mã không đổi thì số đã báo cáo còn nối với kỳ sau.'],
  [
    'Nhiều giá trị',
    'Mã biểu, loại đơn vị, mã hàng cách nhau bằng dấu chấm phẩy; lựa chọn, tài liệu mỗi dòng một giá trị (Alt+Enter).',
  ],
  ['Có hoặc không', 'Ghi "có"; để trống là không.'],
  ['Chỉ tiêu', 'Chỉ tiêu đã ban hành giữ nguyên kiểu số liệu và đơn vị tính; ý nghĩa khác thì dùng mã khác.'],
  ['Cách tính', '[4] + [5] + [6] hoặc tỷ lệ([8] + [9]; [7]).'],
  ['Quy tắc', '[3] = [7] + [11]; [6] = kỳ trước([11]) khi liền kề; nếu [10] > 0 thì có [note].'],
];

/** A template as a workbook: one sheet a kind of thing, read back as it was written. */
export const templateFile = async (template: Template): Promise<Uint8Array> => {
  const bold = { font: { bold: true } };
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const } };
  return writeXlsx({
    sheets: [
      ...sheetsOfTemplate(template).map((sheet) => ({
        name: sheet.name,
        columns: sheet.headings.map((title) => ({ width: WIDE.has(title) ? 48 : 18, style: wrap })),
        rows: [[...sheet.headings], ...sheet.rows.map((row) => row.map((text) => text || null))],
        cells: new Map(sheet.headings.map((title, i) => [`0,${i}`, { value: title, style: bold }])),
        freezePane: { rows: 1 },
      })),
      {
        name: 'Cách ghi',
        columns: [{ width: 20 }, { width: 100 }],
        rows: [
          [
            'Về',
            `Các trang đọc vào: ${Object.values(TEMPLATE_SHEETS)
              .map((s) => s.name)
              .join(', ')}.`,
          ],
          ...GUIDE.map((row) => [...row]),
        ],
      },
    ],
  });
};
