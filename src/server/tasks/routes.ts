import type { FastifyInstance } from 'fastify';
import { campaignParams } from '../../core/campaign/wire.ts';
import { giveTasksWire, progressWire, taskEvidenceWire, taskUnitParams } from '../../core/tasks/wire.ts';
import { campaignFor } from '../campaign/views.ts';
import type { Services } from '../http/context.ts';
import { fileOf } from '../http/file.ts';
import { command, query } from '../http/route.ts';
import { tasksForm } from './form.ts';
import { importTasks } from './import.ts';
import { citeForTask, tellProgress, unciteForTask } from './progress.ts';
import { previewTasks, tasksAnswer } from './views/given.ts';
import { taskList } from './views/list.ts';

const tag = 'tasks';
const at = '/api/campaigns/:campaignId/tasks';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Work that the cited plan gives: a form, a preview, and what a person confirmed. */
export const registerTaskRoutes = (app: FastifyInstance, services: Services): void => {
  const params = campaignParams;
  query(app, services, { url: at, tag, summary: 'Tasks that were given', params }, (ctx, { params: p }) =>
    tasksAnswer(ctx, p.campaignId),
  );
  query(
    app,
    services,
    { url: `${at}/form.xlsx`, tag, summary: 'The Excel form for tasks', params },
    async (ctx, { params: p, reply }) => {
      const { units } = await campaignFor(ctx, p.campaignId, 'give-tasks');
      return reply
        .header('content-type', XLSX)
        .header(
          'content-disposition',
          `attachment; filename="nhiem-vu.xlsx"; filename*=UTF-8''${encodeURIComponent('Biểu nhập nhiệm vụ.xlsx')}`,
        )
        .send(Buffer.from(await tasksForm(units.map((u) => u.name))));
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: `${at}/preview`,
      tag,
      summary: 'What a filled form would do; nothing is stored',
      params,
    },
    async (ctx, { params: p, request }) => previewTasks(ctx, p.campaignId, await fileOf(request)),
  );
  command(
    app,
    services,
    { url: at, tag, summary: 'Give the confirmed tasks', params, body: giveTasksWire },
    async (ctx, { params: p, body }) => {
      await importTasks(ctx, p.campaignId, body.tasks);
      return tasksAnswer(ctx, p.campaignId);
    },
  );

  const list = '/api/tasks';
  const one = `${list}/:taskId/units/:unitId`;
  query(app, services, { url: list, tag, summary: 'Tasks of my units, or of all that were given' }, (ctx) =>
    taskList(ctx),
  );
  command(
    app,
    services,
    { url: `${one}/progress`, tag, summary: 'Tell progress', params: taskUnitParams, body: progressWire },
    async (ctx, { params: p, body: { version, ...now } }) => {
      await tellProgress(ctx, p, version, now);
      return taskList(ctx);
    },
  );
  command(
    app,
    services,
    {
      url: `${one}/evidence`,
      tag,
      summary: 'Cite a document',
      params: taskUnitParams,
      body: taskEvidenceWire,
    },
    async (ctx, { params: p, body }) => {
      await citeForTask(ctx, p, body);
      return taskList(ctx);
    },
  );
  command(
    app,
    services,
    {
      method: 'DELETE',
      url: `${one}/evidence`,
      tag,
      summary: 'Take a citation back',
      params: taskUnitParams,
      body: taskEvidenceWire,
    },
    async (ctx, { params: p, body }) => {
      await unciteForTask(ctx, p, body.evidenceId);
      return taskList(ctx);
    },
  );
};
