import type { FastifyInstance } from 'fastify';
import type { PdfSignature } from '../../core/evidence/signature.ts';
import { reportParams } from '../../core/report/wire.ts';
import { inspectFile } from '../evidence/examine.ts';
import { readFileByHash } from '../evidence/files.ts';
import type { Services } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { query } from '../http/route.ts';
import { loadReport } from './views/load.ts';

/** What the legal original says by its digital signatures, read anew: trust and revocation lists may have changed. */
export const registerStampedSignatures = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/stamped/signatures',
      tag: 'report',
      summary: 'Integrity, signer and revocation of each digital signature of the stamped PDF',
      params: reportParams,
    },
    async (
      ctx,
      { params },
    ): Promise<{ readonly hash: string; readonly signatures: readonly PdfSignature[] }> => {
      await loadReport(ctx, params.campaignId, params.unitId);
      const row = await ctx.db
        .selectFrom('report')
        .innerJoin('stored_file', 'stored_file.hash', 'report.stamped_file')
        .select(['stored_file.hash', 'stored_file.name'])
        .where('campaign_id', '=', params.campaignId)
        .where('unit_id', '=', params.unitId)
        .executeTakeFirst();
      if (!row) throw notFound('stamped');
      const bytes = Buffer.from(await readFileByHash(services, row.hash));
      return { hash: row.hash, signatures: (await inspectFile(services, bytes, row.name)).signatures };
    },
  );
};
