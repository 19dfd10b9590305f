import type { MultipartFields } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { cleanText } from './clean.ts';
import { Refused, refused } from './failures.ts';

type Upload = {
  readonly bytes: Buffer;
  readonly name: string;
  /** What stands in the form before its file. */
  readonly fields: Readonly<Record<string, string>>;
};

const taken = new WeakMap<FastifyRequest, Upload>();

const fieldsOf = (parts: MultipartFields): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts))
    if (part && 'value' in part && typeof part.value === 'string') fields[name] = cleanText(part.value);
  return fields;
};

const readFile = async (request: FastifyRequest): Promise<Upload> => {
  try {
    const part = await request.file();
    if (!part) throw refused('upload.fileMissing', {}, 400);
    const bytes = await part.toBuffer();
    return { bytes, name: cleanText(part.filename).slice(0, 300), fields: fieldsOf(part.fields) };
  } catch (error) {
    if (error instanceof Refused || (error as { statusCode?: unknown }).statusCode !== undefined) throw error;
    // The reader of parts says nothing but its message when the request breaks off or names no boundary.
    throw refused('http.malformed', {}, 400);
  }
};

/**
 * The one file of a multipart request, whole and within the limit. Commands take it before their transaction begins:
 * a slow line must not keep a connection of the database, and a transaction that is done again finds it here.
 */
export const fileOf = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart()) throw refused('upload.fileMissing', {}, 400);
  const upload = taken.get(request) ?? (await readFile(request));
  taken.set(request, upload);
  return upload;
};
