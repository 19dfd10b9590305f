import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkLetter, valuesOfReading } from '../../core/letter/check.ts';
import { readOutline } from '../../core/letter/outline.ts';
import { readLetter } from '../../core/letter/read.ts';
import { readReport } from '../../core/letter/readReport.ts';
import { WHO_MAY } from '../../core/report/allow.ts';
import { guard } from '../../core/report/guard.ts';
import { reportParams } from '../../core/report/wire.ts';
import { calendarOf } from '../campaign/views/calendar.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { forbidden, Refused } from '../http/failures.ts';
import { fileOf } from '../http/file.ts';
import { query } from '../http/route.ts';
import { sectionsOf } from '../report/views/contents.ts';
import { loadReport } from '../report/views/load.ts';
import { readUpload } from './readUpload.ts';

const textOf = async (request: FastifyRequest) => {
  const body = request.body as { text?: unknown } | undefined;
  if (!request.isMultipart() && typeof body?.text === 'string') {
    const name = 'text.txt';
    return { ...(await readUpload(Buffer.from(body.text, 'utf8'), name)), fileName: null };
  }
  const { bytes, name } = await fileOf(request);
  return { ...(await readUpload(bytes, name)), fileName: name };
};

/** H4: the report that a unit wrote in Word, split into the parts of its outline; nothing is stored. */
const readReportFile = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
  request: FastifyRequest,
) => {
  const loaded = await loadReport(ctx, campaignId, unitId);
  if (!WHO_MAY.edit.some((stance) => loaded.stances.has(stance))) throw forbidden({ verb: 'edit' });
  const closed = guard(loaded.report, 'edit', ctx.person.personId);
  if (closed && !closed.ok) throw new Refused(closed.refusal);
  const { bytes, name } = await fileOf(request);
  const read = await readUpload(bytes, name);
  if (!read.ok) throw new Refused(read.refusal, 422);
  const { kind, encoding, notes } = read;
  return {
    fileName: name,
    kind,
    encoding,
    notes,
    reading: readReport(read.text, await sectionsOf(ctx, loaded)),
  };
};

/** Reads a letter without keeping anything: a file through the gate, or pasted text. */
export const registerUploadRoutes = (app: FastifyInstance, services: Services): void => {
  query(
    app,
    services,
    {
      method: 'POST',
      url: '/api/letters',
      tag: 'letter',
      summary: 'Read a letter: a file (multipart "file") or {text}; nothing is stored',
    },
    async (ctx: ReadContext, { request }) => {
      const read = await textOf(request);
      if (!read.ok) throw new Refused(read.refusal, 422);
      const reading = readLetter(read.text);
      // The reading itself, as the command prints it, and beside it what the file was and what the law advises.
      return {
        ...reading,
        file: { name: read.fileName, kind: read.kind, encoding: read.encoding, notes: read.notes },
        check: checkLetter(valuesOfReading(reading), await calendarOf(ctx)),
      };
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: '/api/letters/outline',
      tag: 'letter',
      summary: 'Read an outline that came as a file of its own; nothing is stored',
    },
    async (_ctx: ReadContext, { request }) => {
      const { bytes, name } = await fileOf(request);
      const read = await readUpload(bytes, name);
      if (!read.ok) throw new Refused(read.refusal, 422);
      const { parts } = readOutline(read.text);
      if (parts.length === 0) throw new Refused({ code: 'letter.noOutline', details: { name } }, 422);
      return { fileName: name, notes: read.notes, parts };
    },
  );
  query(
    app,
    services,
    {
      method: 'POST',
      url: '/api/reports/:campaignId/:unitId/read-file',
      tag: 'report',
      summary: 'Read a Word, PDF or text file into the parts of the report; nothing is stored',
      params: reportParams,
    },
    async (ctx, { params, request }) => readReportFile(ctx, params.campaignId, params.unitId, request),
  );
};
