import { parseCsv } from 'hucre/csv';
import type { SheetOfCells } from '../../core/kernel/sheet.ts';

const ROWS = 20_000;

/** Spreadsheets save "Unicode text" as UTF-16 and separate by what their country uses. */
const textOf = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  return bytes.toString('utf8');
};

/** The first line holds no sentence: what parts its fields parts all of them. */
const delimiterOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return [';', '\t', ','].find((sign) => first.includes(sign)) ?? ';';
};

/** The lines of a CSV file as a sheet of texts; what was written safe against formulas is read as it was meant. */
export const csvSheet = (bytes: Buffer): SheetOfCells => {
  const text = textOf(bytes);
  const options = { delimiter: delimiterOf(text), unescapeFormulae: true, maxRows: ROWS };
  return {
    name: 'CSV',
    rows: parseCsv(text, options).map((row) =>
      row.slice(0, 52).map((value) => (typeof value === 'string' ? value : null)),
    ),
  };
};
