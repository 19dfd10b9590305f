import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { WHO_MAY } from '../../core/report/allow.ts';
import { attachStamped } from '../../core/report/attachStamped.ts';
import { sendingOf } from '../../core/report/register.ts';
import { registerWire, reportParams } from '../../core/report/wire.ts';
import { type Examined, lookThrough } from '../evidence/examine.ts';
import { nameFile, readFileByHash, storeBytes } from '../evidence/files.ts';
import { keepFinding } from '../evidence/store.ts';
import type { Services } from '../http/context.ts';
import { forbidden, notFound, refused } from '../http/failures.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { record } from '../record/record.ts';
import { lockFor } from './permit.ts';
import { registerReport } from './register.ts';
import { keepOriginal, setReport } from './store.ts';
import { fileName } from './views/fileName.ts';
import { loadReport } from './views/load.ts';

/** Number, symbol and day may come with the file: then both are kept, or neither. */
type Come = {
  readonly file: Examined;
  readonly bytes: Buffer;
  readonly entry: z.infer<typeof registerWire> | undefined;
};

const entryOf = (fields: Readonly<Record<string, string>>): Come['entry'] => {
  if (Object.keys(fields).length === 0) return undefined;
  const read = registerWire.safeParse(fields);
  if (!read.success) throw refused('http.invalid', {}, 400);
  return read.data;
};

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** The stamped PDF as the legal original: kept by its hash, which the fact and the report name; content stays as sent. */
export const registerStampedRoutes = (app: FastifyInstance, services: Services): void => {
  command(
    app,
    services,
    {
      url: '/api/reports/:campaignId/:unitId/stamped',
      tag: 'report',
      summary:
        'Registry attaches the stamped PDF (multipart "file"), with "number", "symbol", "day" before it or without',
      params: reportParams,
    },
    async (ctx, { params }, come: Come | undefined) => {
      if (!come) throw new Error('a stamped PDF came without its file');
      const { file, bytes, entry } = come;
      if (entry) await registerReport(ctx, params, entry);
      const loaded = await lockFor(ctx, params, 'register');
      const { hash, name, size } = file;
      await record(ctx, attachStamped(loaded.report, { hash, name, size }, ctx.person.personId));
      // After the decision: a file that was refused leaves no bytes behind.
      await storeBytes(services, bytes);
      await nameFile(ctx, file);
      // An antivirus that was away looks at it later; what it finds then closes the file.
      await keepFinding(ctx, file);
      await setReport(ctx, params, { stamped_file: hash });
      await keepOriginal(ctx, params, {
        // What is signed and not sent yet will be the next sending.
        revision: sendingOf(loaded.report),
        hash,
        name,
        size,
      });
      return { hash, size };
    },
    // The gate of all foreign files: its content is read in the watched process and shown to the antivirus.
    {
      prepare: async (ctx, { params, request }) => {
        const { bytes, name, fields } = await fileOf(request);
        const { stances } = await loadReport(ctx, params.campaignId, params.unitId);
        if (!WHO_MAY.register.some((s) => stances.has(s))) throw forbidden({ verb: 'register' });
        if (!isPdf(bytes)) throw refused('report.stampedNotPdf', { name }, 422);
        const entry = entryOf(fields);
        return { file: await lookThrough(services, bytes, name), bytes, entry };
      },
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
      const seen = await ctx.db
        .selectFrom('file_finding')
        .where('hash', '=', row.stamped_file)
        .select('scan')
        .executeTakeFirst();
      if (seen?.scan === 'infected') throw refused('evidence.infectedKept', {}, 403);
      const bytes = await readFileByHash(services, row.stamped_file);
      const name = await fileName(ctx, 'Bản đóng dấu báo cáo CCHC', params.campaignId, params.unitId);
      return reply
        .header('content-type', 'application/pdf')
        .header(
          'content-disposition',
          `attachment; filename="ban-dong-dau.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
        )
        .send(bytes);
    },
  );
};
