import type { FastifyInstance } from 'fastify';
import {
  contactBody,
  mailChoiceBody,
  mailParams,
  noticesQuery,
  previewParams,
  readBody,
  remindBody,
  remindParams,
  rulesBody,
} from '../../core/notifications/wire.ts';
import type { Services } from '../http/context.ts';
import { command, query } from '../http/route.ts';
import { unitHistory } from '../report/views/unitHistory.ts';
import { noteContactWith } from './contact.ts';
import { mailChoice, setMailChoice } from './mailChoice.ts';
import { remindUnits } from './remind.ts';
import { sendMailAgain } from './sendAgain.ts';
import { reminderPreview, reminderRules, setReminderRules } from './setRules.ts';
import { markRead } from './store.ts';
import { myNotices, outgoingMail } from './views.ts';

const tag = 'notifications';

export const registerNotificationRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    { url: '/api/notices', tag, summary: 'Own notices, newest first', query: noticesQuery },
    (ctx, { query }) => myNotices(ctx, query.limit),
  );
  command(
    app,
    services,
    { url: '/api/notices/read', tag, summary: 'Mark own notices as read', body: readBody },
    async (ctx, { body }) => {
      const read = await markRead(ctx, body.ids);
      return { read, ...(await myNotices(ctx)) };
    },
  );
  command(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/remind',
      tag,
      summary: 'Remind those of the units that owe',
      params: remindParams,
      body: remindBody,
    },
    (ctx, { params, body }) => remindUnits(ctx, params.campaignId, body.unitIds),
  );
  const rules = '/api/campaigns/:campaignId/reminder-rules';
  query(
    app,
    services,
    { url: rules, tag, summary: 'When and whom a campaign reminds by itself', params: remindParams },
    (ctx, { params }) => reminderRules(ctx, params.campaignId),
  );
  command(
    app,
    services,
    { method: 'PUT', url: rules, tag, summary: 'Set these rules', params: remindParams, body: rulesBody },
    async (ctx, { params, body }) => {
      await setReminderRules(ctx, params.campaignId, body.rules, body.version);
      return reminderRules(ctx, params.campaignId);
    },
  );
  query(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/reminder-preview/:unitId',
      tag,
      summary: 'What a reminder would say to one unit now, and to whom',
      params: previewParams,
    },
    (ctx, { params }) => reminderPreview(ctx, params.campaignId, params.unitId),
  );
  command(
    app,
    services,
    {
      url: '/api/campaigns/:campaignId/units/:unitId/contacts',
      tag,
      summary: 'Write down that a unit was spoken with about its report',
      params: previewParams,
      body: contactBody,
    },
    async (ctx, { params, body }) => {
      await noteContactWith(ctx, params, body);
      return unitHistory(ctx, params.campaignId, params.unitId);
    },
  );
  const choice = '/api/me/mail-choice';
  query(app, services, { url: choice, tag, summary: 'How the caller is reminded by mail' }, mailChoice);
  command(
    app,
    services,
    { method: 'PUT', url: choice, tag, summary: 'Choose how to be reminded by mail', body: mailChoiceBody },
    async (ctx, { body }) => {
      await setMailChoice(ctx, body.choice);
      return mailChoice(ctx);
    },
  );
  query(
    app,
    services,
    { url: '/api/outgoing-mail', tag, summary: 'Letters that the mail server has not taken' },
    outgoingMail,
  );
  command(
    app,
    services,
    {
      url: '/api/outgoing-mail/:mailId/send-again',
      tag,
      summary: 'Send a letter that was given up once more',
      params: mailParams,
    },
    async (ctx, { params }) => {
      await sendMailAgain(ctx, params.mailId);
      return outgoingMail(ctx);
    },
  );
};
