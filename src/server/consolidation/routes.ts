import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignParams } from '../../core/campaign/wire.ts';
import {
  askWire,
  choiceWire,
  commentWire,
  correctWire,
  decideWire,
  dropUnitWire,
  fillWire,
  freezeWire,
  giveWire,
  handUpWire,
  leaveOutWire,
  sectionParams,
  sourcesWire,
  spotWire,
  versionParams,
  writeWire,
  yearWire,
} from '../../core/consolidation/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { closeForGood } from './close.ts';
import { commentDraft, settleDraftComment } from './comment.ts';
import { contributions } from './contributions.ts';
import { correctForTotal } from './correct.ts';
import { decideAboutChanges } from './decideAfter.ts';
import { draftView, sectionHistory } from './draft.ts';
import { fillDraft } from './fill.ts';
import { freezeVersion } from './freeze.ts';
import { frozenView } from './frozenView.ts';
import { handVersionUp } from './handUp.ts';
import { leaveUnitOut } from './leaveOut.ts';
import { askPartner, givePart, partnerParts } from './partners.ts';
import { sectionSources } from './sources.ts';
import { takeChangeBack } from './takeBack.ts';
import { totals } from './views/totals.ts';
import { dropUnitFromDraft, type Wanted, writeDraft } from './write.ts';
import { yearView } from './year.ts';

const tag = 'consolidation';
const at = '/api/campaigns/:campaignId';

export const registerConsolidationRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    {
      url: `${at}/totals`,
      tag,
      summary: 'Totals of the reports that count, by indicator and scope',
      params,
      query: choiceWire,
      replica: true,
    },
    (ctx, { params: p, query: choice }) => totals(ctx, p.campaignId, choice),
  );
  query(
    app,
    services,
    {
      url: `${at}/contributions`,
      tag,
      summary: 'Who gave what to one total',
      params,
      query: spotWire,
      replica: true,
    },
    (ctx, { params: p, query: { form, row, column, ...choice } }) =>
      contributions(ctx, p.campaignId, { form, row, column }, choice),
  );
  query(
    app,
    services,
    {
      url: `${at}/year`,
      tag,
      summary: 'Windows of a year side by side, never added',
      params,
      query: yearWire,
      replica: true,
    },
    (ctx, { params: p, query: { year } }) => yearView(ctx, p.campaignId, year ?? null),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/leave-out`,
      tag,
      summary: 'Leave a unit out of the totals with a reason',
      params,
      body: leaveOutWire,
    },
    (ctx, { params: p, body }) => leaveUnitOut(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/correct`,
      tag,
      summary: 'Correct a unit’s value for the totals with a reason',
      params,
      body: correctWire,
    },
    (ctx, { params: p, body }) => correctForTotal(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/total-changes/:changeId/take-back`,
      tag,
      summary: 'Take back what was changed for the totals',
      params: campaignParams.extend({ changeId: z.uuid() }),
    },
    (ctx, { params: p }) => takeChangeBack(ctx, p.campaignId, p.changeId),
  );
  registerDraftRoutes(app, services);
  registerPartnerRoutes(app, services);
  registerFrozenRoutes(app, services);
};

const registerDraftRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    { url: `${at}/draft`, tag, summary: 'The authority’s own report as it is being written', params },
    (ctx, { params: p }) => draftView(ctx, p.campaignId),
  );
  query(
    app,
    services,
    {
      url: `${at}/draft/sections/:sectionId/sources`,
      tag,
      summary: 'What units wrote that a section may take in',
      params: sectionParams,
      query: sourcesWire,
    },
    (ctx, { params: p, query: { find } }) => sectionSources(ctx, p.campaignId, p.sectionId, find ?? ''),
  );
  query(
    app,
    services,
    {
      url: `${at}/draft/sections/:sectionId/history`,
      tag,
      summary: 'Saved versions of a section',
      params: sectionParams,
    },
    (ctx, { params: p }) => sectionHistory(ctx, p.campaignId, p.sectionId),
  );
  command(
    app,
    services,
    {
      url: `${at}/draft/sections/:sectionId`,
      tag,
      summary: 'Save a section',
      params: sectionParams,
      body: writeWire,
    },
    (ctx, { params: p, body }) => writeDraft(ctx, p.campaignId, p.sectionId, body as Wanted),
  );
  command(
    app,
    services,
    {
      url: `${at}/draft/sections/:sectionId/comments`,
      tag,
      summary: 'Comment on a section or a sentence',
      params: sectionParams,
      body: commentWire,
    },
    (ctx, { params: p, body }) => commentDraft(ctx, p.campaignId, p.sectionId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/draft/comments/:commentId/settle`,
      tag,
      summary: 'Mark a comment as settled',
      params: campaignParams.extend({ commentId: z.uuid() }),
    },
    (ctx, { params: p }) => settleDraftComment(ctx, p.campaignId, p.commentId),
  );
  command(
    app,
    services,
    {
      url: `${at}/draft/fill`,
      tag,
      summary: 'Begin empty sections with the leads’ words and the tables',
      params,
      body: fillWire,
    },
    (ctx, { params: p, body }) => fillDraft(ctx, p.campaignId, body.section),
  );
  command(
    app,
    services,
    { url: `${at}/draft/drop-unit`, tag, summary: 'Take a unit’s words out', params, body: dropUnitWire },
    (ctx, { params: p, body }) => dropUnitFromDraft(ctx, p.campaignId, body),
  );
};

const registerPartnerRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    { url: `${at}/partners`, tag, summary: 'Parts that partners give to leads', params },
    (ctx, { params: p }) => partnerParts(ctx, p.campaignId),
  );
  command(
    app,
    services,
    { url: `${at}/partners/ask`, tag, summary: 'Ask a partner for its part by a day', params, body: askWire },
    (ctx, { params: p, body }) => askPartner(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    { url: `${at}/partners/give`, tag, summary: 'Give the lead one’s part', params, body: giveWire },
    (ctx, { params: p, body }) => givePart(ctx, p.campaignId, body),
  );
};

const registerFrozenRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    { url: `${at}/frozen`, tag, summary: 'Frozen versions and what moved since the newest', params },
    (ctx, { params: p }) => frozenView(ctx, p.campaignId),
  );
  command(
    app,
    services,
    { url: `${at}/frozen`, tag, summary: 'Freeze figures, words and sources', params, body: freezeWire },
    (ctx, { params: p, body }) => freezeVersion(ctx, p.campaignId, body),
  );
  command(
    app,
    services,
    {
      url: `${at}/frozen/:number/decide`,
      tag,
      summary: 'Decide about changes after freezing',
      params: versionParams,
      body: decideWire,
    },
    (ctx, { params: p, body }) => decideAboutChanges(ctx, p.campaignId, { number: p.number, ...body }),
  );
  command(
    app,
    services,
    {
      url: `${at}/frozen/:number/hand-up`,
      tag,
      summary: 'Make a frozen version the report to the level above',
      params: versionParams,
      body: handUpWire,
    },
    (ctx, { params: p, body }) => handVersionUp(ctx, p.campaignId, p.number, body.upperCampaignId),
  );
  command(
    app,
    services,
    { url: `${at}/close`, tag, summary: 'Close the campaign', params },
    (ctx, { params: p }) => closeForGood(ctx, p.campaignId),
  );
};
