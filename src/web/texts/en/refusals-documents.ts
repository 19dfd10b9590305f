import type { Refusals } from '../sentence.ts';

export const documents = {
  'documents.busy': 'Many PDF files are waiting to be made. Wait about a minute and download again.',
  'documents.failed': 'The PDF of this document could not be made. Download again, or take the Word file.',
} satisfies Refusals;
