import type { FastifyInstance, FastifyReply } from 'fastify';
import { campaignParams } from '../../../core/campaign/wire.ts';
import { takenWire } from '../../../core/consolidation/wire.ts';
import type { BookSheet } from '../../../core/documents/book.ts';
import { registerBook } from '../../../core/documents/registerBook.ts';
import { registerQuery } from '../../../core/registry/wire.ts';
import { writeBook } from '../../excel/writeBook.ts';
import type { Services } from '../../http/context.ts';
import { query } from '../../http/route.ts';
import { register } from '../../registry/views.ts';
import { fileName } from '../../report/views/fileName.ts';
import { fileHeader } from '../delivery.ts';
import { totalsSheets } from './totalsTable.ts';

const tag = 'documents';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const send = async (reply: FastifyReply, name: string, sheets: readonly BookSheet[]) =>
  reply
    .header('content-type', XLSX)
    .header('content-disposition', fileHeader(name, 'xlsx'))
    .send(Buffer.from(await writeBook(sheets, name)));

/** Spreadsheets that an office sends on. */
export const registerTableRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/totals.xlsx',
      tag,
      summary: 'Totals with formulas over what the units gave',
      params: campaignParams,
      query: takenWire,
    },
    async (ctx, { params, query: choice, reply }) =>
      send(
        reply,
        await fileName(ctx, 'Số liệu tổng hợp CCHC', params.campaignId),
        await totalsSheets(ctx, params.campaignId, choice),
      ),
  );
  query(
    app,
    services,
    {
      url: '/api/registry/outgoing.xlsx',
      tag,
      summary: 'The register of outgoing documents of a body and a year',
      query: registerQuery,
    },
    async (ctx, { query: q, reply }) => {
      const answer = await register(ctx, q);
      return send(reply, `Sổ văn bản đi ${answer.unit.name} ${answer.year}`, [registerBook(answer)]);
    },
  );
};
