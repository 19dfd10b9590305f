import type { Refusals } from '../sentence.ts';

export const scoring = {
  'scoring.setHasErrors':
    'The set still has {n} errors and was not imported. Mend each in the file and read it again.',
  'scoring.setYearMissing': 'The set names no year. Fill the line Năm on the sheet Thông tin.',
  'scoring.setLevelMissing':
    'The set does not say whom it scores. Fill Cấp được chấm on the sheet Thông tin: commune, district or department.',
  'scoring.setIsAnother':
    'The code {id} belongs to another set: year {year}, level {level}. Give this one another code.',
  'scoring.setSame': 'This set is the same as version {version}, which is in force. Nothing was imported.',
  'scoring.revisionNeedsReason': 'Say why it is revised: a decision or a reason of at least 5 characters.',
  'scoring.fileUnread': '{wordsEn}',
} satisfies Refusals;
