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
  'evidence.damaged':
    'The file “{name}” is damaged or was not copied whole and could not be opened. Scan it again, or open it in the program that made it and save it again (a PDF: save as PDF again), then upload it.',
  'evidence.tooHeavy':
    'The file “{name}” is too heavy to be looked at and was not taken. Scan it again in black and white, or print it to a new PDF, then upload it.',
  'evidence.kind':
    'The file “{name}” is of a kind that is not accepted. PDF, JPEG or PNG pictures, Word (.docx) and Excel (.xlsx) are; save it as one of them.',
  'evidence.extensionMismatch':
    'The ending of the name “{name}” does not fit its content. Open the file in its own program, save it and upload again.',
  'evidence.infected':
    'The file “{name}” carries a virus ({threat}) and is not accepted. Scan the machine and fetch the original again.',
  'evidence.unfinished':
    'The file “{name}” has not come whole. Choose it again; sending goes on where it stopped.',
} satisfies Refusals;
