import type { Translation } from '../dictionary.ts';

export const exports: Translation['exports'] = {
  tab: 'Download',
  archive: 'Reports of the units in one file',
  archiveNote: 'Every sent report, one document a unit; it goes on being made when this page is closed',
  archivePdf: 'Make a file of PDF',
  archiveWord: 'Make a file of Word',
  archiveWaiting: 'Waits for its turn.',
  archiveWorking: 'Being made: {done}/{total} documents.',
  archiveCancelled: 'Stopped at {done}/{total} documents.',
  archiveFailed: 'Failed at {done}/{total} documents. Go on; if it fails again, tell the administrator.',
  archiveDone: '{total} documents, {size} MB. Kept for a day.',
  archiveProgress: 'Documents made',
  archiveLeftOut: 'Could not be made: {units}.',
  archiveGet: 'Download the zip file',
  archiveCancel: 'Stop',
  archiveResume: 'Go on',
};
