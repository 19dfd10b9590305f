import type { FastifyInstance } from 'fastify';
import {
  basesBody,
  correctBody,
  documentParams,
  documentVersionBody,
  draftBody,
  issueDocumentBody,
  replaceBody,
  styleBody,
  styleQuery,
} from '../../../core/documents/wire.ts';
import { roundParams } from '../../../core/scoring/wire.ts';
import type { Services } from '../../http/context.ts';
import { command, query } from '../../http/route.ts';
import { type Delivery, FORMATS } from '../delivery.ts';
import { setStyle, styleAnswer } from '../setStyle.ts';
import { draftCorrection, draftReplacement } from './after.ts';
import { draftDocument } from './draft.ts';
import { draftIndexDecision } from './indexDecision.ts';
import { printedDocument } from './printed.ts';
import { discardDocument, issueDocument, setDocumentBases, signDocument } from './steps.ts';

const tag = 'registry';
const at = '/api/documents/:id';

/** Documents that the program drafts: signed, numbered, printed; replaced or corrected once they have left. */
export const registerOutgoingRoutes = (
  app: FastifyInstance,
  services: Services,
  delivery: Delivery,
): void => {
  const params = documentParams;
  command(
    app,
    services,
    { url: '/api/documents', tag, summary: 'Draft an outgoing document', body: draftBody },
    (ctx, { body: { unitId, unitIds, frozen, ...rest } }) =>
      draftDocument(ctx, {
        ...rest,
        unitId: unitId ?? null,
        unitIds: unitIds ?? null,
        frozen: frozen ?? null,
      }),
  );
  command(
    app,
    services,
    {
      url: '/api/rounds/:roundId/decision',
      tag,
      summary: 'Draft the decision that publishes a round',
      params: roundParams,
    },
    (ctx, { params: p }) => draftIndexDecision(ctx, p.roundId),
  );
  command(
    app,
    services,
    { url: `${at}/sign`, tag, summary: 'Sign an outgoing document', params, body: documentVersionBody },
    (ctx, { params: p, body }) => signDocument(ctx, p.id, body.version),
  );
  command(
    app,
    services,
    { url: `${at}/bases`, tag, summary: 'Word what a drafted decision rests on', params, body: basesBody },
    (ctx, { params: p, body }) => setDocumentBases(ctx, p.id, body.version, body.bases),
  );
  command(
    app,
    services,
    { url: `${at}/issue`, tag, summary: 'Give number and day, and issue', params, body: issueDocumentBody },
    (ctx, { params: p, body: { version, ...given } }) =>
      issueDocument(ctx, p.id, version, {
        number: given.number ?? null,
        day: given.day ?? null,
        symbol: given.symbol,
      }),
  );
  command(
    app,
    services,
    { url: `${at}/discard`, tag, summary: 'Discard a draft', params, body: documentVersionBody },
    (ctx, { params: p, body }) => discardDocument(ctx, p.id, body.version),
  );
  command(
    app,
    services,
    { url: `${at}/replace`, tag, summary: 'Draft what replaces a document', params, body: replaceBody },
    (ctx, { params: p, body }) => draftReplacement(ctx, p.id, body.frozen ?? null, body.note),
  );
  command(
    app,
    services,
    { url: `${at}/correct`, tag, summary: 'Draft a công văn đính chính', params, body: correctBody },
    (ctx, { params: p, body }) => draftCorrection(ctx, p.id, body.points, body.note),
  );
  query(
    app,
    services,
    { url: '/api/registry/style', tag, summary: 'How the documents of a body look', query: styleQuery },
    (ctx, { query: q }) => styleAnswer(ctx, q.unitId),
  );
  command(
    app,
    services,
    {
      method: 'PUT',
      url: '/api/registry/style',
      tag,
      summary: 'Set how the documents of a body look',
      body: styleBody,
    },
    async (ctx, { body }) => {
      await setStyle(ctx, body.unitId, body.version, body.style);
      return styleAnswer(ctx, body.unitId);
    },
  );
  for (const format of ['docx', 'pdf'] as const)
    query(
      app,
      services,
      {
        url: `${at}/document.${format}`,
        tag,
        summary: `An outgoing document as ${FORMATS[format].name}`,
        params,
      },
      async (ctx, { params: p, reply }) => {
        const { tree, subject } = await printedDocument(ctx, p.id);
        return delivery.send(reply, format, { tree, name: subject.slice(0, 80) });
      },
    );
};
