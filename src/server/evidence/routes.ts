import type { FastifyInstance } from 'fastify';
import {
  beginWire,
  changeWire,
  detailsWire,
  evidenceParams,
  listQuery,
  pieceParams,
  uploadParams,
} from '../../core/evidence/wire.ts';
import type { Services } from '../http/context.ts';
import { refused } from '../http/failures.ts';
import { command, query } from '../http/route.ts';
import { addEvidence } from './add.ts';
import { changeEvidence, withdrawEvidence } from './change.ts';
import { readFileByHash } from './files.ts';
import { begin, type Gathered, gather, takePiece, uploadOf } from './uploads.ts';
import { documentList, documentOf } from './views/documents.ts';

const tag = 'evidence';
const at = '/api/evidence';

/** Documents that a unit keeps as evidence. Files come in pieces, so that a dead line costs one piece. */
export const registerEvidenceRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: at, tag, summary: 'Documents that the caller may read', query: listQuery },
    (ctx, { query: wanted }) => documentList(ctx, wanted),
  );
  query(
    app,
    services,
    { url: `${at}/:id`, tag, summary: 'One document', params: evidenceParams },
    (ctx, { params }) => documentOf(ctx, params.id),
  );
  query(
    app,
    services,
    { url: `${at}/:id/file`, tag, summary: 'The file of a document', params: evidenceParams },
    async (ctx, { params, reply }) => {
      const document = await documentOf(ctx, params.id);
      if (document.scan === 'infected') throw refused('evidence.infectedKept', {}, 403);
      // Shown in the browser only where nothing in it can run; Office files are saved.
      const shown = document.mediaType === 'application/pdf' || document.mediaType.startsWith('image/');
      return reply
        .header('content-type', document.mediaType)
        .header('etag', `"${document.hash}"`)
        .header(
          'content-disposition',
          `${shown ? 'inline' : 'attachment'}; filename="tai-lieu"; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
        )
        .send(Buffer.from(await readFileByHash(services, document.hash)));
    },
  );
  command(
    app,
    services,
    { url: `${at}/uploads`, tag, summary: 'Begin to send a file, or go on with it', body: beginWire },
    (ctx, { body }) => begin(ctx, body),
  );
  query(
    app,
    services,
    { url: `${at}/uploads/:id`, tag, summary: 'How much of a file has come', params: uploadParams },
    (ctx, { params }) => uploadOf(ctx, params.id),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: `${at}/uploads/:id/:start`,
      tag,
      summary: 'A piece of the file (application/octet-stream) that begins at the given byte',
      params: pieceParams,
    },
    (ctx, { params, request }) => takePiece(ctx, params.id, params.start, request.body),
  );
  command(
    app,
    services,
    {
      url: `${at}/uploads/:id/finish`,
      tag,
      summary: 'Keep the whole file as a document',
      params: uploadParams,
      body: detailsWire,
    },
    (ctx, { params, body }, gathered: Gathered | undefined) => addEvidence(ctx, params.id, gathered, body),
    { prepare: (ctx, { params }) => gather(ctx, params.id) },
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: `${at}/:id`,
      tag,
      summary: 'Correct number, day, issuer, abstract, pages',
      params: evidenceParams,
      body: changeWire,
    },
    (ctx, { params, body: { version, ...details } }) => changeEvidence(ctx, params.id, version, details),
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${at}/:id`,
      tag,
      summary: 'Take away a document that nothing cites',
      params: evidenceParams,
    },
    (ctx, { params }) => withdrawEvidence(ctx, params.id),
  );
};
