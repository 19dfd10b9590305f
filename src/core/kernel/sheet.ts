/** A cell as the file reader gives it; dates are texts 'YYYY-MM-DD' with their mark. */
export type Cell = string | number | boolean | { readonly date: string } | null;
type At = { readonly row: number; readonly column: number };
export type SheetOfCells = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Comments at cells, rows and columns from 0. */
  readonly notes?: readonly (At & { readonly text: string })[];
  /** Cells with a formula whose value the file does not hold. */
  readonly uncomputed?: readonly At[];
};

/** 'D7': column from 0, row as the spreadsheet counts it. */
export const cellName = (column: number, row: number): string => {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
};
