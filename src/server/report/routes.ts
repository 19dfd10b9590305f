import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  answerWire,
  cellPlaceParams,
  citePlaceWire,
  extendWire,
  reasonWire,
  registerWire,
  reportParams,
  returnWire,
  saveWire,
  sendBackWire,
  signWire,
  uncitePlaceWire,
  workQuery,
} from '../../core/report/wire.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { command, query, statement } from '../http/route.ts';
import { acknowledgeRequest } from './acknowledge.ts';
import { answerPinOfReport } from './answerPin.ts';
import { beginReceivingReport } from './beginReceiving.ts';
import { registerBoardRoutes } from './boardRoutes.ts';
import { citeInReport, unciteInReport } from './evidence.ts';
import { registerExcelRoutes } from './excel/routes.ts';
import { extendReport } from './extend.ts';
import { giveReasonFor } from './giveReason.ts';
import { passReportToSign } from './passToSign.ts';
import { receiveReport } from './receive.ts';
import { receiveTogether } from './receiveUnread.ts';
import { registerReport } from './register.ts';
import { returnReportToUnit } from './returnReport.ts';
import { saveReport } from './save.ts';
import { sendReportBack } from './sendBack.ts';
import { signReport } from './sign.ts';
import { registerStampedRoutes } from './stamped.ts';
import { registerStampedSignatures } from './stampedSignatures.ts';
import { submitReport } from './submit.ts';
import { reportAnswer } from './views/answer.ts';
import { cellHistory } from './views/cellHistory.ts';
import { differences } from './views/differences.ts';
import { checkReceipt } from './views/receiptCheck.ts';
import { unitHistory } from './views/unitHistory.ts';
import { work } from './views/work.ts';
import { withdrawReport } from './withdraw.ts';

const tag = 'report';
const at = '/api/reports/:campaignId/:unitId';

/** Read after the commit: while it is put together nobody waits for the number of the next receipt. */
const thenReport = {
  answer: (ctx: ReadContext, { params: p }: { readonly params: z.infer<typeof reportParams> }) =>
    reportAnswer(ctx, p.campaignId, p.unitId),
};

/** Verbs answer with the report as it is now: what may follow is in it, so no screen guesses. */
export const registerReportRoutes = (app: FastifyInstance, services: Services): void => {
  const params = reportParams;
  query(
    app,
    services,
    { url: '/api/work', tag, summary: 'What the caller must do, in order', query: workQuery },
    (ctx, { query: { over } }) => work(ctx, over === 'true'),
  );
  registerBoardRoutes(app, services);
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/units/:unitId/history',
      tag,
      summary: 'A unit over the periods, and who spoke with it about this one',
      params: reportParams,
    },
    (ctx, { params: p }) => unitHistory(ctx, p.campaignId, p.unitId),
  );
  query(
    app,
    services,
    { url: at, tag, summary: 'One report with everything a screen needs', params },
    (ctx, { params: p }) => reportAnswer(ctx, p.campaignId, p.unitId),
  );
  query(
    app,
    services,
    {
      url: `${at}/differences`,
      tag,
      summary: 'What changed since the sending before, or what a named sending changed',
      params,
      query: z.object({ of: z.coerce.number().int().min(2).optional() }),
    },
    (ctx, { params: p, query: { of } }) => differences(ctx, p.campaignId, p.unitId, of),
  );
  query(
    app,
    services,
    {
      url: `${at}/cells/:form/:row/:column`,
      tag,
      summary: 'What stood in one cell, who wrote it and when',
      params: cellPlaceParams,
    },
    (ctx, { params: p }) => cellHistory(ctx, p.campaignId, p.unitId, p),
  );
  statement(
    app,
    services,
    { url: `${at}/save`, tag, summary: 'Save changed cells and words', params, body: saveWire },
    (ctx, { params: p, body }, key) => saveReport(ctx, p, body, key),
  );
  command(
    app,
    services,
    { url: `${at}/reasons`, tag, summary: 'Explain a warning', params, body: reasonWire },
    async (ctx, { params: p, body }) => {
      await giveReasonFor(ctx, p, body.check, body.reason);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/evidence`, tag, summary: 'Cite a document at a place', params, body: citePlaceWire },
    async (ctx, { params: p, body }) => {
      await citeInReport(ctx, p, body);
    },
    thenReport,
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${at}/evidence`,
      tag,
      summary: 'Take a citation away',
      params,
      body: uncitePlaceWire,
    },
    async (ctx, { params: p, body }) => {
      await unciteInReport(ctx, p, body);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/acknowledge`, tag, summary: 'Confirm that the request was seen', params },
    async (ctx, { params: p }) => {
      await acknowledgeRequest(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/pass-to-sign`, tag, summary: 'Pass for signature', params },
    async (ctx, { params: p }) => {
      await passReportToSign(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/send-back`, tag, summary: 'The signer gives it back', params, body: sendBackWire },
    async (ctx, { params: p, body }) => {
      await sendReportBack(ctx, p, body.reason);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/sign`, tag, summary: 'Sign, and submit in the same act', params, body: signWire },
    async (ctx, { params: p, body }) => {
      await signReport(ctx, p, body.contentHash);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/submit`, tag, summary: 'Registry submits what was signed', params },
    async (ctx, { params: p }) => {
      await submitReport(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/withdraw`, tag, summary: 'Take back before receiving begins', params },
    async (ctx, { params: p }) => {
      await withdrawReport(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/begin-receiving`, tag, summary: 'Begin to receive', params },
    async (ctx, { params: p }) => {
      await beginReceivingReport(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/receive`, tag, summary: 'Receive', params },
    async (ctx, { params: p }) => {
      await receiveReport(ctx, p);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/return`, tag, summary: 'Return with pins and a new date', params, body: returnWire },
    async (ctx, { params: p, body }) => {
      await returnReportToUnit(ctx, p, body.pins, body.resendBy);
    },
    thenReport,
  );
  command(
    app,
    services,
    {
      url: `${at}/pins/:number/answer`,
      tag,
      summary: 'Answer a pin',
      params: reportParams.extend({ number: z.coerce.number().int().min(1) }),
      body: answerWire,
    },
    async (ctx, { params: p, body }) => {
      await answerPinOfReport(ctx, p, p.number, body.answer);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/register`, tag, summary: 'Registry adds number and date', params, body: registerWire },
    async (ctx, { params: p, body }) => {
      await registerReport(ctx, p, body);
    },
    thenReport,
  );
  command(
    app,
    services,
    { url: `${at}/extend`, tag, summary: 'Extend by a written decision', params, body: extendWire },
    async (ctx, { params: p, body }) => {
      await extendReport(ctx, p, body);
    },
    thenReport,
  );
  command(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/receive',
      tag,
      summary: 'Receive together what came back answered and changed nowhere else',
      params: z.object({ campaignId: z.uuid() }),
      body: z.strictObject({ unitIds: z.array(z.uuid()).min(1).max(200) }),
    },
    (ctx, { params: p, body }) => receiveTogether(ctx, p.campaignId, body.unitIds),
  );
  registerStampedRoutes(app, services);
  registerStampedSignatures(app, services);
  registerExcelRoutes(app, services);
  app.get(
    '/api/public/receipts/:code',
    {
      config: { public: true },
      schema: {
        tags: [tag],
        summary: 'Check a receipt without sign-in',
        params: z.object({ code: z.string().max(40) }),
        querystring: z.object({ hash: z.string().max(100).optional(), mark: z.string().max(40).optional() }),
      },
    },
    async (request) => {
      const { code } = request.params as { code: string };
      const { hash, mark } = request.query as { hash?: string; mark?: string };
      return checkReceipt(services.db, code, hash, mark);
    },
  );
};
