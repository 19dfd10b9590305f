import type { TotalForm } from '../../core/consolidation/answers.ts';
import { mainOf } from '../../core/consolidation/mainFigure.ts';
import { printedWith } from '../../core/consolidation/ownRows.ts';
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
import { bodyInText, letterheadOf } from './letterhead.ts';

/** To whom an authority reports, where the body above it is not kept in the system. */
const ABOVE: Readonly<Record<string, string>> = {
  commune: 'UBND tỉnh',
  district: 'UBND tỉnh',
  province: 'Bộ Nội vụ',
};
const AREA_OF: Readonly<Record<string, string>> = {
  commune: 'toàn xã',
  district: 'toàn huyện',
  province: 'toàn tỉnh',
  ministry: 'toàn quốc',
};

/** Numbers of the whole area: cấp xã + cấp huyện where both are, ratios from summed parts; nothing arisen is no zero. */
const tableOf = (form: TotalForm, forms: readonly TotalForm[], whole: string): Table => {
  const own = forms.filter((one) => printedWith(one, forms)?.id === form.id);
  const total = form.rows.filter((r) => r.id === 'total');
  const rows = [...form.rows.filter((r) => r.id !== 'total'), ...own.flatMap((one) => one.rows), ...total];
  const title = (form.scope ?? 'commune') === 'commune' ? `${form.title} - tổng hợp ${whole}` : form.title;
  return formTable({ ...form, rows, title }, (r, c) => {
    for (const one of [form, ...own]) {
      const found = one.cells.find((x) => x.row === r && x.column === c);
      if (!found) continue;
      const { commune, agency } = found;
      const silent = [commune, agency].every((v) => v === null || v.kind === 'empty' || v.kind === 'nil');
      const sum = agency && !silent && found.total !== null ? addScopes(commune, agency) : undefined;
      if (sum !== undefined) return { kind: 'amount', amount: sum };
      return commune.kind === 'empty' && agency?.kind === 'nil' ? agency : mainOf(one, found);
    }
    return EMPTY;
  });
};

const saysAnything = (form: TotalForm, cell: TotalForm['cells'][number]): boolean =>
  mainOf(form, cell).kind !== 'empty';

const whoAnswered = ({ basis, communes, departments, missing }: ConsolidatedContent): Block[] => {
  const parts = [
    communes.obliged > 0 ? `${communes.received}/${communes.obliged} đơn vị cấp xã` : '',
    departments.obliged > 0 ? `${departments.received}/${departments.obliged} cơ quan, đơn vị` : '',
  ].filter((w) => w !== '');
  const out = missing.filter((m) => m.leftOut !== null);
  const late = missing.filter((m) => m.leftOut === null);
  return [
    paragraph(
      `Số liệu tổng hợp từ ${parts.join(' và ')} ${basis === 'received' ? 'đã được tiếp nhận báo cáo' : 'đã gửi báo cáo'}.`,
    ),
    ...(late.length ? [paragraph(`Chưa có trong số liệu: ${late.map((m) => m.name).join(', ')}.`)] : []),
    ...out.map((m) => paragraph(`Không đưa vào tổng hợp: ${m.name} (${m.leftOut}).`)),
  ];
};

/** Words of one section with their tables; a wide table goes to an annex and is named where it would stand. */
const blocksOfSection = (
  section: ConsolidatedSection,
  forms: readonly TotalForm[],
  whole: string,
  annexes: { title: string; table: Table }[],
): Block[] =>
  section.blocks.flatMap((block): Block[] => {
    if (block.kind === 'words') return blocksOf(block.doc);
    const form = forms.find((f) => f.id === block.form);
    // Agencies or leads who have said nothing yet leave no empty table.
    if (!form || ((form.scope ?? 'commune') !== 'commune' && !form.cells.some((c) => saysAnything(form, c))))
      return [];
    const table = tableOf(form, forms, whole);
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
    .innerJoin('unit', 'unit.id', 'campaign.authority_unit_id')
    .leftJoin('unit as above', 'above.id', 'unit.parent_id')
    .select(['authority_unit_id', 'above.name as above'])
    .where('campaign.id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const letterhead = await letterheadOf(ctx, campaign.authority_unit_id);
  const whole = AREA_OF[letterhead.kind] ?? 'toàn địa bàn';
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
        ...blocksOfSection(section, content.forms, whole, annexes),
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
    kinhGui: [campaign.above ? bodyInText(campaign.above) : (ABOVE[letterhead.kind] ?? 'Cơ quan cấp trên')],
    opening: whoAnswered(content),
    sections,
    annexes,
    signature: signatureOf(letterhead.style.signatures.report, null),
    noiNhan: letterhead.style.copies.report,
    draft: true,
    illustration: ctx.services.mode === 'demo',
  });
};
