import type { FastifyInstance } from 'fastify';
import { keepSetWire, setParams, setQuery } from '../../core/scoring/wire.ts';
import type { Services } from '../http/context.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { keepCriteriaSet } from './keepSet.ts';
import { registerRoundRoutes } from './roundRoutes.ts';
import { setForm } from './setForm.ts';
import { criteriaTemplate } from './template.ts';
import { setPreview } from './views/setPreview.ts';
import { setAnswer, setsAnswer } from './views/sets.ts';

const tag = 'scoring';
const sets = '/api/criteria-sets';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const registerScoringRoutes = (app: FastifyInstance, services: Services): void => {
  query(app, services, { url: sets, tag, summary: 'Sets of criteria' }, (ctx) => setsAnswer(ctx));
  query(
    app,
    services,
    { url: `${sets}/form.xlsx`, tag, summary: 'The Excel form for a set of criteria' },
    async (_ctx, { reply }) =>
      reply
        .header('content-type', XLSX)
        .header(
          'content-disposition',
          `attachment; filename="bo-tieu-chi.xlsx"; filename*=UTF-8''${encodeURIComponent('Biểu nhập bộ tiêu chí.xlsx')}`,
        )
        .send(Buffer.from(await criteriaTemplate())),
  );
  query(
    app,
    services,
    {
      url: `${sets}/:setId`,
      tag,
      summary: 'One set with its rules in words and its versions',
      params: setParams,
      query: setQuery,
    },
    (ctx, { params, query: q }) => setAnswer(ctx, params.setId, q.version),
  );
  query(
    app,
    services,
    {
      url: `${sets}/:setId/form.xlsx`,
      tag,
      summary: 'A set in its own Excel form, to mend and bring back',
      params: setParams,
      query: setQuery,
    },
    async (ctx, { params, query: q, reply }) =>
      reply
        .header('content-type', XLSX)
        .header('content-disposition', `attachment; filename="bo-tieu-chi.xlsx"`)
        .send(Buffer.from(await setForm(ctx, params.setId, q.version))),
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: `${sets}/preview`,
      tag,
      summary: 'What a filled form would do; nothing is stored',
    },
    async (ctx, { request }) => setPreview(ctx, await fileOf(request)),
  );
  command(
    app,
    services,
    { url: sets, tag, summary: 'Keep the confirmed set', body: keepSetWire },
    async (ctx, { body }) => setAnswer(ctx, await keepCriteriaSet(ctx, body.set, body.reason)),
  );
  registerRoundRoutes(app, services);
};
