import type { Refusals } from '../sentence.ts';

export const documents = {
  'documents.busy': 'Many PDF files are waiting to be made. Wait about a minute and download again.',
  'documents.failed': 'The PDF of this document could not be made. Download again, or take the Word file.',
  'documents.nothingSent':
    'No unit has sent its report yet, so there is nothing to download. Try again once one has.',
  'documents.archiveTooLarge':
    'This campaign has {n} reports, more than one file holds. Download them unit by unit.',
  'documents.archiveUnderWay': 'Another file is being made for you. Wait for it or stop it, then ask again.',
  'documents.archiveElsewhere': 'This file is finished, stopped or gone. Reload the page.',
} satisfies Refusals;
