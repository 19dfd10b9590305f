import type { Refusals } from '../sentence.ts';

export const consolidation = {
  'consolidation.reasonMissing':
    'Give a reason of at least 5 characters; it stands beside the total and in the journal.',
  'consolidation.alreadyLeftOut': 'This unit is left out already. Reload the page to see why.',
  'consolidation.alreadyCorrected':
    'This figure is corrected already. Take that back first, then correct it again.',
  'consolidation.alreadyTakenBack': 'This change was taken back already. Reload the page.',
  'consolidation.notANumber':
    'The figure for the total cannot be read. Enter a number, such as 1.234 or 12,5.',
  'consolidation.computedCell':
    'This figure is computed from others. Correct a part of it, and the total follows.',
  'consolidation.notCounted': 'The unit has not begun its report, so there is no figure to correct.',
  'consolidation.reportedChanged':
    'The unit has just changed this figure. Reload the page, look at the new one, then decide.',
  'consolidation.sameValue': 'The corrected figure equals the reported one. Enter another, or close.',
  'consolidation.wrongState': 'The campaign is closed or not issued yet, so this cannot be done.',
} as const satisfies Refusals;
