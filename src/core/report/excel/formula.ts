import { cellName } from '../../kernel/sheet.ts';
import { formulaOf } from '../../template/compute.ts';
import type { UnitForm } from '../../template/outline.ts';
import type { Formula, Ref } from '../../template/template.ts';
import { NIL_WORD, NOT_APPLICABLE_WORD, UNCOMPUTABLE_WORD } from './mark.ts';

/** Where a cell of the form lies in its sheet: column from 0, row as the spreadsheet counts. */
export type PlaceOf = (
  row: string,
  column: string,
) => { readonly column: number; readonly row: number } | undefined;

/** 'D9:D20', 'E7:G7': neighbours as one range, so that formulas stay short and can be read. */
const rangesOf = (refs: readonly Ref[], here: string, placeOf: PlaceOf): string[] => {
  type Place = { readonly column: number; readonly row: number };
  const ranges: { from: Place; to: Place }[] = [];
  for (const ref of refs) {
    const place = placeOf(ref.row === '*' ? here : ref.row, ref.column);
    if (!place) continue;
    const last = ranges.at(-1);
    const isBelow =
      last &&
      last.from.column === place.column &&
      last.to.column === place.column &&
      last.to.row + 1 === place.row;
    const isBeside =
      last && last.from.row === place.row && last.to.row === place.row && last.to.column + 1 === place.column;
    if (last && (isBelow || isBeside)) last.to = place;
    else ranges.push({ from: place, to: place });
  }
  // Rows of one width under each other are one block.
  const blocks: { from: Place; to: Place }[] = [];
  for (const range of ranges) {
    const last = blocks.at(-1);
    const isUnder =
      last &&
      last.from.column === range.from.column &&
      last.to.column === range.to.column &&
      last.to.row + 1 === range.from.row;
    if (last && isUnder) last.to = range.to;
    else blocks.push({ ...range });
  }
  const name = ({ column, row }: Place): string => cellName(column, row);
  return blocks.map(({ from, to }) => (from === to ? name(from) : `${name(from)}:${name(to)}`));
};

const counted = (ranges: readonly string[], word: string): string =>
  ranges.map((range) => `COUNTIF(${range},"${word}")`).join('+');

/**
 * The same rule as addCells: "không phát sinh" adds nothing and is no zero, nothing at all stays blank.
 */
const sumOf = (ranges: readonly string[]): string => {
  const list = ranges.join(',');
  const nil = counted(ranges, NIL_WORD);
  const away = counted(ranges, NOT_APPLICABLE_WORD);
  const all = ranges.map((range) => `ROWS(${range})*COLUMNS(${range})`).join('+');
  return `IF(COUNT(${list})>0,SUM(${list}),IF(${nil}=0,IF(${away}=${all},"${NOT_APPLICABLE_WORD}",""),IF(${nil}+${away}=${all},"${NIL_WORD}",0)))`;
};

/** The typed cells that refs rest on: whether a sum is whole is seen at them, not at the sum. */
const leavesOf = (refs: readonly Ref[], here: string, form: UnitForm, depth = 0): readonly Ref[] =>
  refs.flatMap((ref) => {
    const row = ref.row === '*' ? here : ref.row;
    const formula = depth > 6 ? undefined : formulaOf(form, row, ref.column);
    return formula && 'sum' in formula ? leavesOf(formula.sum, row, form, depth + 1) : [{ ...ref, row }];
  });

/** A cell's formula in the words of spreadsheets; undefined when it names no cell of the sheet. */
export const excelFormula = (
  formula: Formula,
  here: string,
  form: UnitForm,
  placeOf: PlaceOf,
): string | undefined => {
  if ('sum' in formula) {
    const ranges = rangesOf(formula.sum, here, placeOf);
    return ranges.length === 0 ? undefined : sumOf(ranges);
  }
  const [of, by] = [rangesOf(formula.percent.of, here, placeOf), rangesOf(formula.percent.by, here, placeOf)];
  if (of.length === 0 || by.length === 0) return undefined;
  const said = (ranges: readonly string[]): string =>
    `${ranges.map((r) => `COUNT(${r})`).join('+')}+${counted(ranges, NIL_WORD)}`;
  const whole = (ranges: readonly string[]): string =>
    `${said(ranges)}>0,${said(ranges)}+${counted(ranges, NOT_APPLICABLE_WORD)}=${ranges.map((r) => `ROWS(${r})*COLUMNS(${r})`).join('+')}`;
  const sum = (ranges: readonly string[]): string => `SUM(${ranges.join(',')})`;
  const [ofLeaves, byLeaves] = [
    rangesOf(leavesOf(formula.percent.of, here, form), here, placeOf),
    rangesOf(leavesOf(formula.percent.by, here, form), here, placeOf),
  ];
  // Blank cells leave the ratio blank; a denominator that is zero, or did not arise, cannot be computed (C7).
  return `IF(AND(${whole(ofLeaves)},${whole(byLeaves)}),IF(${sum(by)}=0,"${UNCOMPUTABLE_WORD}",ROUND(${sum(of)}*100/${sum(by)},2)),"")`;
};
