import type { FastifyInstance } from 'fastify';
import {
  citeWire,
  contextWire,
  effortWire,
  lockWire,
  marksWire,
  openRoundWire,
  publishWire,
  roundParams,
  setParams,
  subjectParams,
  surveyWire,
  unciteWire,
  versionQuery,
  versionWire,
} from '../../core/scoring/wire.ts';
import type { Services } from '../http/context.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { citeForCriterion, unciteForCriterion } from './citing.ts';
import { lockStage } from './lock.ts';
import { saveStageMarks } from './marks.ts';
import { materialForm, materialPreview } from './material.ts';
import { publishRound } from './publish.ts';
import { markEffort, moveRoundVersion, openIndexRound, setRoundContext } from './round.ts';
import { keepRoundSurvey } from './survey.ts';
import { forecastAnswer } from './views/forecast.ts';
import { roundAnswer, roundsAnswer } from './views/rounds.ts';
import { sheetAnswer } from './views/sheet.ts';
import { versionPreview } from './views/versionPreview.ts';

const tag = 'scoring';
const rounds = '/api/rounds';
const one = `${rounds}/:roundId`;
const sheet = `${one}/units/:unitId`;

/** Rounds of the index and the sheets in them. Every verb answers with the sheet or round as it stands afterwards. */
export const registerRoundRoutes = (app: FastifyInstance, services: Services): void => {
  query(app, services, { url: rounds, tag, summary: 'Rounds of the index' }, (ctx) => roundsAnswer(ctx));
  query(
    app,
    services,
    { url: '/api/forecast', tag, summary: 'The index of the authority as if the year ended today' },
    (ctx) => forecastAnswer(ctx),
  );
  command(
    app,
    services,
    { url: rounds, tag, summary: 'Open a round', body: openRoundWire },
    async (ctx, { body }) => roundAnswer(ctx, await openIndexRound(ctx, body)),
  );
  query(
    app,
    services,
    { url: one, tag, summary: 'One round: its units side by side', params: roundParams },
    (ctx, { params }) => roundAnswer(ctx, params.roundId),
  );
  query(
    app,
    services,
    {
      url: `${one}/version`,
      tag,
      summary: 'What moving to another version of the set would do to every unit',
      params: roundParams,
      query: versionQuery,
    },
    (ctx, { params, query: q }) => versionPreview(ctx, params.roundId, q.to),
  );
  query(
    app,
    services,
    {
      url: `${one}/survey/form.xlsx`,
      tag,
      summary: 'The Excel form for survey results and figures',
      params: roundParams,
    },
    async (ctx, { params, reply }) =>
      reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="so-lieu-dot-cham.xlsx"')
        .send(Buffer.from(await materialForm(ctx, params.roundId))),
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: `${one}/survey/preview`,
      tag,
      summary: 'What a filled form says; nothing is stored',
      params: roundParams,
    },
    async (ctx, { params, request }) => materialPreview(ctx, params.roundId, await fileOf(request)),
  );
  command(
    app,
    services,
    { url: `${one}/survey`, tag, summary: 'Keep survey points', params: roundParams, body: surveyWire },
    async (ctx, { params, body }) => {
      await keepRoundSurvey(ctx, params.roundId, body);
      return roundAnswer(ctx, params.roundId);
    },
  );
  command(
    app,
    services,
    { url: `${one}/version`, tag, summary: 'Follow a revision', params: roundParams, body: versionWire },
    async (ctx, { params, body }) => {
      await moveRoundVersion(ctx, params.roundId, body.setVersion);
      return roundAnswer(ctx, params.roundId);
    },
  );
  command(
    app,
    services,
    { url: `${one}/context`, tag, summary: 'Numbers of the round', params: roundParams, body: contextWire },
    async (ctx, { params, body }) => {
      await setRoundContext(ctx, params.roundId, body.values);
      return roundAnswer(ctx, params.roundId);
    },
  );
  command(
    app,
    services,
    { url: `${one}/publish`, tag, summary: 'Publish the results', params: roundParams, body: publishWire },
    async (ctx, { params, body }) => {
      await publishRound(ctx, params.roundId, body);
      return roundAnswer(ctx, params.roundId);
    },
  );
  query(
    app,
    services,
    { url: sheet, tag, summary: 'One scoring sheet, all stages side by side', params: subjectParams },
    (ctx, { params }) => sheetAnswer(ctx, params.roundId, params.unitId),
  );
  for (const verb of ['score', 'appraise', 'explain'] as const)
    command(
      app,
      services,
      { url: `${sheet}/${verb}`, tag, summary: `Marks: ${verb}`, params: subjectParams, body: marksWire },
      async (ctx, { params, body }) => {
        await saveStageMarks(ctx, params, verb, body.marks);
        return sheetAnswer(ctx, params.roundId, params.unitId);
      },
    );
  for (const verb of ['lock-self', 'lock-appraisal', 'lock-explanation'] as const)
    command(
      app,
      services,
      { url: `${sheet}/${verb}`, tag, summary: `Lock: ${verb}`, params: subjectParams, body: lockWire },
      async (ctx, { params, body }) => {
        await lockStage(ctx, params, verb, body.version);
        return sheetAnswer(ctx, params.roundId, params.unitId);
      },
    );
  command(
    app,
    services,
    { url: `${sheet}/evidence`, tag, summary: 'Cite a document', params: subjectParams, body: citeWire },
    async (ctx, { params, body }) => {
      await citeForCriterion(ctx, params, body);
      return sheetAnswer(ctx, params.roundId, params.unitId);
    },
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${sheet}/evidence`,
      tag,
      summary: 'Take a citation back',
      params: subjectParams,
      body: unciteWire,
    },
    async (ctx, { params, body }) => {
      await unciteForCriterion(ctx, params, body);
      return sheetAnswer(ctx, params.roundId, params.unitId);
    },
  );
  command(
    app,
    services,
    {
      url: '/api/criteria-sets/:setId/effort',
      tag,
      summary: 'How hard points on a criterion are to gain',
      params: setParams,
      body: effortWire,
    },
    async (ctx, { params, body }) => {
      await markEffort(ctx, params.setId, body.criterion, body.effort);
      return {};
    },
  );
};
