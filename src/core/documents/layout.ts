import { isDay } from '../kernel/instant.ts';
import { officialDay } from '../kernel/wording.ts';
import type { Block, DocumentKind, DocumentTree, Head, Inline, List, Signature, Table } from './tree.ts';

/** What NĐ 30/2020/NĐ-CP, Phụ lục I fixes about the words of each box, whatever file they end up in. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

const WIDE_COLUMNS = 8;

export const isWide = (table: Table): boolean => table.landscape ?? table.columns.length >= WIDE_COLUMNS;

/** Box 3: numbers below 10 are written with a leading 0. */
const numberText = (number: string): string => {
  const trimmed = number.trim();
  return /^\d$/.test(trimmed) ? `0${trimmed}` : trimmed;
};

/** 'Số: 05/UBND-NV'; a draft and a document not yet numbered leave room for the pen. */
export const numberLine = (head: Head, draft: boolean): string => {
  // What goes with another document has no number of its own.
  if (head.symbol === '' && head.number === null) return '';
  const number = head.number && !draft ? numberText(head.number) : '        ';
  return head.symbol ? `Số: ${number}/${head.symbol}` : `Số: ${number}`;
};

const pad = (n: number): string => String(n).padStart(2, '0');

/** Box 4. */
export const placeAndDay = (head: Head): string => {
  if (head.day && isDay(head.day)) return `${head.place}, ${officialDay(head.day)}`;
  if (!head.month) return `${head.place}, ngày      tháng      năm         `;
  const { month, year } = head.month;
  // NĐ 30/2020: a leading zero for months 1 and 2 only.
  return `${head.place}, ngày      tháng ${month <= 2 ? pad(month) : month} năm ${year}`;
};

export const capitals = (words: string): string => words.normalize('NFC').toLocaleUpperCase('vi-VN');

const COMMITTEE = 'ỦY BAN NHÂN DÂN';

/** Both spellings of 'Ủy' and the abbreviation: whether the body is a people's committee itself. */
export const isCommittee = (body: string): boolean =>
  /^(UBND|[ỦU][ỶY] BAN NHÂN DÂN)(\s|$)/.test(capitals(body));

/** Box 2, the issuing body: a committee is spelled out, its territory on the second line. */
export const bodyLines = (body: string): string[] => {
  const caps = capitals(body).trim();
  if (caps.includes('\n')) return caps.split('\n').map((line) => line.trim());
  if (!isCommittee(caps)) return [caps];
  const territory = caps.replace(/^(UBND|[ỦU][ỶY] BAN NHÂN DÂN)\s*/, '');
  return territory ? [COMMITTEE, territory] : [COMMITTEE];
};

export const superiorLines = (superior: string): string[] =>
  capitals(superior)
    .split('\n')
    .map((line) => line.trim());

/** Box 5a; a công văn has no name of kind. */
export const kindTitle = (kind: DocumentKind): string | null => (kind === 'công văn' ? null : capitals(kind));

/** The kind where a sentence or a title begins with it. */
export const kindName = (kind: DocumentKind): string =>
  kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1);

/** 'I' → 'I.', '1' → '1.', '2.1' → '2.1.', 'a' → 'a)', 'đ' → 'đ)'; what has its sign keeps it. */
export const headingNumber = (number: string): string => {
  const trimmed = number.trim();
  if (/[.):]$/.test(trimmed)) return trimmed;
  return /^\p{Ll}$/u.test(trimmed) ? `${trimmed})` : `${trimmed}.`;
};

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
export const roman = (n: number): string => {
  let rest = n;
  let out = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) out += sign;
  return out;
};

export const annexTitle = (index: number, count: number): string =>
  count > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục';

export const bodyInText = (head: Pick<Head, 'body' | 'bodyInText'>): string =>
  head.bodyInText ?? head.body.replace(/\n/g, ' ');

/** Under an annex's title: which document it belongs to. */
export const annexReference = (tree: DocumentTree): string => {
  const { head } = tree;
  const kind = kindName(tree.kind);
  const number =
    head.number && !tree.marks.draft ? `${numberText(head.number)}/${head.symbol}` : `       /${head.symbol}`;
  const day = placeAndDay(head)
    .slice(head.place.length + 2)
    .trimEnd();
  return `(Kèm theo ${kind} số ${number} ${day} của ${bodyInText(head)})`;
};

/** Ends a line of an enumeration: ';' and '.' for the last, whatever it was typed with. */
export const enumerated = (items: readonly string[], last = '.'): string[] =>
  items.map((item, i) => {
    const bare = item.trim().replace(/[;.,]+$/, '');
    return `${bare}${i === items.length - 1 ? last : ';'}`;
  });

/** Box 9a: one addressee on the line itself, several on lines of their own. */
export const addressees = (
  kinhGui: readonly string[],
): { readonly line?: string; readonly lines: string[] } =>
  kinhGui.length === 1
    ? { line: kinhGui[0]!.trim().replace(/[;.]+$/, ''), lines: [] }
    : { lines: enumerated(kinhGui.map((one) => one.replace(/^-\s*/, ''))).map((one) => `- ${one}`) };

/** Box 9b: '- Như trên;' … '- Lưu: VT, NV.' */
export const copyLines = (noiNhan: readonly string[]): string[] =>
  enumerated(noiNhan.map((one) => one.replace(/^-\s*/, ''))).map((one) => `- ${one}`);

/** Box 7: the lines above the name. */
export const signatureLines = (signature: Signature): string[] =>
  [
    signature.authority
      ? `${signature.authority} ${capitals(signature.onBehalfOf ?? '')}`.trim()
      : signature.onBehalfOf && capitals(signature.onBehalfOf),
    capitals(signature.position),
    signature.subPosition && capitals(signature.subPosition),
  ].filter((line): line is string => Boolean(line));

export const ENDING = './.';

const endInlines = (inlines: readonly Inline[]): Inline[] => {
  const kept = [...inlines];
  const last = kept.at(-1);
  if (last?.kind !== 'text') return [...kept, { kind: 'text', text: ENDING }];
  const bare = last.text.trimEnd().replace(/[.;,]+$/, '');
  return [...kept.slice(0, -1), { ...last, text: `${bare}${ENDING}` }];
};

const endList = (block: List): List => {
  const last = block.items.at(-1)!;
  const ended = last.sub?.items.length
    ? { ...last, sub: endList(last.sub) }
    : { ...last, inlines: endInlines(last.inlines) };
  return { ...block, items: [...block.items.slice(0, -1), ended] };
};

const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((one) => (one.kind === 'source' ? '' : one.text)).join('');

/** The words that a block ends with; '' for a table. */
export const lastWords = (block: Block): string => {
  if (block.kind === 'paragraph') return wordsOf(block.inlines).trimEnd();
  if (block.kind !== 'list') return '';
  const last = block.items.at(-1);
  if (!last) return '';
  return last.sub ? lastWords(last.sub) : wordsOf(last.inlines).trimEnd();
};

/** The text of a document ends with './.', once; after a table it stands on a line of its own. */
export const closeBody = (blocks: readonly Block[]): Block[] => {
  const kept = [...blocks];
  // Empty paragraphs at the end would push the signature away from the last words.
  while (kept.length && isSilent(kept.at(-1)!)) kept.pop();
  const last = kept.at(-1);
  if (!last) return kept;
  if (lastWords(last).endsWith(ENDING)) return kept;
  if (last.kind === 'paragraph')
    return [...kept.slice(0, -1), { ...last, inlines: endInlines(last.inlines) }];
  if (last.kind === 'list') return [...kept.slice(0, -1), endList(last)];
  return [...kept, { kind: 'paragraph', inlines: [{ kind: 'text', text: ENDING }] }];
};

const isSilent = (block: Block): boolean => {
  if (block.kind === 'page-break') return true;
  if (block.kind === 'paragraph') return wordsOf(block.inlines).trim() === '';
  return block.kind === 'list' && block.items.length === 0;
};
