import type { FastifyInstance, FastifyReply } from 'fastify';
import { campaignParams } from '../../core/campaign/wire.ts';
import type { DocumentTree } from '../../core/documents/tree.ts';
import { withoutMarks } from '../../core/kernel/search.ts';
import { reportParams } from '../../core/report/wire.ts';
import type { Services } from '../http/context.ts';
import { query } from '../http/route.ts';
import { districtReport } from './districtReport.ts';
import { receiptSlip } from './receiptSlip.ts';
import { requestLetter } from './requestLetter.ts';
import { unitReport } from './unitReport.ts';
import { renderWord } from './word/renderWord.ts';

const tag = 'documents';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A name that every file system takes, and the Vietnamese one for browsers that read it (RFC 6266). */
const send = async (reply: FastifyReply, tree: DocumentTree, name: string) => {
  const plain = withoutMarks(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const bytes = await renderWord(tree);
  return reply
    .header('content-type', WORD)
    .header(
      'content-disposition',
      `attachment; filename="${plain}.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
    )
    .send(Buffer.from(bytes));
};

export const registerDocumentRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/document.docx',
      tag,
      summary: 'The report as Word',
      params: reportParams,
    },
    async (ctx, { params, reply }) => {
      const tree = await unitReport(ctx, params.campaignId, params.unitId);
      return send(reply, tree, `Báo cáo CCHC ${tree.head.body.replace(/\n/g, ' ')}`);
    },
  );
  query(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/receipt.docx',
      tag,
      summary: 'The receipt as Word',
      params: reportParams,
    },
    async (ctx, { params, reply }) => {
      const tree = await receiptSlip(ctx, params.campaignId, params.unitId);
      return send(reply, tree, 'Phiếu tiếp nhận');
    },
  );
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/request.docx',
      tag,
      summary: 'The request as a công văn in Word',
      params: campaignParams,
    },
    async (ctx, { params, reply }) =>
      send(reply, await requestLetter(ctx, params.campaignId), 'Công văn yêu cầu báo cáo CCHC'),
  );
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/report.docx',
      tag,
      summary: "The district's report as Word",
      params: campaignParams,
    },
    async (ctx, { params, reply }) =>
      send(reply, await districtReport(ctx, params.campaignId), 'Báo cáo CCHC của huyện'),
  );
};
