import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DocumentTree } from '../../core/documents/tree.ts';
import { withoutMarks } from '../../core/kernel/search.ts';
import { createPrinter } from './pdf/printer.ts';
import { renderWord } from './word/renderWord.ts';

export const FORMATS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', name: 'Word' },
  pdf: { type: 'application/pdf', name: 'PDF' },
} as const;
export type Format = keyof typeof FORMATS;

type Named = { readonly tree: DocumentTree; readonly name: string };

/** A name that every file system takes. */
const plainName = (name: string): string =>
  withoutMarks(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The plain name, and the Vietnamese one for browsers that read it (RFC 6266). */
export const fileHeader = (name: string, ending: string): string =>
  `attachment; filename="${plainName(name)}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`;

export type Delivery = {
  bytes(format: Format, tree: DocumentTree, owner: string): Promise<Uint8Array>;
  send(reply: FastifyReply, format: Format, named: Named): Promise<FastifyReply>;
};

/** One printing process for all rooms that print. */
export const createDelivery = (app: FastifyInstance): Delivery => {
  const printer = createPrinter((why) => app.log.error({ why }, 'PDF'));
  app.addHook('onClose', () => printer.close());
  const bytes: Delivery['bytes'] = (format, tree, owner) =>
    format === 'pdf' ? printer.print(tree, owner) : renderWord(tree);
  return {
    bytes,
    send: async (reply, format, { tree, name }) =>
      reply
        .header('content-type', FORMATS[format].type)
        .header('content-disposition', fileHeader(name, format))
        .send(Buffer.from(await bytes(format, tree, reply.request.person?.personId ?? ''))),
  };
};
