import { formTable } from '../../core/documents/formTable.ts';
import { isWide } from '../../core/documents/layout.ts';
import { replacing } from '../../core/documents/letters.ts';
import { blocksOf } from '../../core/documents/prosemirror.ts';
import { type ReportSection, reportDocument } from '../../core/documents/reportDocument.ts';
import { signatureOf } from '../../core/documents/style.ts';
import { type Block, type DocumentTree, paragraph, type Table } from '../../core/documents/tree.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import type { RichDoc } from '../../core/kernel/richText.ts';
import { valueAt } from '../../core/template/compute.ts';
import type { UnitSection } from '../../core/template/outline.ts';
import type { ReadContext } from '../http/context.ts';
import { reportAnswer } from '../report/views/answer.ts';
import { filledOf } from '../report/views/contents.ts';
import { letterheadOf } from './letterhead.ts';
import { reportRelations } from './outgoing/printed.ts';

type Words = { readonly kind: 'text' | 'nil'; readonly doc: unknown; readonly plain: string };

const wordBlocks = (words: Words | undefined): Block[] => {
  if (!words || words.kind === 'nil') return [];
  if (words.doc) return blocksOf(words.doc as RichDoc);
  return words.plain ? [paragraph(words.plain)] : [];
};

/** 'UBND huyện (qua Phòng Nội vụ)' */
const addressee = (authority: string, receiver: string): string => {
  const kind = /^(Huyện|Tỉnh|Thành phố|Xã|Phường)/.exec(authority)?.[0].toLowerCase() ?? authority;
  return `UBND ${kind} (qua ${receiver})`;
};

/** The report of one unit as a document of NĐ 30/2020; without number and date until văn thư has given them. */
export const unitReport = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<DocumentTree> => {
  const report = await reportAnswer(ctx, campaignId, unitId);
  const letterhead = await letterheadOf(ctx, unitId);
  const filled = filledOf({ cells: report.cells, words: report.words, reasons: report.reasons, cited: [] });
  const annexes: { title: string; table: Table }[] = [];
  const section = (s: UnitSection): ReportSection => {
    const words = report.words.find((w) => w.section === s.id);
    const blocks = wordBlocks(words);
    for (const form of s.forms) {
      const values = (r: string, c: string) => filled.cell(form.id, r, c);
      const table = formTable(form, (r, c) => valueAt(form, values, r, c));
      // Wide tables go to an annex in landscape; a sentence says where.
      if (isWide(table)) {
        annexes.push({ title: form.title, table });
        blocks.push(paragraph(`(Số liệu chi tiết tại Phụ lục: ${form.title}.)`));
      } else blocks.push(table);
    }
    return {
      number: s.number,
      title: s.title,
      level: s.depth === 0 ? 1 : s.depth === 1 ? 2 : 3,
      blocks,
      ...(s.applicability === 'not-applicable' ? { notApplicable: true } : {}),
      ...(words?.kind === 'nil' ? { nil: true } : {}),
    };
  };
  const sent = report.state === 'submitted' || report.state === 'received';
  const { registration } = report;
  const { year, month } = partsOfDay(ctx.today);
  const { number, symbol, documentDay } = report.campaign;
  const basis =
    number && documentDay
      ? [
          paragraph(
            `Thực hiện Công văn số ${number}/${symbol ?? ''} ngày ${documentDay.split('-').reverse().join('/')} của ${report.campaign.authorityName.replace(/^Huyện/, 'UBND huyện')} về việc ${lower(report.campaign.title)}, ${letterhead.bodyInText} báo cáo kết quả như sau:`,
          ),
        ]
      : [];
  const { replaces, notices } = await reportRelations(ctx, campaignId, unitId);
  const tree = reportDocument({
    body: letterhead.body,
    bodyInText: letterhead.bodyInText,
    superior: letterhead.superior,
    place: letterhead.place,
    number: registration?.number ?? null,
    symbol: registration?.symbol ?? letterhead.style.symbols.report,
    day: registration?.day ?? null,
    month: { year, month },
    title: report.campaign.title.replace(/^Báo cáo\s+/i, ''),
    kinhGui: [addressee(report.campaign.authorityName, report.campaign.receiverName)],
    opening: basis,
    sections: report.sections.map(section),
    annexes,
    signature: signatureOf(
      letterhead.style.signatures.report,
      sent ? (report.receipts[0]?.signedBy ?? null) : null,
    ),
    noiNhan: letterhead.style.copies.report,
    draft: registration === null,
    illustration: ctx.services.mode === 'demo',
  });
  const said = registration && replaces ? replacing(tree, replaces) : tree;
  return notices.length ? { ...said, marks: { ...said.marks, notices } } : said;
};

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
