import { type Amount, formatAmount } from '../kernel/amount.ts';
import type { Day } from '../kernel/instant.ts';
import { shortDay } from '../kernel/wording.ts';
import type { BookCell, BookSheet } from './book.ts';
import { closeBody } from './layout.ts';
import {
  type Block,
  cell,
  type DocumentKind,
  type DocumentTree,
  type Head,
  heading,
  paragraph,
  type Row,
  row,
  type Signature,
  type Table,
} from './tree.ts';

export type ListingColumn = {
  readonly title: string;
  /** Share of the page; about so many letters in a spreadsheet. */
  readonly width: number;
  /** A figure is a number in a spreadsheet and is written as offices write it on paper. */
  readonly kind?: 'text' | 'figure' | 'percent' | 'day';
  readonly align?: 'left' | 'center';
};

export type ListingRow = {
  /** Amounts and days as the program keeps them; null: nothing is known. */
  readonly cells: readonly (string | null)[];
  readonly role?: 'total' | 'group';
};

/** A table that goes on paper and into a spreadsheet from one description. */
export type Listing = {
  /** Name of the spreadsheet's page, and its heading on paper. */
  readonly name: string;
  readonly columns: readonly ListingColumn[];
  readonly rows: readonly ListingRow[];
  readonly landscape?: boolean;
  /** Stands under the table. */
  readonly note?: string;
};

const isFigure = (column: ListingColumn): boolean => column.kind === 'figure' || column.kind === 'percent';

const said = (value: string | null, column: ListingColumn): string => {
  if (value === null) return '–';
  if (value === '') return '';
  switch (column.kind) {
    case 'figure':
      return formatAmount(value as Amount);
    case 'percent':
      return `${formatAmount(value as Amount, 2)}%`;
    case 'day':
      return shortDay(value as Day);
    default:
      return value;
  }
};

const paperRow = (line: ListingRow, columns: readonly ListingColumn[]): Row => {
  if (line.role === 'group')
    return row([cell(line.cells.find((c) => c) ?? '', { colspan: columns.length, align: 'left' })], 'group');
  const words = line.cells.map((value, i) => {
    const column = columns[i];
    return column ? said(value, column) : '';
  });
  return row(words, line.role);
};

const listingTable = (listing: Listing): Table => ({
  kind: 'table',
  columns: listing.columns.map((column) => ({
    width: column.width,
    align: isFigure(column) ? 'right' : column.kind === 'day' ? 'center' : (column.align ?? 'left'),
  })),
  head: [row(listing.columns.map((column) => cell(column.title, { bold: true })))],
  rows: listing.rows.map((line) => paperRow(line, listing.columns)),
  ...(listing.landscape === undefined ? {} : { landscape: listing.landscape }),
});

const bookCell = (value: string | null, column: ListingColumn): BookCell => {
  if (value === null || value === '') return { value: value === null ? '–' : '', look: 'label' };
  return isFigure(column)
    ? { value: Number(value), look: 'figure' }
    : { value: said(value, column), look: 'label' };
};

/** Under a title and a line that says whose figures they are and of when. */
export const listingSheet = (listing: Listing, title: string, about: string): BookSheet => ({
  name: listing.name.slice(0, 31),
  headRow: 4,
  widths: listing.columns.map((column) => Math.max(8, Math.round(column.width * 1.2))),
  rows: [
    [{ value: title, look: 'title' }],
    [{ value: about, look: 'note' }],
    [{ value: listing.note ?? '', look: 'note' }],
    listing.columns.map((column) => ({
      value: column.kind === 'percent' ? `${column.title} (%)` : column.title,
      look: 'head' as const,
    })),
    ...listing.rows.map((line) =>
      line.cells.map((value, i): BookCell => {
        const column = listing.columns[i];
        if (!column) return { value: '', look: 'label' };
        return line.role === 'group' ? { value: value ?? '', look: 'label' } : bookCell(value, column);
      }),
    ),
  ],
});

export type ListingsInput = {
  readonly kind: DocumentKind & ('phiếu chấm điểm' | 'bảng tổng hợp' | 'danh sách');
  readonly head: Pick<Head, 'superior' | 'body' | 'bodyInText' | 'place' | 'month'>;
  readonly title: string;
  /** Sentences above the tables: whose figures, of when, what is not in them. */
  readonly about: readonly string[];
  readonly listings: readonly Listing[];
  readonly signature: Signature | null;
  readonly illustration: boolean;
};

/** Tables as a paper of the body: no number of its own, because it goes with a report or a decision that has one. */
export const listingsDocument = (input: ListingsInput): DocumentTree => {
  const several = input.listings.length > 1;
  const blocks = input.listings.flatMap((listing, i): Block[] => [
    ...(several ? [heading(2, String(i + 1), listing.name)] : []),
    listingTable(listing),
    ...(listing.note ? [paragraph(listing.note)] : []),
  ]);
  return {
    kind: input.kind,
    head: { ...input.head, number: null, symbol: '', day: null, title: input.title },
    kinhGui: [],
    blocks: closeBody([...input.about.filter((one) => one !== '').map((one) => paragraph(one)), ...blocks]),
    annexes: [],
    signature: input.signature,
    noiNhan: [],
    landscape: input.listings.some((one) => one.landscape === true),
    marks: { draft: false, illustration: input.illustration },
  };
};
