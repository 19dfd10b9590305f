import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Template } from '../../core/template/template.ts';
import {
  beginDraftWire,
  draftVersionWire,
  editDraftWire,
  importParams,
  newTemplateWire,
  templateParams,
  versionParams,
} from '../../core/template/wire.ts';
import type { Services } from '../http/context.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { beginDraft, beginTemplate } from './begin.ts';
import { editDraft } from './edit.ts';
import { templateFile } from './file.ts';
import { importTemplate } from './import.ts';
import { dropDraft, publishDraft } from './publish.ts';
import { markTried } from './tryOut.ts';
import {
  draftAnswer,
  indicatorsAnswer,
  previewTemplateFile,
  publishedAnswer,
  templatesAnswer,
} from './views.ts';

const tag = 'template';
const at = '/api/templates/:templateId';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sendFile = async (reply: FastifyReply, template: Template, name: string): Promise<FastifyReply> =>
  reply
    .header('content-type', XLSX)
    .header(
      'content-disposition',
      `attachment; filename="mau-bao-cao.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    )
    .send(Buffer.from(await templateFile(template)));

/** Outlines and forms: versions that were published, and the draft of the next one. */
export const registerTemplateRoutes = (app: FastifyInstance, services: Services): void => {
  const params = templateParams;
  query(
    app,
    services,
    { url: '/api/templates', tag, summary: 'Templates with versions and drafts', query: z.object({}) },
    templatesAnswer,
  );
  query(
    app,
    services,
    { url: '/api/template-indicators', tag, summary: 'Indicators that were published', query: z.object({}) },
    indicatorsAnswer,
  );
  query(
    app,
    services,
    { url: `${at}/versions/:version`, tag, summary: 'A published version', params: versionParams },
    (ctx, { params: p }) => publishedAnswer(ctx, p.templateId, p.version),
  );
  query(
    app,
    services,
    { url: `${at}/draft`, tag, summary: 'The draft of the next version', params },
    (ctx, { params: p }) => draftAnswer(ctx, p.templateId),
  );
  query(
    app,
    services,
    {
      url: `${at}/versions/:version/file.xlsx`,
      tag,
      summary: 'A published version as Excel',
      params: versionParams,
    },
    async (ctx, { params: p, reply }) => {
      const { template } = await publishedAnswer(ctx, p.templateId, p.version);
      return sendFile(reply, template, `Mẫu báo cáo ${template.id}, phiên bản ${p.version}`);
    },
  );
  query(
    app,
    services,
    { url: `${at}/draft/file.xlsx`, tag, summary: 'The draft as Excel', params },
    async (ctx, { params: p, reply }) => {
      const { template } = await draftAnswer(ctx, p.templateId);
      return sendFile(reply, template, `Mẫu báo cáo ${template.id}, bản nháp`);
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: '/api/template-files/preview',
      tag,
      summary: 'What an Excel file would do; nothing is stored',
    },
    async (ctx, { request }) => previewTemplateFile(ctx, await fileOf(request)),
  );
  command(
    app,
    services,
    {
      url: '/api/template-files/:draftVersion',
      tag,
      summary: 'Take an Excel file as the draft',
      params: importParams,
    },
    async (ctx, { params: p, request }) =>
      draftAnswer(ctx, await importTemplate(ctx, await fileOf(request), p.draftVersion)),
  );
  command(
    app,
    services,
    { url: '/api/templates', tag, summary: 'Begin a template as a copy of another', body: newTemplateWire },
    async (ctx, { body }) => draftAnswer(ctx, await beginTemplate(ctx, body.from, body.title)),
  );
  command(
    app,
    services,
    { url: `${at}/draft`, tag, summary: 'Begin the next version', params, body: beginDraftWire },
    async (ctx, { params: p, body }) => {
      await beginDraft(ctx, p.templateId, body.from);
      return draftAnswer(ctx, p.templateId);
    },
  );
  command(
    app,
    services,
    { url: `${at}/draft/edit`, tag, summary: 'Change one thing of the draft', params, body: editDraftWire },
    async (ctx, { params: p, body }) => {
      await editDraft(ctx, p.templateId, body.version, body.edit);
      return draftAnswer(ctx, p.templateId);
    },
  );
  command(
    app,
    services,
    { url: `${at}/draft/tried`, tag, summary: 'Say that it was tried out', params, body: draftVersionWire },
    async (ctx, { params: p, body }) => {
      await markTried(ctx, p.templateId, body.version);
      return draftAnswer(ctx, p.templateId);
    },
  );
  command(
    app,
    services,
    { url: `${at}/draft/publish`, tag, summary: 'Publish the draft', params, body: draftVersionWire },
    async (ctx, { params: p, body }) => {
      await publishDraft(ctx, p.templateId, body.version);
      return templatesAnswer(ctx);
    },
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${at}/draft`,
      tag,
      summary: 'Drop the draft; published versions stay',
      params,
      body: draftVersionWire,
    },
    async (ctx, { params: p, body }) => {
      await dropDraft(ctx, p.templateId, body.version);
      return templatesAnswer(ctx);
    },
  );
};
