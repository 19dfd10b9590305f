import type { FastifyInstance } from 'fastify';
import { attachStamped } from '../../core/report/attachStamped.ts';
import { reportParams } from '../../core/report/wire.ts';
import { keepFile, readFileByHash } from '../evidence/files.ts';
import type { Services } from '../http/context.ts';
import { notFound, refused } from '../http/failures.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { sha256 } from '../record/hash.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { keepOriginal, setReport } from './store.ts';
import { loadReport } from './views/load.ts';

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** The stamped PDF as the legal original: kept by its hash, which the fact and the report name; content stays as sent. */
export const registerStampedRoutes = (app: FastifyInstance, services: Services): void => {
  command(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/stamped',
      tag: 'report',
      summary: 'Registry attaches the stamped PDF (multipart "file")',
      params: reportParams,
    },
    async (ctx, { params, request }) => {
      const { bytes, name } = await fileOf(request);
      const loaded = await lockFor(ctx, params, 'register');
      if (!isPdf(bytes)) throw refused('report.stampedNotPdf', { name }, 422);
      const hash = sha256(bytes);
      await record(
        ctx,
        attachStamped(loaded.report, { hash, name, size: bytes.length }, ctx.person.personId),
      );
      // After the decision: a file that was refused leaves no bytes behind.
      await keepFile(ctx, bytes, name, 'application/pdf');
      await setReport(ctx, params, { stamped_file: hash });
      await keepOriginal(ctx, params, {
        // What is signed and not sent yet will be the next sending.
        revision: loaded.report.state === 'signed' ? loaded.report.revision + 1 : loaded.report.revision,
        hash,
        name,
        size: bytes.length,
      });
      return { hash, size: bytes.length };
    },
  );
  query(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/stamped.pdf',
      tag: 'report',
      summary: 'The stamped PDF',
      params: reportParams,
    },
    async (ctx, { params, reply }) => {
      await loadReport(ctx, params.campaignId, params.unitId);
      const row = await ctx.db
        .selectFrom('report')
        .select('stamped_file')
        .where('campaign_id', '=', params.campaignId)
        .where('unit_id', '=', params.unitId)
        .executeTakeFirst();
      if (!row?.stamped_file) throw notFound('stamped');
      const bytes = await readFileByHash(services, row.stamped_file);
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'attachment; filename="ban-dong-dau.pdf"')
        .send(bytes);
    },
  );
};
