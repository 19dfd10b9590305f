import type { FastifyRequest } from 'fastify';
import { refused } from './failures.ts';

/** The one file of a multipart request, whole and within the limit. */
export const fileOf = async (request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> => {
  if (!request.isMultipart()) throw refused('upload.fileMissing', {}, 400);
  const part = await request.file();
  if (!part) throw refused('upload.fileMissing', {}, 400);
  return { bytes: await part.toBuffer(), name: part.filename.normalize('NFC').slice(0, 300) };
};
