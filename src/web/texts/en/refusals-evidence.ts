import type { Refusals } from '../sentence.ts';

export const evidence = {
  'evidence.abstractMissing': 'The document has no abstract. Write in a few words what it is about.',
  'evidence.stale': 'Somebody has just corrected “{abstract}”. Close, open the document and go on.',
  'evidence.citedStill': 'The document is cited at {n} places. Take those citations away first.',
  'evidence.unknown': 'This document is no longer kept by the unit. Choose one of the list.',
  'evidence.notCited': 'This place does not cite that document any more. Reload to see the newest state.',
  'evidence.infectedKept':
    'The file of this document carries a virus and is neither opened nor cited. Scan the machine, save a clean file and upload that.',
  'evidence.tooLarge': 'The file “{name}” is larger than 50 MB. Scan it in black and white, or split it.',
  'evidence.kind':
    'The file “{name}” is of a kind that is not accepted. PDF, JPEG or PNG pictures, Word (.docx) and Excel (.xlsx) are; save it as one of them.',
  'evidence.extensionMismatch':
    'The ending of the name “{name}” does not fit its content. Open the file in its own program, save it and upload again.',
  'evidence.infected':
    'The file “{name}” carries a virus ({threat}) and is not accepted. Scan the machine and fetch the original again.',
  'evidence.unfinished':
    'The file “{name}” has not come whole. Choose it again; sending goes on where it stopped.',
} satisfies Refusals;
