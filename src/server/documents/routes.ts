import type { FastifyInstance, FastifyReply } from 'fastify';
import { campaignParams } from '../../core/campaign/wire.ts';
import type { DocumentTree } from '../../core/documents/tree.ts';
import { withoutMarks } from '../../core/kernel/search.ts';
import { reportParams } from '../../core/report/wire.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { districtReport } from './districtReport.ts';
import { createPrinter } from './pdf/printer.ts';
import { receiptSlip } from './receiptSlip.ts';
import { requestLetter } from './requestLetter.ts';
import { unitReport } from './unitReport.ts';
import { renderWord } from './word/renderWord.ts';

const tag = 'documents';
const FORMATS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', name: 'Word' },
  pdf: { type: 'application/pdf', name: 'PDF' },
} as const;
type Format = keyof typeof FORMATS;

type Named = { readonly tree: DocumentTree; readonly name: string };

const reportNamed = async (ctx: ReadContext, campaignId: string, unitId: string): Promise<Named> => {
  const tree = await unitReport(ctx, campaignId, unitId);
  return { tree, name: `Báo cáo CCHC ${tree.head.body.replace(/\n/g, ' ')}` };
};

export const registerDocumentRoutes = (app: FastifyInstance, services: Services): void => {
  const printer = createPrinter((why) => app.log.error({ why }, 'PDF'));
  app.addHook('onClose', () => printer.close());

  /** A name that every file system takes, and the Vietnamese one for browsers that read it (RFC 6266). */
  const send = async (reply: FastifyReply, format: Format, { tree, name }: Named) => {
    const plain = withoutMarks(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const bytes = format === 'pdf' ? await printer.print(tree) : await renderWord(tree);
    return reply
      .header('content-type', FORMATS[format].type)
      .header(
        'content-disposition',
        `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      )
      .send(Buffer.from(bytes));
  };

  for (const format of ['docx', 'pdf'] as const) {
    const { name } = FORMATS[format];
    query(
      app,
      services,
      {
        url: `/api/reports/:campaignId/:unitId/document.${format}`,
        tag,
        summary: `The report as ${name}`,
        params: reportParams,
      },
      async (ctx, { params, reply }) =>
        send(reply, format, await reportNamed(ctx, params.campaignId, params.unitId)),
    );
    query(
      app,
      services,
      {
        url: `/api/reports/:campaignId/:unitId/receipt.${format}`,
        tag,
        summary: `The receipt as ${name}`,
        params: reportParams,
      },
      async (ctx, { params, reply }) => {
        const tree = await receiptSlip(ctx, params.campaignId, params.unitId);
        return send(reply, format, { tree, name: 'Phiếu tiếp nhận' });
      },
    );
    query(
      app,
      services,
      {
        url: `/api/campaigns/:campaignId/request.${format}`,
        tag,
        summary: `The request as a công văn in ${name}`,
        params: campaignParams,
      },
      async (ctx, { params, reply }) => {
        const tree = await requestLetter(ctx, params.campaignId);
        return send(reply, format, { tree, name: 'Công văn yêu cầu báo cáo CCHC' });
      },
    );
    query(
      app,
      services,
      {
        url: `/api/campaigns/:campaignId/report.${format}`,
        tag,
        summary: `The district's report as ${name}`,
        params: campaignParams,
      },
      async (ctx, { params, reply }) => {
        const tree = await districtReport(ctx, params.campaignId);
        return send(reply, format, { tree, name: 'Báo cáo CCHC của huyện' });
      },
    );
  }
};
