import type { FastifyInstance } from 'fastify';
import { type ZodType, z } from 'zod';
import {
  remedyFilterWire,
  roundParams,
  setParams,
  setQuery,
  subjectParams,
} from '../../../core/scoring/wire.ts';
import { taskFilterWire } from '../../../core/tasks/wire.ts';
import { writeBook } from '../../excel/writeBook.ts';
import type { ReadContext, Services } from '../../http/context.ts';
import { query } from '../../http/route.ts';
import { type Delivery, FORMATS, fileHeader } from '../delivery.ts';
import {
  comparePaper,
  forecastPaper,
  type IndexPaper,
  remediationPaper,
  setPaper,
  sheetPaper,
  sheetsOf,
  tasksPaper,
  treeOf,
} from './indexPapers.ts';

const tag = 'documents';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NOTHING = z.object({});

/** Tables of the index and its work: as Word, as PDF, as Excel. */
export const registerIndexPaperRoutes = (
  app: FastifyInstance,
  services: Services,
  delivery: Delivery,
): void => {
  const paper = <P extends ZodType, Q extends ZodType>(
    url: string,
    summary: string,
    shape: { readonly params: P; readonly query: Q },
    of: (
      ctx: ReadContext,
      input: { readonly params: z.infer<P>; readonly query: z.infer<Q> },
    ) => Promise<IndexPaper>,
  ): void => {
    for (const format of ['docx', 'pdf'] as const)
      query(
        app,
        services,
        { url: `${url}.${format}`, tag, summary: `${summary} as ${FORMATS[format].name}`, ...shape },
        async (ctx, input) => {
          const made = await of(ctx, input);
          return delivery.send(input.reply, format, { tree: await treeOf(ctx, made), name: made.fileName });
        },
      );
    query(
      app,
      services,
      { url: `${url}.xlsx`, tag, summary: `${summary} as Excel`, ...shape },
      async (ctx, input) => {
        const made = await of(ctx, input);
        return input.reply
          .header('content-type', XLSX)
          .header('content-disposition', fileHeader(made.fileName, 'xlsx'))
          .send(Buffer.from(await writeBook(sheetsOf(ctx, made), made.title)));
      },
    );
  };
  paper(
    '/api/rounds/:roundId/units/:unitId/sheet',
    'A scoring sheet',
    { params: subjectParams, query: NOTHING },
    (ctx, { params }) => sheetPaper(ctx, params.roundId, params.unitId),
  );
  paper(
    '/api/rounds/:roundId/comparison',
    'The units of a round side by side',
    { params: roundParams, query: NOTHING },
    (ctx, { params }) => comparePaper(ctx, params.roundId),
  );
  paper(
    '/api/remediation',
    'Low marks and what is done about them',
    { params: NOTHING, query: remedyFilterWire },
    (ctx, { query: q }) => remediationPaper(ctx, q),
  );
  paper('/api/tasks', 'The list of tasks', { params: NOTHING, query: taskFilterWire }, (ctx, { query: q }) =>
    tasksPaper(ctx, q),
  );
  paper('/api/forecast', 'The expected self-score', { params: NOTHING, query: NOTHING }, (ctx) =>
    forecastPaper(ctx),
  );
  paper(
    '/api/criteria-sets/:setId/paper',
    'A set with its rules in words',
    { params: setParams, query: setQuery },
    (ctx, { params, query: q }) => setPaper(ctx, params.setId, q.version),
  );
};
