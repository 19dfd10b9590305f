/**
 * The words of a report as ProseMirror JSON with a small schema: what an official text needs and nothing that a
 * Word paste could smuggle in. Rooms that keep such text import it from here; only `documents` knows how it looks.
 */
export type RichMark = { readonly type: 'strong' | 'em' | 'underline' };

export type RichInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly RichMark[] }
  /** A figure taken from a table of the same report; `text` is what it said when it was last saved. */
  | {
      readonly type: 'figure';
      readonly attrs: { readonly cell: string; readonly text: string };
      readonly marks?: readonly RichMark[];
    }
  /** A paper that the report rests on, cited where it is spoken of; `text` is how it is cited, as any reader sees it. */
  | {
      readonly type: 'evidence';
      readonly attrs: { readonly id: string; readonly text: string };
      readonly marks?: readonly RichMark[];
    };

export type RichParagraph = { readonly type: 'paragraph'; readonly content?: readonly RichInline[] };

export type RichListItem = {
  readonly type: 'list_item';
  readonly content: readonly (RichParagraph | RichList)[];
};

export type RichList = {
  readonly type: 'bullet_list' | 'ordered_list';
  readonly attrs?: { readonly order?: number };
  readonly content: readonly RichListItem[];
};

export type RichCell = {
  readonly type: 'table_cell' | 'table_header';
  readonly attrs?: {
    readonly colspan?: number;
    readonly rowspan?: number;
    readonly align?: 'left' | 'center' | 'right' | null;
  };
  readonly content: readonly (RichParagraph | RichList)[];
};

export type RichTableRow = { readonly type: 'table_row'; readonly content: readonly RichCell[] };
export type RichTable = { readonly type: 'table'; readonly content: readonly RichTableRow[] };
export type RichBlock = RichParagraph | RichList | RichTable;
export type RichDoc = { readonly type: 'doc'; readonly content: readonly RichBlock[] };

export const EMPTY_DOC: RichDoc = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Far beyond any part of a report, small enough that nobody can fill a database or a stack with one save. */
const RICH_TEXT_LIMITS = { characters: 200_000, nodes: 20_000, depth: 14, columns: 40, rows: 2_000 };

export type RichProblem =
  | 'richText.notDoc'
  | 'richText.unknownNode'
  | 'richText.unknownMark'
  | 'richText.badContent'
  | 'richText.badAttributes'
  | 'richText.badText'
  | 'richText.tooDeep'
  | 'richText.tooLarge';

type Shape = { readonly content: readonly string[]; readonly min: number; readonly attrs: readonly string[] };

const INLINE = ['text', 'figure', 'evidence'];
const CELL: Shape = {
  content: ['paragraph', 'bullet_list', 'ordered_list'],
  min: 1,
  attrs: ['colspan', 'rowspan', 'align'],
};
const SHAPES: Readonly<Record<string, Shape>> = {
  doc: { content: ['paragraph', 'bullet_list', 'ordered_list', 'table'], min: 1, attrs: [] },
  paragraph: { content: INLINE, min: 0, attrs: [] },
  bullet_list: { content: ['list_item'], min: 1, attrs: [] },
  ordered_list: { content: ['list_item'], min: 1, attrs: ['order'] },
  list_item: { content: ['paragraph', 'bullet_list', 'ordered_list'], min: 1, attrs: [] },
  table: { content: ['table_row'], min: 1, attrs: [] },
  table_row: { content: ['table_cell', 'table_header'], min: 1, attrs: [] },
  table_cell: CELL,
  table_header: CELL,
};
const MARKS = ['strong', 'em', 'underline'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const onlyKeys = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

/** No control characters and no halves of surrogate pairs: neither can be written into XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const UNWRITABLE = /[\u0000-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' && value.length >= min && value.length <= max && !UNWRITABLE.test(value);

const isCount = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max;

const attributeFits = (name: string, value: unknown): boolean => {
  if (name === 'colspan') return isCount(value, RICH_TEXT_LIMITS.columns);
  if (name === 'rowspan') return isCount(value, RICH_TEXT_LIMITS.rows);
  if (name === 'order') return isCount(value, 10_000);
  return value === null || value === 'left' || value === 'center' || value === 'right';
};

const marksProblem = (marks: unknown): RichProblem | undefined => {
  if (marks === undefined) return undefined;
  if (!Array.isArray(marks) || marks.length > MARKS.length) return 'richText.unknownMark';
  const seen = new Set<unknown>();
  for (const mark of marks) {
    if (!isRecord(mark) || !onlyKeys(mark, ['type']) || !MARKS.includes(mark.type as string))
      return 'richText.unknownMark';
    if (seen.has(mark.type)) return 'richText.unknownMark';
    seen.add(mark.type);
  }
  return undefined;
};

type Budget = { characters: number; nodes: number };

const inlineProblem = (node: Record<string, unknown>, budget: Budget): RichProblem | undefined => {
  if (node.type === 'text') {
    if (!onlyKeys(node, ['type', 'text', 'marks'])) return 'richText.badAttributes';
    if (!isText(node.text, 1, RICH_TEXT_LIMITS.characters)) return 'richText.badText';
    budget.characters -= node.text.length;
  } else {
    if (!onlyKeys(node, ['type', 'attrs', 'marks'])) return 'richText.badAttributes';
    const { attrs } = node;
    const what = node.type === 'figure' ? 'cell' : 'id';
    if (!isRecord(attrs) || !onlyKeys(attrs, [what, 'text'])) return 'richText.badAttributes';
    const named = attrs[what];
    if (!isText(named, 1, 200) || !isText(attrs.text, 0, 200)) return 'richText.badText';
    budget.characters -= attrs.text.length + named.length;
  }
  return marksProblem(node.marks);
};

const nodeProblem = (node: unknown, depth: number, budget: Budget): RichProblem | undefined => {
  if (--budget.nodes < 0 || budget.characters < 0) return 'richText.tooLarge';
  if (depth > RICH_TEXT_LIMITS.depth) return 'richText.tooDeep';
  if (!isRecord(node) || typeof node.type !== 'string') return 'richText.unknownNode';
  if (INLINE.includes(node.type)) return inlineProblem(node, budget);
  const shape = Object.hasOwn(SHAPES, node.type) ? SHAPES[node.type] : undefined;
  if (!shape) return 'richText.unknownNode';
  if (!onlyKeys(node, ['type', 'attrs', 'content'])) return 'richText.badAttributes';
  if (node.attrs !== undefined) {
    if (!isRecord(node.attrs) || !onlyKeys(node.attrs, shape.attrs)) return 'richText.badAttributes';
    for (const [name, value] of Object.entries(node.attrs))
      if (!attributeFits(name, value)) return 'richText.badAttributes';
  }
  const content = node.content ?? [];
  if (!Array.isArray(content) || content.length < shape.min) return 'richText.badContent';
  if (node.type === 'table' && content.length > RICH_TEXT_LIMITS.rows) return 'richText.tooLarge';
  if (node.type === 'table_row' && content.length > RICH_TEXT_LIMITS.columns) return 'richText.tooLarge';
  for (const child of content) {
    const problem = nodeProblem(child, depth + 1, budget);
    if (problem) return problem;
    if (!shape.content.includes(child.type as string)) return 'richText.badContent';
  }
  return budget.characters < 0 ? 'richText.tooLarge' : undefined;
};

/** Why a value is not a text that may be saved; undefined when it is one. */
export const richTextProblem = (json: unknown): RichProblem | undefined =>
  isRecord(json) && json.type === 'doc'
    ? nodeProblem(json, 0, { characters: RICH_TEXT_LIMITS.characters, nodes: RICH_TEXT_LIMITS.nodes })
    : 'richText.notDoc';

export const isDoc = (json: unknown): json is RichDoc => richTextProblem(json) === undefined;

/** The same text in NFC: what a clerk typed on one machine is then found by what another types. */
export const normalizeDoc = (doc: RichDoc): RichDoc =>
  JSON.parse(JSON.stringify(doc), (_key, value) =>
    typeof value === 'string' ? value.normalize('NFC') : value,
  ) as RichDoc;

const inlineText = (content: readonly RichInline[] | undefined): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : node.attrs.text)).join('');

const listText = (list: RichList, indent: string): string[] =>
  list.content.flatMap((item, index) => {
    const sign = list.type === 'bullet_list' ? '- ' : `${(list.attrs?.order ?? 1) + index}. `;
    return item.content.flatMap((child, place) => {
      if (child.type !== 'paragraph') return listText(child, `${indent}  `);
      return [`${indent}${place === 0 ? sign : '  '}${inlineText(child.content)}`];
    });
  });

const blockText = (block: RichParagraph | RichList): string[] =>
  block.type === 'paragraph' ? [inlineText(block.content)] : listText(block, '');

/** Lines of text: '- ' and '1. ' before items, tabs between cells of a row. */
export const plainText = (doc: RichDoc): string =>
  doc.content
    .flatMap((block) =>
      block.type === 'table'
        ? block.content.map((row) =>
            row.content.map((cell) => cell.content.flatMap(blockText).join(' ')).join('\t'),
          )
        : blockText(block),
    )
    .join('\n');

/** Whether nothing is said: empty paragraphs, empty items and empty cells are still nothing. */
export const saysNothing = (doc: RichDoc): boolean => {
  const silent = (node: RichBlock | RichListItem | RichTableRow | RichCell): boolean =>
    node.type === 'paragraph'
      ? inlineText(node.content).trim() === ''
      : (node.content as readonly (RichBlock | RichListItem | RichTableRow | RichCell)[]).every(silent);
  return doc.content.every(silent);
};
