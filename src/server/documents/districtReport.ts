import type { TotalForm, TotalsAnswer } from '../../core/consolidation/answers.ts';
import { addScopes } from '../../core/consolidation/reconcile.ts';
import { formTable } from '../../core/documents/formTable.ts';
import { isWide } from '../../core/documents/layout.ts';
import { blocksOf } from '../../core/documents/prosemirror.ts';
import { type ReportSection, reportDocument } from '../../core/documents/reportDocument.ts';
import { signatureOf } from '../../core/documents/style.ts';
import { type Block, type DocumentTree, paragraph, type Table, text } from '../../core/documents/tree.ts';
import { partsOfDay } from '../../core/kernel/instant.ts';
import type { RichDoc } from '../../core/kernel/richText.ts';
import { EMPTY } from '../../core/template/cell.ts';
import type { Section, Template } from '../../core/template/template.ts';
import { totals } from '../consolidation/views/totals.ts';
import type { ReadContext } from '../http/context.ts';
import { mustOversee } from '../report/views/oversee.ts';
import { templateOfCampaign } from '../report/views/pieces.ts';
import { letterheadOf } from './letterhead.ts';

type LeadText = {
  readonly area: string;
  readonly unit: string;
  readonly state: string;
  readonly doc: unknown;
  readonly plain: string;
};

/** What the lead departments wrote about their field in the whole area, with the unit it comes from. */
const leadTexts = async (
  ctx: ReadContext,
  campaignId: string,
  areas: ReadonlyMap<string, string>,
): Promise<LeadText[]> => {
  const rows = await ctx.db
    .selectFrom('campaign_lead as l')
    .innerJoin('unit', 'unit.id', 'l.unit_id')
    .innerJoin('report as r', (j) =>
      j.onRef('r.campaign_id', '=', 'l.campaign_id').onRef('r.unit_id', '=', 'l.unit_id'),
    )
    .leftJoin('narrative as n', (j) =>
      j.onRef('n.campaign_id', '=', 'l.campaign_id').onRef('n.unit_id', '=', 'l.unit_id'),
    )
    .where('l.campaign_id', '=', campaignId)
    .where('l.part', '=', 'lead')
    .select(['l.area', 'unit.name', 'r.state', 'n.section_id', 'n.doc', 'n.plain'])
    .execute();
  const leads = new Map(
    rows.map((r) => [
      r.area,
      { area: r.area, unit: r.name, state: r.state, doc: null as unknown, plain: '' },
    ]),
  );
  for (const r of rows)
    if (r.section_id !== null && r.section_id === areas.get(r.area) && r.state === 'received')
      leads.set(r.area, { area: r.area, unit: r.name, state: r.state, doc: r.doc, plain: r.plain ?? '' });
  return [...leads.values()];
};

const leadBlocks = (lead: LeadText | undefined): Block[] => {
  if (!lead) return [];
  if (!lead.plain)
    return [
      paragraph(text(`(Chưa có phần của ${lead.unit}: báo cáo chưa được tiếp nhận.)`, { italic: true })),
    ];
  const blocks = lead.doc ? blocksOf(lead.doc as RichDoc) : [paragraph(lead.plain)];
  return [...blocks, paragraph(text(`(Nguồn: ${lead.unit})`, { italic: true }))];
};

/** Numbers of the district: cấp xã + cấp huyện where both are, ratios from summed parts. */
const tableOf = (form: TotalForm): Table =>
  formTable({ ...form, title: `${form.title} - tổng hợp toàn huyện` }, (r, c) => {
    const found = form.cells.find((x) => x.row === r && x.column === c);
    if (!found) return EMPTY;
    const sum = found.agency ? addScopes(found.commune, found.agency) : undefined;
    return found.total !== null && sum !== undefined ? { kind: 'amount', amount: sum } : found.commune;
  });

const whoAnswered = (answer: TotalsAnswer): Block[] => [
  paragraph(
    `Số liệu tổng hợp từ ${answer.communes.received}/${answer.communes.obliged} xã, thị trấn và ${answer.departments.received}/${answer.departments.obliged} phòng, cơ quan đã được tiếp nhận báo cáo.`,
  ),
  ...(answer.missing.length
    ? [paragraph(`Chưa có trong số liệu: ${answer.missing.map((m) => m.name).join(', ')}.`)]
    : []),
];

const areaSections = (template: Template): { area: string; id: string; title: string; number: string }[] => {
  const found: { area: string; id: string; title: string; number: string }[] = [];
  const walk = (s: Section): void => {
    if (s.forLeadOf && s.words) found.push({ area: s.forLeadOf, id: s.id, title: s.title, number: s.number });
    for (const child of s.children ?? []) walk(child);
  };
  for (const outline of template.outlines) for (const section of outline.sections) walk(section);
  return found;
};

/** First district report: the leads' own words by field, totals beside them, and who is missing. Nobody's invention. */
export const districtReport = async (ctx: ReadContext, campaignId: string): Promise<DocumentTree> => {
  await mustOversee(ctx, campaignId);
  const answer = await totals(ctx, campaignId);
  const template = await templateOfCampaign(ctx, campaignId);
  const areas = areaSections(template);
  const leads = await leadTexts(ctx, campaignId, new Map(areas.map((a) => [a.area, a.id])));
  const campaign = await ctx.db
    .selectFrom('campaign')
    .select('authority_unit_id')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const letterhead = await letterheadOf(ctx, campaign.authority_unit_id);
  const annexes: { title: string; table: Table }[] = [];
  const formsOfArea = (area: string): Block[] =>
    answer.forms
      .filter((f) => sectionArea(template, f.id) === area)
      .flatMap((form): Block[] => {
        const table = tableOf(form);
        if (!isWide(table)) return [table];
        annexes.push({ title: form.title, table });
        return [paragraph(`(Số liệu chi tiết tại Phụ lục: ${form.title}.)`)];
      });
  const sections: ReportSection[] = [
    { number: 'I', title: 'Tình hình gửi báo cáo', level: 1, blocks: whoAnswered(answer) },
    { number: 'II', title: 'Kết quả thực hiện trên địa bàn huyện', level: 1, blocks: [] },
    ...areas.map((a, i) => ({
      number: String(i + 1),
      title: a.title,
      level: 2 as const,
      blocks: [...leadBlocks(leads.find((l) => l.area === a.area)), ...formsOfArea(a.area)],
    })),
  ];
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
    title: answer.campaign.title.replace(/^Báo cáo\s+/i, ''),
    kinhGui: ['UBND tỉnh'],
    sections,
    annexes,
    signature: signatureOf(letterhead.style.signatures.report, null),
    noiNhan: letterhead.style.copies.report,
    draft: true,
    illustration: ctx.services.mode === 'demo',
  });
};

/** The field a form of the communes belongs to: that of the section it stands in. */
const sectionArea = (template: Template, formId: string): string | undefined => {
  const search = (sections: readonly Section[]): string | undefined => {
    for (const s of sections) {
      if (s.forms?.includes(formId)) return s.area;
      const inner = search(s.children ?? []);
      if (inner) return inner;
    }
    return undefined;
  };
  return search(template.outlines.flatMap((o) => o.sections));
};
