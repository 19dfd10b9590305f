import { writeXlsx } from 'hucre/xlsx';
import type { Amount } from '../../core/kernel/amount.ts';
import { contextNames } from '../../core/scoring/contextNames.ts';
import { prepare } from '../../core/scoring/prepare.ts';
import { type MaterialPreview, materialColumns, readMaterial } from '../../core/scoring/readMaterial.ts';
import { readExcel } from '../excel/readExcel.ts';
import type { ReadContext } from '../http/context.ts';
import { forbidden, refused } from '../http/failures.ts';
import { findRound, isOffice } from './views/rounds.ts';
import { findSet } from './views/setOf.ts';

const roundFor = async (ctx: ReadContext, roundId: string) => {
  const row = await findRound(ctx, roundId);
  if (!isOffice(ctx, row)) throw forbidden();
  const stored = await findSet(ctx, row.set_id, { version: row.set_version });
  if (!stored) throw new Error(`round ${roundId} has no set`);
  const units = await ctx.db
    .selectFrom('index_subject')
    .innerJoin('unit', 'unit.id', 'index_subject.unit_id')
    .where('round_id', '=', roundId)
    .orderBy('unit.name')
    .select(['unit.id', 'unit.name', 'index_subject.stage'])
    .execute();
  return { row, set: stored.set, units };
};

/** The form: a row a unit, a column a survey criterion or a figure that the office knows; and the round's own numbers. */
export const materialForm = async (ctx: ReadContext, roundId: string): Promise<Uint8Array> => {
  const { row, set, units } = await roundFor(ctx, roundId);
  const columns = materialColumns(prepare(set)).filter((c) => c.offered);
  const values = row.context as unknown as Record<string, Amount>;
  const head = ['Đơn vị', ...columns.map((c) => c.title)];
  const bold = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' as const } };
  return writeXlsx({
    sheets: [
      {
        name: 'Số liệu',
        columns: [{ width: 28 }, ...columns.map(() => ({ width: 22 }))],
        rows: [head, ...units.map((u) => [u.name])],
        cells: new Map(head.map((value, i) => [`0,${i}`, { value, style: bold }])),
        freezePane: { rows: 1, columns: 1 },
      },
      {
        name: 'Số chung',
        columns: [{ width: 40 }, { width: 16 }],
        rows: [
          ['Tên', 'Giá trị'],
          ...contextNames(prepare(set)).map((name) => [
            name,
            values[name] === undefined ? null : Number(values[name]),
          ]),
        ],
      },
    ],
  });
};

/** What a filled form says, every cell that cannot be taken by its place; nothing is stored. */
export const materialPreview = async (
  ctx: ReadContext,
  roundId: string,
  file: { readonly bytes: Buffer; readonly name: string },
): Promise<MaterialPreview> => {
  const { set, units } = await roundFor(ctx, roundId);
  const read = await readExcel(file.bytes);
  if (!read.ok) throw refused(read.code, { name: file.name }, 422);
  return {
    fileName: file.name,
    ...readMaterial(
      read.sheets,
      prepare(set),
      units.map((u) => ({ id: u.id, name: u.name, isOpen: u.stage === 'self' })),
    ),
  };
};
