import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkLetter, valuesOfReading } from '../../core/letter/check.ts';
import { readLetter } from '../../core/letter/read.ts';
import { calendarOf } from '../campaign/views.ts';
import type { ReadContext, Services } from '../http/context.ts';
import { Refused } from '../http/failures.ts';
import { fileOf } from '../http/file.ts';
import { query } from '../http/route.ts';
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
      return {
        fileName: read.fileName,
        kind: read.kind,
        encoding: read.encoding,
        notes: read.notes,
        reading,
        check: checkLetter(valuesOfReading(reading), await calendarOf(ctx)),
      };
    },
  );
};
