import { writeXlsx } from 'hucre/xlsx';
import { momentText } from '../../core/kernel/wording.ts';
import { BOARD_COLUMNS } from '../../core/report/boardSheet.ts';
import type { ReadContext } from '../http/context.ts';
import { boardRows } from './views/board.ts';
import { mustOversee } from './views/oversee.ts';
import { campaignHead } from './views/pieces.ts';

const bold = { font: { bold: true } };
const wrap = { alignment: { wrapText: true, vertical: 'top' as const } };
const HEAD = 3;

/** The chosen units as an Excel sheet, in the order of the screen. */
export const boardFile = async (
  ctx: ReadContext,
  campaignId: string,
  unitIds: readonly string[],
): Promise<Uint8Array> => {
  await mustOversee(ctx, campaignId);
  const { title } = await campaignHead(ctx, campaignId);
  const order = new Map(unitIds.map((id, at) => [id, at]));
  const rows = (await boardRows(ctx, { campaignId }))
    .filter((row) => order.has(row.unitId))
    .sort((a, b) => (order.get(a.unitId) ?? 0) - (order.get(b.unitId) ?? 0));
  const marked = ctx.services.mode === 'demo' ? 'Số liệu minh họa. ' : '';
  const lines: (string | number)[][] = [
    [`Theo dõi ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`],
    [`${marked}${rows.length} đơn vị, lúc ${momentText(ctx.now, true)}`],
    BOARD_COLUMNS.map((c) => c.title),
    ...rows.map((row, at) => BOARD_COLUMNS.map((c) => c.of(row, at + 1))),
  ];
  return writeXlsx({
    sheets: [
      {
        name: 'Theo dõi',
        columns: BOARD_COLUMNS.map((c) => ({ width: c.width, style: wrap })),
        rows: lines,
        cells: new Map([
          ['0,0', { value: lines[0]?.[0] ?? '', style: bold }],
          ...BOARD_COLUMNS.map(
            (c, i) => [`${HEAD - 1},${i}`, { value: c.title, style: { ...bold, ...wrap } }] as const,
          ),
        ]),
        freezePane: { rows: HEAD, columns: 2 },
        autoFilter: { range: `A${HEAD}:Q${lines.length}` },
        pageSetup: { orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, paperSize: 'a4' },
      },
    ],
  });
};
