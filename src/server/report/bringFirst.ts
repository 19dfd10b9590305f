import type { FastifyInstance } from 'fastify';
import type { SessionAnswer } from '../../core/access/answers.ts';
import type { ReportAnswer } from '../../core/report/answers.ts';
import type { Bring } from '../http/shell.ts';
import { firstPage } from './firstPage.ts';

const EDITOR = /^\/bao-cao\/([\w-]+)\/([\w-]+)(?:\/([\w.-]+))?\/?(?:\?.*)?$/;

/**
 * The two questions that the editor begins with, asked on behalf of the browser through the routes that it would ask
 * itself: the same rights, the same refusals, the same trace of the reading.
 */
export const bringFirst =
  (app: FastifyInstance): Bring =>
  async (request) => {
    const [, campaignId, unitId, section = ''] = EDITOR.exec(request.url) ?? [];
    if (!campaignId || !unitId || section === 'thay-doi' || !request.headers.cookie) return undefined;
    const { cookie, host, 'user-agent': agent, 'x-forwarded-for': through } = request.headers;
    const ask = async <T>(url: string): Promise<{ readonly data: T; readonly at: number } | undefined> => {
      const answer = await app.inject({
        method: 'GET',
        url,
        ...(request.socket.remoteAddress ? { remoteAddress: request.socket.remoteAddress } : {}),
        headers: {
          cookie,
          ...(host ? { host } : {}),
          ...(agent ? { 'user-agent': agent } : {}),
          ...(through ? { 'x-forwarded-for': through } : {}),
        },
      });
      if (answer.statusCode !== 200) return undefined;
      return { data: answer.json<T>(), at: Number(answer.headers['x-server-time']) };
    };
    const address = `/api/reports/${campaignId}/${unitId}`;
    const [session, report] = await Promise.all([
      ask<SessionAnswer>('/api/session'),
      ask<ReportAnswer>(address),
    ]);
    if (!session || !report) return undefined;
    return {
      markup: firstPage(report.data, session.data, section),
      answers: { at: report.at, '/api/session': session.data, [address]: report.data },
    };
  };
