import type { ColumnAlign } from '../../../core/documents/tree.ts';

/** What `template.typ` reads: plain data. The words of a document never become Typst's own code. */
export type Run = {
  /** '\n' is a line break, U+200B a place where a long word may break, what stands between two U+2060 stays on a line. */
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly small: boolean;
};

export type DataCell = {
  readonly runs: readonly Run[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: ColumnAlign;
};

export type DataRow = {
  /** A word or number alone, set as its column is: so are nearly all of the thousands of cells of a long annex. */
  readonly cells: readonly (DataCell | string)[];
  readonly bold: boolean;
  /** Above the rows of one unit, never left at the foot of a page. */
  readonly group: boolean;
  /** A row breaks over pages only when it is too high for one. */
  readonly breakable: boolean;
};

export type DataBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly align: 'justify' | 'center' | 'left';
      /** Steps to the right, of what stands in a list. */
      readonly depth: number;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly unitNote: string;
      readonly size: number;
      readonly widths: readonly number[];
      readonly aligns: readonly ColumnAlign[];
      readonly head: readonly DataRow[];
      readonly rows: readonly DataRow[];
      /** So many rows at the end stay on the page of what follows. */
      readonly tail: number;
    }
  | { readonly kind: 'qr'; readonly svg: string; readonly alt: string }
  | { readonly kind: 'picture'; readonly svg: string; readonly alt: string }
  | { readonly kind: 'page-break' };

export type DataHead = {
  readonly superior: readonly string[];
  readonly body: readonly string[];
  readonly number: string;
  readonly regarding: string;
  readonly placeAndDay: string;
  readonly draft: boolean;
  readonly notices: readonly string[];
  readonly title: string;
  readonly abstract: string;
  readonly addressee: string;
  readonly addressees: readonly string[];
};

export type DataSigner = { readonly lines: readonly string[]; readonly name: string };

export type DataPart = {
  readonly landscape: boolean;
  /** Opens the document or an annex: its pages count from 1 and its first page shows no number. */
  readonly opening: boolean;
  readonly head: DataHead | null;
  readonly annex: { readonly label: string; readonly title: string; readonly reference: string } | null;
  readonly blocks: readonly DataBlock[];
  readonly ending: { readonly copies: readonly string[]; readonly signer: DataSigner | null } | null;
};

export type DocumentData = {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly day: readonly [number, number, number];
  /** Stands in the top margin of every page; '' for none. */
  readonly mark: string;
  readonly page: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly parts: readonly DataPart[];
};
