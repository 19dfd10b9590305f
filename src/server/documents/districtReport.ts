import type { TotalForm } from '../../core/consolidation/answers.ts';
import { addScopes } from '../../core/consolidation/reconcile.ts';
import { formTable } from '../../core/documents/formTable.ts';
import { isWide } from '../../core/documents/layout.ts';
import { blocksOf } from '../../core/documents/prosemirror.ts';
import { type ReportSection, reportDocument } from '../../core/documents/reportDocument.ts';
import { signatureOf } from '../../core/documents/style.ts';
import { type Block, type DocumentTree, paragraph, type Table, text } from '../../core/documents/tree.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import { EMPTY } from '../../core/template/cell.ts';
import {
  type ConsolidatedContent,
  type ConsolidatedSection,
  consolidatedContent,
} from '../consolidation/views/content.ts';
import type { ReadContext } from '../http/context.ts';
import { letterheadOf } from './letterhead.ts';

/** Numbers of the district: cấp xã + cấp huyện where both are, ratios from summed parts. */
const tableOf = (form: TotalForm): Table =>
  formTable({ ...form, title: `${form.title} - tổng hợp toàn huyện` }, (r, c) => {
    const found = form.cells.find((x) => x.row === r && x.column === c);
    if (!found) return EMPTY;
    const sum = found.agency ? addScopes(found.commune, found.agency) : undefined;
    return found.total !== null && sum !== undefined ? { kind: 'amount', amount: sum } : found.commune;
  });

const whoAnswered = ({ communes, departments, missing }: ConsolidatedContent): Block[] => {
  const out = missing.filter((m) => m.leftOut !== null);
  const late = missing.filter((m) => m.leftOut === null);
  return [
    paragraph(
      `Số liệu tổng hợp từ ${communes.received}/${communes.obliged} xã, thị trấn và ${departments.received}/${departments.obliged} phòng, cơ quan đã được tiếp nhận báo cáo.`,
    ),
    ...(late.length ? [paragraph(`Chưa có trong số liệu: ${late.map((m) => m.name).join(', ')}.`)] : []),
    ...out.map((m) => paragraph(`Không đưa vào tổng hợp: ${m.name} (${m.leftOut}).`)),
  ];
};

/** Words of one section with their tables; a wide table goes to an annex and is named where it would stand. */
const blocksOfSection = (
  section: ConsolidatedSection,
  forms: readonly TotalForm[],
  annexes: { title: string; table: Table }[],
): Block[] =>
  section.blocks.flatMap((block): Block[] => {
    if (block.kind === 'words') return blocksOf(block.doc);
    const form = forms.find((f) => f.id === block.form);
    if (!form) return [];
    const table = tableOf(form);
    if (!isWide(table)) return [table];
    annexes.push({ title: form.title, table });
    return [paragraph(`(Số liệu chi tiết tại Phụ lục: ${form.title}.)`)];
  });

/** The district's report from words that somebody wrote and totals; where nobody wrote, it says so. */
export const districtReport = async (
  ctx: ReadContext,
  campaignId: string,
  /** A frozen version; null for the draft of the moment. */
  version: number | null = null,
): Promise<DocumentTree> => {
  const content = await consolidatedContent(ctx, campaignId, version);
  const campaign = await ctx.db
    .selectFrom('campaign')
    .select('authority_unit_id')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const letterhead = await letterheadOf(ctx, campaign.authority_unit_id);
  const annexes: { title: string; table: Table }[] = [];
  const sections = content.sections.map((section): ReportSection => {
    const { number, title, level } = section;
    const silent = section.words && !section.blocks.some((b) => b.kind === 'words');
    return {
      number,
      title,
      level,
      blocks: [
        ...(silent ? [paragraph(text('(Chưa có phần lời của mục này.)', { italic: true }))] : []),
        ...blocksOfSection(section, content.forms, annexes),
      ],
    };
  });
  const { year, month } = partsOfDay(ctx.today);
  return reportDocument({
    body: letterhead.body,
    bodyInText: letterhead.bodyInText,
    superior: null,
    place: letterhead.place,
    number: null,
    symbol: letterhead.style.symbols.report,
    day: null,
    month: { year, month },
    title: content.campaign.title.replace(/^Báo cáo\s+/i, ''),
    kinhGui: ['UBND tỉnh'],
    opening: whoAnswered(content),
    sections,
    annexes,
    signature: signatureOf(letterhead.style.signatures.report, null),
    noiNhan: letterhead.style.copies.report,
    draft: true,
    illustration: ctx.services.mode === 'demo',
  });
};
