import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { withoutMarks } from '../../../core/kernel/search.ts';
import { reportParams, takeWire } from '../../../core/report/wire.ts';
import type { Services } from '../../http/context.ts';
import { fileOf } from '../../http/file.ts';
import { command, query } from '../../http/route.ts';
import { formAsCsv, formAsExcel } from './form.ts';
import { previewAnyForm, previewForm } from './preview.ts';
import { takeForm } from './take.ts';

const tag = 'report';
const at = '/api/reports/:campaignId/:unitId';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A name that every file system takes, and the Vietnamese one for browsers that read it (RFC 6266). */
const named = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .header('content-type', type)
    .header(
      'content-disposition',
      `attachment; filename="${withoutMarks(name).replace(/[^a-z0-9.]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );

/** The forms of a report out of the program and back (C9). */
export const registerExcelRoutes = (app: FastifyInstance, services: Services): void => {
  const params = reportParams;
  query(
    app,
    services,
    { url: `${at}/form.xlsx`, tag, summary: 'The forms to fill in a spreadsheet', params },
    async (ctx, { params: p, reply }) => {
      const { bytes, name } = await formAsExcel(ctx, p);
      return named(reply, XLSX, name).send(Buffer.from(bytes));
    },
  );
  query(
    app,
    services,
    { url: `${at}/form.csv`, tag, summary: 'The figures as CSV, one line a cell', params },
    async (ctx, { params: p, reply }) => {
      const { text, name } = await formAsCsv(ctx, p);
      return named(reply, 'text/csv; charset=utf-8', name).send(text);
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: `${at}/form/preview`,
      tag,
      summary: 'What a filled form (multipart "file", .xlsx or .csv) would change; nothing is stored',
      params,
    },
    async (ctx, { params: p, request }) => previewForm(ctx, p, await fileOf(request)),
  );
  command(
    app,
    services,
    {
      url: `${at}/form`,
      tag,
      summary: 'Take the confirmed cells of a form, as the unit',
      params,
      body: takeWire,
    },
    (ctx, { params: p, body }) => takeForm(ctx, p, body, 'edit'),
  );
  command(
    app,
    services,
    {
      url: `${at}/bring-in`,
      tag,
      summary: 'Take the confirmed cells of a form for the unit, as the receiving office',
      params,
      body: takeWire,
    },
    (ctx, { params: p, body }) => takeForm(ctx, p, body, 'bring-in'),
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: '/api/campaigns/:campaignId/forms/preview',
      tag,
      summary: "What one of many units' forms would change; whose it is stands in the file",
      params: z.object({ campaignId: z.uuid() }),
    },
    async (ctx, { params: p, request }) => previewAnyForm(ctx, p.campaignId, await fileOf(request)),
  );
};
