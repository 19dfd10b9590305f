import type { Day } from '../kernel/instant.ts';
import { bodyInText, closeBody } from './layout.ts';
import { type Block, type DocumentTree, heading, paragraph, type Signature, type Table } from './tree.ts';

export type ReportSection = {
  /** 'I', '1', 'a': the outline's own numbering. */
  readonly number: string;
  readonly title: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly blocks: readonly Block[];
  /** Does not concern this unit; not the same as `nil`, which says that nothing arose. */
  readonly notApplicable?: boolean;
  readonly nil?: boolean;
};

export type ReportDocumentInput = {
  readonly body: string;
  readonly bodyInText?: string;
  readonly superior: string | null;
  readonly place: string;
  readonly number: string | null;
  readonly symbol: string;
  readonly day: Day | null;
  readonly month?: { readonly year: number; readonly month: number };
  /** The abstract under BÁO CÁO: 'Kết quả công tác cải cách hành chính quý I năm 2024'. */
  readonly title: string;
  /** 'UBND huyện (qua Phòng Nội vụ)'. */
  readonly kinhGui: readonly string[];
  /** Paragraphs before part I: what the report carries out. */
  readonly opening?: readonly Block[];
  readonly sections: readonly ReportSection[];
  /** The sentence at the end; null for none; left out for the customary one. */
  readonly closing?: string | null;
  readonly annexes: readonly { readonly title: string; readonly table: Table }[];
  readonly signature: Signature;
  readonly noiNhan: readonly string[];
  readonly draft: boolean;
  readonly illustration: boolean;
};

const sectionBlocks = (section: ReportSection): Block[] => {
  const title = heading(section.level, section.number, section.title);
  if (section.notApplicable) return [title, paragraph('Không áp dụng đối với đơn vị.')];
  if (section.nil) return [title, paragraph('Không phát sinh trong kỳ báo cáo.'), ...section.blocks];
  return [title, ...section.blocks];
};

/** 'Kết quả …' inside a sentence; 'CCHC …' and names keep their capital. */
const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase('vi-VN') + title.slice(1) : title;

/** An abstract opens with a capital: 'Công tác …', though its request says 'báo cáo công tác …'. */
const opening = (title: string): string => title.charAt(0).toLocaleUpperCase('vi-VN') + title.slice(1);

export const reportDocument = (input: ReportDocumentInput): DocumentTree => {
  const closing =
    input.closing === undefined
      ? `Trên đây là báo cáo ${inSentence(input.title)} của ${bodyInText(input)}.`
      : input.closing;
  return {
    kind: 'báo cáo',
    head: {
      superior: input.superior,
      body: input.body,
      ...(input.bodyInText ? { bodyInText: input.bodyInText } : {}),
      number: input.draft ? null : input.number,
      symbol: input.symbol,
      place: input.place,
      day: input.day,
      ...(input.month ? { month: input.month } : {}),
      title: opening(input.title),
    },
    kinhGui: input.kinhGui,
    blocks: closeBody([
      ...(input.opening ?? []),
      ...input.sections.flatMap(sectionBlocks),
      ...(closing ? [paragraph(closing)] : []),
    ]),
    annexes: input.annexes.map(({ title, table }) => ({ title, blocks: [table] })),
    signature: input.signature,
    noiNhan: input.noiNhan,
    marks: { draft: input.draft, illustration: input.illustration },
  };
};
