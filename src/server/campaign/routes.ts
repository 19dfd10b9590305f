import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  amendWire,
  campaignParams,
  chooseTemplateWire,
  draftWire,
  editWire,
  issueWire,
  nextWire,
  sendCampaignBackWire,
  versionWire,
} from '../../core/campaign/wire.ts';
import type { Services, WriteContext } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { amendRequest } from './amend.ts';
import { chooseTemplate } from './chooseTemplate.ts';
import { draftCampaign } from './draft.ts';
import { draftNext, draftYear } from './draftNext.ts';
import { editCampaign } from './edit.ts';
import { issueRequest } from './issue.ts';
import { passRequestToSign } from './passToSign.ts';
import { sendRequestBack } from './sendBack.ts';
import { signRequest } from './sign.ts';
import { versionOf } from './views/versions.ts';
import { campaignAnswer, campaigns } from './views.ts';

const tag = 'campaign';
const at = '/api/campaigns/:campaignId';

export const registerCampaignRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(
    app,
    services,
    { url: '/api/campaigns', tag, summary: 'Requests the caller may see', query: z.object({}) },
    campaigns,
  );
  query(
    app,
    services,
    { url: at, tag, summary: 'One request with its letter, gaps and advice', params },
    (ctx, { params: p }) => campaignAnswer(ctx, p.campaignId),
  );
  command(
    app,
    services,
    { url: '/api/campaigns', tag, summary: 'Begin a request from the text of a letter', body: draftWire },
    async (ctx, { body }) =>
      campaignAnswer(ctx, await draftCampaign(ctx, body.text ?? null, body.fileName ?? null)),
  );
  command(
    app,
    services,
    { url: `${at}/next`, tag, summary: 'Draft the next period from this request', params, body: nextWire },
    async (ctx, { params: p, body }) =>
      campaignAnswer(ctx, await draftNext(ctx, p.campaignId, body.period ?? null)),
  );
  command(
    app,
    services,
    { url: `${at}/year`, tag, summary: 'Draft the rest of the yearly regime ahead', params },
    async (ctx, { params: p }) => ({ drafted: await draftYear(ctx, p.campaignId) }),
  );
  const verb = <B extends z.ZodType>(
    name: string,
    summary: string,
    body: B,
    perform: (ctx: WriteContext, id: string, body: z.infer<B>) => Promise<void>,
    method: 'POST' | 'PUT' = 'POST',
  ): void =>
    command(
      app,
      services,
      { method, url: `${at}${name}`, tag, summary, params, body },
      async (ctx, { params: p, body: b }) => {
        await perform(ctx, p.campaignId, b);
        return campaignAnswer(ctx, p.campaignId);
      },
    );
  command(
    app,
    services,
    {
      url: `${at}/amend`,
      tag,
      summary: 'Change what was issued by a new version, or say what that would do',
      params,
      body: amendWire,
    },
    (ctx, { params: p, body }) => amendRequest(ctx, p.campaignId, body),
  );
  query(
    app,
    services,
    {
      url: `${at}/versions/:number`,
      tag,
      summary: 'One version of what was issued, whole',
      params: campaignParams.extend({ number: z.coerce.number().int().min(1) }),
    },
    async (ctx, { params: p }) => {
      await campaignAnswer(ctx, p.campaignId);
      return versionOf(ctx, p.campaignId, p.number);
    },
  );
  verb('', 'Correct the draft', editWire, (ctx, id, b) => editCampaign(ctx, id, b.version, b.request), 'PUT');
  verb('/template', 'Choose the version that units report by', chooseTemplateWire, (ctx, id, b) =>
    chooseTemplate(ctx, id, b.version, b.template),
  );
  verb('/pass-to-sign', 'Pass for signature', versionWire, (ctx, id, b) =>
    passRequestToSign(ctx, id, b.version),
  );
  verb('/send-back', 'The signer gives it back', sendCampaignBackWire, (ctx, id, b) =>
    sendRequestBack(ctx, id, b.version, b.reason),
  );
  verb('/sign', 'Sign the request', versionWire, (ctx, id, b) => signRequest(ctx, id, b.version));
  verb('/issue', 'Registry gives number and day, and issues', issueWire, (ctx, id, b) =>
    issueRequest(ctx, id, b.version, { number: b.number ?? null, symbol: b.symbol, day: b.day ?? null }),
  );
};
