import { type Chart, chartTable, chartWords } from '../../../core/documents/chart.ts';
import { reportDocument } from '../../../core/documents/reportDocument.ts';
import { signatureOf } from '../../../core/documents/style.ts';
import { type Block, type DocumentTree, paragraph, text } from '../../../core/documents/tree.ts';
import { partsOfDay } from '../../../core/kernel/instant.ts';
import type { ReadContext } from '../../http/context.ts';
import { letterheadOf } from '../letterhead.ts';
import { drawChart } from './draw.ts';

/** A page of a chart: what it shows, the picture, and the figures beside it. */
const blocksOf = async (chart: Chart): Promise<Block[]> => {
  const { svg, width, height } = await drawChart(chart);
  return [
    paragraph(text(`${chart.note}.`, { italic: true })),
    { kind: 'picture', svg, ratio: height / width, alt: chartWords(chart) },
    chartTable(chart),
  ];
};

/** The charts of a campaign as a document of the authority: a draft that is put behind its report. */
export const chartsDocument = async (
  ctx: ReadContext,
  campaignId: string,
  charts: readonly Chart[],
): Promise<DocumentTree> => {
  const campaign = await ctx.db
    .selectFrom('campaign')
    .where('id', '=', campaignId)
    .select(['title', 'authority_unit_id'])
    .executeTakeFirstOrThrow();
  const letterhead = await letterheadOf(ctx, campaign.authority_unit_id);
  const { year, month } = partsOfDay(ctx.today);
  const sections = [];
  for (const [i, chart] of charts.entries())
    sections.push({
      number: String(i + 1),
      title: chart.title,
      level: 2 as const,
      blocks: await blocksOf(chart),
    });
  return reportDocument({
    body: letterhead.body,
    bodyInText: letterhead.bodyInText,
    superior: letterhead.superior,
    place: letterhead.place,
    number: null,
    symbol: letterhead.style.symbols.report,
    day: null,
    month: { year, month },
    title: `Biểu đồ kèm theo ${campaign.title.charAt(0).toLocaleLowerCase('vi')}${campaign.title.slice(1)}`,
    kinhGui: [],
    sections,
    closing: null,
    annexes: [],
    signature: signatureOf(letterhead.style.signatures.report, null),
    noiNhan: letterhead.style.copies.report,
    draft: true,
    illustration: ctx.services.mode === 'demo',
  });
};
