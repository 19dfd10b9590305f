/** A spreadsheet as what stands in it; the file format is the server's. */
export type BookCell = {
  readonly value: string | number | null;
  /** Without the equals sign; `value` is what it comes to. */
  readonly formula?: string;
  readonly look: 'title' | 'note' | 'head' | 'label' | 'figure' | 'moment';
};

export type BookSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly widths: readonly number[];
  /** Row of headings, repeated on every printed page; counted from 1. */
  readonly headRow: number;
};

/** A sheet's name inside a formula, quoted as every program reads it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;
