import type { Day, Instant } from '../kernel/instant.ts';
import { deadlineText, inPrint, momentText, officialDay, shortDay } from '../kernel/wording.ts';
import { closeBody, kindName } from './layout.ts';
import {
  type Block,
  cell,
  type DocumentTree,
  type Head,
  paragraph,
  row,
  type Signature,
  type Table,
  text,
} from './tree.ts';

/** What every công văn of the receiving office shares: whose it is, to whom, about which order. */
export type LetterInput = {
  readonly head: Pick<Head, 'superior' | 'body' | 'bodyInText' | 'symbol' | 'place' | 'month'>;
  /** The body in its own sentences: 'Phòng Nội vụ'. */
  readonly we: string;
  /** 'UBND xã Bảo Lâm'. */
  readonly unit: string;
  /** 'báo cáo công tác cải cách hành chính quý I năm 2024'. */
  readonly subject: string;
  /** 'Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc'; null when it has no number. */
  readonly order: string | null;
  /** A paragraph that the drafter adds. */
  readonly note: string;
  readonly signature: Signature;
  readonly copies: readonly string[];
  readonly illustration: boolean;
};

/** A công văn not yet numbered: a draft bears no number and no day. */
const letter = (
  {
    head,
    kinhGui,
    regarding,
    blocks,
  }: { head: LetterInput['head']; kinhGui: readonly string[]; regarding: string; blocks: readonly Block[] },
  input: Pick<LetterInput, 'signature' | 'copies' | 'illustration'>,
): DocumentTree => ({
  kind: 'công văn',
  head: { ...head, number: null, day: null, regarding },
  kinhGui,
  blocks: closeBody(blocks),
  annexes: [],
  signature: input.signature,
  noiNhan: input.copies,
  marks: { draft: true, illustration: input.illustration },
});

const opening = (order: string | null, rest: string): Block =>
  paragraph(
    order ? `Thực hiện ${inPrint(order)}, ${rest}` : rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1),
  );

const noted = (note: string): Block[] => (note.trim() ? [paragraph(note.trim())] : []);

/** Công văn gia hạn: until when, why, and by which document it was decided. */
export const extensionLetter = (
  input: LetterInput & {
    readonly until: Instant;
    readonly before: Instant;
    readonly ground: { readonly number: string; readonly day: Day };
    readonly reason: string;
  },
): DocumentTree =>
  letter(
    {
      head: input.head,
      kinhGui: [input.unit],
      regarding: `gia hạn thời gian gửi ${input.subject}`,
      blocks: [
        opening(input.order, `${input.we} thông báo như sau:`),
        paragraph(
          `Gia hạn thời gian gửi ${input.subject} của ${input.unit} đến hết `,
          text(inPrint(deadlineText(input.until)), { bold: true }),
          ` (thời hạn đã giao: ${inPrint(deadlineText(input.before))}).`,
        ),
        paragraph(
          `Căn cứ gia hạn: Văn bản số ${input.ground.number} ngày ${inPrint(shortDay(input.ground.day))}. Lý do: ${input.reason.replace(/[.;\s]+$/, '')}.`,
        ),
        ...noted(input.note),
        paragraph(`Đề nghị ${input.unit} hoàn thành và gửi báo cáo trong thời hạn được gia hạn.`),
      ],
    },
    input,
  );

export type ReturnedPoint = {
  /** 'Mục II.2', 'Biểu …, hàng …, cột …'. */
  readonly place: string;
  /** What is wanted there. */
  readonly reason: string;
  readonly sentence: string;
};

/** The remarks as they were pinned, each at its place. */
const pointsTable = (points: readonly ReturnedPoint[]): Table => ({
  kind: 'table',
  columns: [
    { width: 7, align: 'center' },
    { width: 35, align: 'left' },
    { width: 16, align: 'left' },
    { width: 42, align: 'left' },
  ],
  head: [row(['TT', 'Vị trí trong báo cáo', 'Nội dung', 'Yêu cầu'].map((one) => cell(one, { bold: true })))],
  rows: points.map((one, i) => row([String(i + 1), one.place, one.reason, one.sentence])),
});

/** Công văn trả lại: which sending, what is wanted where, until when it is sent again. */
export const returnLetter = (
  input: LetterInput & {
    readonly revision: number;
    readonly submittedAt: Instant | null;
    readonly points: readonly ReturnedPoint[];
    readonly resendBy: Instant;
  },
): DocumentTree => {
  const sent = input.submittedAt === null ? '' : `, gửi lúc ${inPrint(momentText(input.submittedAt))}`;
  return letter(
    {
      head: input.head,
      kinhGui: [input.unit],
      regarding: `hoàn thiện ${input.subject}`,
      blocks: [
        opening(
          input.order,
          `${input.we} đã xem xét báo cáo của ${input.unit} (lần ${input.revision}${sent}) và trả lại để hoàn thiện các nội dung sau:`,
        ),
        pointsTable(input.points),
        ...noted(input.note),
        paragraph(
          `Đề nghị ${input.unit} hoàn thiện, gửi lại báo cáo trước `,
          text(inPrint(deadlineText(input.resendBy)), { bold: true }),
          '.',
        ),
      ],
    },
    input,
  );
};

export type CorrectedPoint = {
  readonly place: string;
  readonly printed: string;
  readonly right: string;
};

/** 'Báo cáo số 31/BC-UBND ngày 28 tháng 02 năm 2024 của UBND xã Bảo Lâm' */
export const documentInText = (of: {
  readonly name: string;
  readonly number: number;
  readonly symbol: string;
  readonly day: Day;
  readonly body: string;
}): string =>
  `${of.name} số ${String(of.number).padStart(2, '0')}/${of.symbol} ${officialDay(of.day)} của ${of.body}`;

/** Công văn đính chính: a mistake of form in a document that has left (NĐ 30/2020/NĐ-CP, điều 17). */
export const correctionLetter = (
  input: Pick<LetterInput, 'head' | 'we' | 'note' | 'signature' | 'copies' | 'illustration'> & {
    readonly to: readonly string[];
    /** `documentInText` of what is corrected. */
    readonly of: string;
    readonly points: readonly CorrectedPoint[];
  },
): DocumentTree =>
  letter(
    {
      head: input.head,
      kinhGui: input.to,
      regarding: `đính chính ${input.of}`,
      blocks: [
        paragraph(`${input.we} đính chính ${input.of} như sau:`),
        ...input.points.map((one, i) =>
          paragraph(`${i + 1}. Tại ${one.place}: đã in là “${one.printed}”; nay sửa lại là “${one.right}”.`),
        ),
        ...noted(input.note),
        paragraph('Các nội dung khác không thay đổi.'),
      ],
    },
    input,
  );

/** What replaces says so before its last words. */
export const replacing = (tree: DocumentTree, old: string): DocumentTree => {
  const said = paragraph(`${kindName(tree.kind)} này thay thế ${old}.`);
  const last = tree.blocks.at(-1);
  return {
    ...tree,
    blocks:
      last?.kind === 'paragraph'
        ? [...tree.blocks.slice(0, -1), said, last]
        : closeBody([...tree.blocks, said]),
  };
};

/** The draft as it leaves: number, symbol, day, and who signed. */
export const numberedTree = (
  tree: DocumentTree,
  given: { readonly number: string; readonly symbol: string; readonly day: Day },
): DocumentTree => ({
  ...tree,
  head: { ...tree.head, number: given.number, symbol: given.symbol, day: given.day },
  marks: { ...tree.marks, draft: false },
});

export const signedTree = (tree: DocumentTree, name: string): DocumentTree => ({
  ...tree,
  signature: tree.signature && { ...tree.signature, name },
});

/** The legal bases that a document names, without the signs that end their lines. */
export const basesOf = (tree: DocumentTree): readonly string[] =>
  tree.blocks.flatMap((block) => (block.kind === 'legal-basis' ? block.items : []));

/** The same document resting on other bases; printing ends each line as the decree wants. */
export const withBases = (tree: DocumentTree, bases: readonly string[]): DocumentTree => ({
  ...tree,
  blocks: tree.blocks.map((block) => (block.kind === 'legal-basis' ? { ...block, items: bases } : block)),
});
