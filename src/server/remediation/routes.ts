import type { FastifyInstance, FastifyReply } from 'fastify';
import { readPublished } from '../../core/scoring/readPublished.ts';
import type { PublishedPreview } from '../../core/scoring/remediationAnswers.ts';
import {
  publishedWire,
  remedyParams,
  remedyWire,
  thresholdWire,
  yearQuery,
} from '../../core/scoring/wire.ts';
import { taskEvidenceWire } from '../../core/tasks/wire.ts';
import { readExcel } from '../excel/readExcel.ts';
import type { Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { myOffice } from '../scoring/views/offices.ts';
import { unitsUnder } from '../scoring/views/units.ts';
import { changeLine, chooseThreshold, citeForLine, importResults, unciteForLine } from './change.ts';
import { publishedForm } from './forms.ts';
import { remediationAnswer } from './views/list.ts';

const tag = 'remediation';
const list = '/api/remediation';
const one = `${list}/:unitId/:year/:criterion`;
const results = '/api/published-results';

const sendXlsx = (reply: FastifyReply, plain: string, name: string, bytes: Uint8Array) =>
  reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header(
      'content-disposition',
      `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    )
    .send(Buffer.from(bytes));

/** What units do about low marks of a published index, and the results themselves where they were scored elsewhere. */
export const registerRemediationRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: list, tag, summary: 'Low marks and what is done about them', query: yearQuery },
    (ctx, { query: q }) => remediationAnswer(ctx, q.year),
  );
  command(
    app,
    services,
    { url: one, tag, summary: 'Change a line', params: remedyParams, body: remedyWire },
    async (ctx, { params, body: { version, ...now } }) => {
      await changeLine(ctx, params, version, now);
      return remediationAnswer(ctx, params.year);
    },
  );
  command(
    app,
    services,
    { url: `${one}/evidence`, tag, summary: 'Cite a document', params: remedyParams, body: taskEvidenceWire },
    async (ctx, { params, body }) => {
      await citeForLine(ctx, params, body);
      return remediationAnswer(ctx, params.year);
    },
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${one}/evidence`,
      tag,
      summary: 'Take a citation back',
      params: remedyParams,
      body: taskEvidenceWire,
    },
    async (ctx, { params, body }) => {
      await unciteForLine(ctx, params, body.evidenceId);
      return remediationAnswer(ctx, params.year);
    },
  );
  command(
    app,
    services,
    { url: `${list}/threshold`, tag, summary: 'Below which share a mark is low', body: thresholdWire },
    async (ctx, { body }) => {
      await chooseThreshold(ctx, body.year, body.share);
      return remediationAnswer(ctx, body.year);
    },
  );
  query(
    app,
    services,
    { url: `${results}/form.xlsx`, tag, summary: 'The Excel form for published results' },
    async (ctx, { reply }) => {
      const office = await myOffice(ctx);
      const units = await unitsUnder(ctx, office.authorityUnitId);
      return sendXlsx(
        reply,
        'ket-qua',
        'Biểu nhập kết quả đã công bố',
        await publishedForm(units.map((u) => u.name)),
      );
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: `${results}/preview`,
      tag,
      summary: 'What a filled form says; nothing is stored',
    },
    async (ctx, { request }): Promise<PublishedPreview> => {
      const office = await myOffice(ctx);
      const file = await fileOf(request);
      const read = await readExcel(file.bytes);
      if (!read.ok) throw refused(read.code, { name: file.name }, 422);
      return {
        fileName: file.name,
        ...readPublished(read.sheets, await unitsUnder(ctx, office.authorityUnitId)),
      };
    },
  );
  command(
    app,
    services,
    { url: results, tag, summary: 'Keep the confirmed results', body: publishedWire },
    async (ctx, { body }) => {
      await importResults(ctx, body);
      return remediationAnswer(ctx, body.year);
    },
  );
};
