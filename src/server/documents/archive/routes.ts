import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../../core/campaign/wire.ts';
import { documentParams } from '../../../core/documents/wire.ts';
import type { Services } from '../../http/context.ts';
import { notFound } from '../../http/failures.ts';
import { command, query } from '../../http/route.ts';
import { fileName } from '../../report/views/fileName.ts';
import type { Delivery } from '../delivery.ts';
import { fileHeader } from '../delivery.ts';
import { askForArchive, moveMyArchive } from './ask.ts';
import { pathOf } from './make.ts';
import { archivesOf } from './store.ts';
import { takeOnArchives } from './worker.ts';

const tag = 'documents';

/** 'bytes=100-' of a download that goes on; null: the whole. */
const rangeOf = (header: string | undefined, size: number): { from: number; to: number } | null => {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '') return null;
  const range = { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  return range.from <= range.to ? range : null;
};

export const registerArchiveRoutes = (app: FastifyInstance, services: Services, delivery: Delivery): void => {
  takeOnArchives(services, delivery.bytes);

  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/archives',
      tag,
      summary: 'Archives of sent reports that the caller asked for, with how far they are',
      params: campaignParams,
    },
    (ctx, { params }) => archivesOf(ctx, params.campaignId),
  );
  command(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/archives',
      tag,
      summary: 'Ask for all sent reports as one file',
      params: campaignParams,
      body: z.strictObject({ format: z.enum(['pdf', 'docx']) }),
    },
    (ctx, { params, body }) => askForArchive(ctx, params.campaignId, body.format),
  );
  for (const verb of ['cancel', 'resume'] as const)
    command(
      app,
      services,
      {
        url: `/api/archives/:id/${verb}`,
        tag,
        summary: verb === 'cancel' ? 'Stop making an archive' : 'Go on with an archive where it stopped',
        params: documentParams,
      },
      (ctx, { params }) => moveMyArchive(ctx, params.id, verb),
    );
  query(
    app,
    services,
    {
      url: '/api/archives/:id/archive.zip',
      tag,
      summary: 'The finished archive; a broken download goes on with a Range',
      params: documentParams,
    },
    async (ctx, { params, request, reply }) => {
      const archive = (await archivesOf(ctx)).find((one) => one.id === params.id && one.state === 'done');
      if (!archive) throw notFound('archive');
      const name = `${await fileName(ctx, 'Báo cáo CCHC', archive.campaignId)} – các đơn vị`;
      const range = rangeOf(request.headers.range, archive.bytes);
      const { from, to } = range ?? { from: 0, to: archive.bytes - 1 };
      return reply
        .status(range ? 206 : 200)
        .header('content-type', 'application/zip')
        .header('content-disposition', fileHeader(name, 'zip'))
        .header('accept-ranges', 'bytes')
        .header('etag', `"${archive.id}"`)
        .header('content-length', String(to - from + 1))
        .headers(range ? { 'content-range': `bytes ${from}-${to}/${archive.bytes}` } : {})
        .send(createReadStream(pathOf(services, params.id), { start: from, end: to }));
    },
  );
};
