import type { Day } from '../kernel/instant.ts';

/** A document as what it says and where each box of NĐ 30/2020/NĐ-CP goes; no file format. */
export type DocumentKind =
  | 'công văn'
  | 'báo cáo'
  | 'giấy xác nhận'
  | 'quyết định'
  /** What a unit signs about itself, what an office puts side by side, what it keeps as a list. */
  | 'phiếu chấm điểm'
  | 'bảng tổng hợp'
  | 'danh sách';

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly underline?: boolean;
    }
  /** A figure that lives in a table: `cell` says which, `text` what it says in this version of the document. */
  | { readonly kind: 'figure'; readonly cell: string; readonly text: string; readonly bold?: boolean }
  /** Whose words or numbers these are: '(xã Bảo Lâm)', '[3]'. Set small after what it marks. */
  | { readonly kind: 'source'; readonly mark: string };

export type ColumnAlign = 'left' | 'center' | 'right';

export type Column = {
  /** Share of the width; shares need not add up to anything. */
  readonly width: number;
  readonly align: ColumnAlign;
};

export type Cell = {
  readonly inlines: readonly Inline[];
  readonly colspan?: number;
  readonly rowspan?: number;
  /** Instead of the column's. */
  readonly align?: ColumnAlign;
};

export type Row = {
  readonly cells: readonly Cell[];
  /** 'total' is bold; 'group' is a bold line above the rows of one unit and stays on their page. */
  readonly role?: 'total' | 'group';
};

export type Table = {
  readonly kind: 'table';
  readonly caption?: string;
  /** 'Đơn vị tính: hồ sơ', at the right above the table. */
  readonly unitNote?: string;
  readonly columns: readonly Column[];
  /** Rows of headings, repeated on every page; groups by colspan and rowspan. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  /** Left out: landscape when there are eight columns or more. */
  readonly landscape?: boolean;
};

export type ListItem = { readonly inlines: readonly Inline[]; readonly sub?: List };
export type List = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start?: number;
  readonly items: readonly ListItem[];
};

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  readonly align?: 'justify' | 'center' | 'left';
};

export type Heading = {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** 'I', '1', '1.2', 'a': the sign after it is the layout's. */
  readonly number?: string;
  readonly text: string;
};

/** Căn cứ ban hành: italic, each on its line with ';', the last with '.'. */
export type LegalBasis = { readonly kind: 'legal-basis'; readonly items: readonly string[] };
export type PageBreak = { readonly kind: 'page-break' };
/** A picture that a telephone reads as `value`; `alt` says to a person what it is. */
export type Qr = { readonly kind: 'qr'; readonly value: string; readonly alt: string };
/** A drawing as wide as the text; `alt` says to a person what it is. */
export type Picture = {
  readonly kind: 'picture';
  readonly svg: string;
  /** Height over width. */
  readonly ratio: number;
  readonly alt: string;
  /** The same as dots, where a program shows no SVG. */
  readonly png?: Uint8Array;
};
export type Block = Heading | Paragraph | LegalBasis | List | Table | Qr | Picture | PageBreak;

/** Follows the signature, on its own page; several are numbered with Roman numerals. */
export type Annex = { readonly title: string; readonly blocks: readonly Block[] };

export type Head = {
  /** Box 2, above the body; a people's committee has none. */
  readonly superior?: string | null;
  /** '\n' breaks the line where it stands. */
  readonly body: string;
  /** The body inside a sentence: 'UBND xã Bảo Lâm'; left out: as in `body`. */
  readonly bodyInText?: string;
  /** null until văn thư has given it; a draft has none. */
  readonly number: string | null;
  /** 'BC-UBND'; '' for what has a number of its own kind, as a receipt. */
  readonly symbol: string;
  readonly place: string;
  /** null leaves blanks for the pen. */
  readonly day: Day | null;
  /** Printed beside a blank day when they are known: 'ngày      tháng 02 năm 2024'. */
  readonly month?: { readonly year: number; readonly month: number };
  /** Box 5a: the abstract under BÁO CÁO or GIẤY XÁC NHẬN. */
  readonly title?: string;
  /** Box 5b: what stands after V/v in a công văn. */
  readonly regarding?: string;
};

export type Authority = 'TM.' | 'TL.' | 'KT.' | 'TUQ.' | 'Q.';

export type Signature = {
  readonly authority: Authority | null;
  /** After the authority: 'ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'. */
  readonly onBehalfOf?: string;
  readonly position: string;
  /** A third line: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH. */
  readonly subPosition?: string;
  /** null leaves the line blank. */
  readonly name: string | null;
};

export type DocumentTree = {
  readonly kind: DocumentKind;
  readonly head: Head;
  readonly kinhGui: readonly string[];
  readonly blocks: readonly Block[];
  readonly annexes: readonly Annex[];
  /** null only for what the system itself confirms. */
  readonly signature: Signature | null;
  readonly noiNhan: readonly string[];
  /** A paper that is one wide table lies down whole, its head with it. */
  readonly landscape?: boolean;
  readonly marks: {
    readonly draft: boolean;
    readonly illustration: boolean;
    /** What became of it after it left: 'Đã được thay thế bằng …'; printed in a frame above its title. */
    readonly notices?: readonly string[];
  };
};

export const text = (words: string, look: { bold?: boolean; italic?: boolean; underline?: boolean } = {}) =>
  ({ kind: 'text', text: words, ...look }) as const satisfies Inline;

export const paragraph = (...content: (string | Inline)[]): Paragraph => ({
  kind: 'paragraph',
  inlines: content.map((one) => (typeof one === 'string' ? text(one) : one)),
});

export const heading = (level: Heading['level'], number: string | undefined, words: string): Heading => ({
  kind: 'heading',
  level,
  ...(number ? { number } : {}),
  text: words,
});

export const list = (items: readonly (string | readonly Inline[])[], ordered = false): List => ({
  kind: 'list',
  ordered,
  items: items.map((item) => ({ inlines: typeof item === 'string' ? [text(item)] : item })),
});

export const cell = (words: string, look: Omit<Cell, 'inlines'> & { bold?: boolean } = {}): Cell => {
  const { bold, ...rest } = look;
  return { inlines: words ? [text(words, bold ? { bold } : {})] : [], ...rest };
};

export const row = (words: readonly (string | Cell)[], role?: Row['role']): Row => ({
  cells: words.map((one) => (typeof one === 'string' ? cell(one) : one)),
  ...(role ? { role } : {}),
});
