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
  'consolidation.staleSection':
    'Somebody has just saved this section. Nothing was overwritten; look at both and choose.',
  'consolidation.orphan':
    'These are the words of a unit; without the source the sentence goes too. Write a new sentence to keep the point.',
  'consolidation.sourceUnknown':
    'These words are no longer in the report of the unit. Reload the page and choose again.',
  'consolidation.unknownTable': 'This table is not in the template of the campaign. Reload the page.',
  'consolidation.malformedWords':
    'A part cannot be saved: too long or of unknown content. Shorten it, paste as text.',
  'consolidation.notInDraft': 'The person named has no part in this report. Choose somebody from the list.',
  'consolidation.alreadySettled': 'This comment was settled already. Reload the page.',
  'consolidation.duePast': 'The day for the contribution has passed. Choose a later moment.',
  'consolidation.dueAfterDeadline':
    'The contribution is due after the deadline of the campaign. Choose an earlier moment.',
  'consolidation.contributionEmpty': 'There are no words. Write the contribution, then give it.',
  'consolidation.staleContribution':
    'The contribution was just given from elsewhere. Reload the page, look at it, then give it again.',
  'consolidation.nothingToFreeze':
    'No report is counted yet, so there is nothing to freeze. Receive reports first.',
  'consolidation.nothingChanged': 'Nothing differs from the version before, so no new one is frozen.',
  'consolidation.noteMissing':
    'Give a reason of at least 5 characters; it goes with the version and into the journal.',
  'consolidation.notLatest': 'There is a newer frozen version. Reload the page and use the newest.',
  'consolidation.movedSince': 'Something more has changed. Reload the page, look at it, then decide.',
  'consolidation.alreadyDecided': 'These changes were decided already. Reload the page.',
  'consolidation.erratumFormOnly':
    'An erratum is for slips of form and layout only (Decree 30/2020, article 18). Figures have moved: freeze a replacing version, or put it off to the next period.',
  'consolidation.nothingMoved': 'No figure has moved, so there is nothing to put off to the next period.',
  'consolidation.notFrozen': 'Nothing is frozen yet. Freeze a version, then hand it up.',
  'consolidation.notObligedAbove':
    'The level above has not asked this office for the report in the system. Reload the page to see what was asked.',
  'consolidation.alreadyHandedUp':
    'This version was handed up already. Open the report to the level above to have it signed and sent.',
  'consolidation.sourcesOpen': (d) =>
    `${d.count} sentences have no source or one that has changed. Open Words, look at each, then freeze.`,
  'consolidation.unitsOpen': (d) =>
    `${d.count} units are neither received nor left out with a reason. Deal with each, then close.`,
} as const satisfies Refusals;
