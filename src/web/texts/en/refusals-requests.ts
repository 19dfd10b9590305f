import { letterRefusals } from '../../../core/letter/refusals.ts';
import type { Refusals } from '../sentence.ts';

const inEnglish = Object.fromEntries(Object.entries(letterRefusals).map(([code, words]) => [code, words.en]));

export const requests = {
  ...inEnglish,
  'upload.fileMissing': 'No file was sent. Choose a file and send it again.',
  'campaign.wrongState': 'This request has moved on, so this cannot be done now. Load the page again.',
  'campaign.incomplete':
    'The draft still has open values or parts nobody has looked at. See the marked parts.',
  'campaign.reasonMissing':
    'The reason is missing. Give at least 5 letters, so that the author knows what to correct.',
  'campaign.numberMalformed': 'The number “{number}” is wrong. Type 1 to 6 digits, such as 112.',
  'campaign.dayInFuture': 'The day of the letter is after today. Type the day that stands on it.',
  'campaign.dayMalformed': 'The day “{day}” does not exist. Correct it.',
  'campaign.nobodyObliged': 'No active unit would have to report. Choose units in the part Who must report.',
  'campaign.noTemplate': 'No report template is published. Ask the administrator to load one.',
  'campaign.noOutline': 'The template has no outline for this kind of unit. Ask the administrator to add it.',
  'campaign.yearDrafted':
    'The other periods of {year} already have requests. Open the list of requests to see them.',
  'campaign.nextNeedsLast':
    'The last request lacks its subject, period, window or deadline, so the next cannot follow from it. Begin a new request from a letter.',
  'campaign.stale': 'Somebody else has just changed this request. The newest is loaded; look and try again.',
  'campaign.unknownUnit': 'A unit is not of this district or is closed. Leave it out and save again.',
  'request.deadlineMissing': 'The deadline is missing. Type it in the part Deadline.',
  'campaign.amendWithoutDocument':
    'Give number and symbol of the document of the change, for example 158/UBND-NV.',
  'campaign.amendReasonMissing': 'Give the reason of the change, at least 5 letters; the units read it.',
  'campaign.nothingAmended':
    'Nothing differs from what is in force. Change deadline, parts or units, then look again.',
  'campaign.amendDeadlinePast': 'The new deadline has passed. Choose one after this moment.',
  'campaign.amendNothingAsked': 'An outline asks nothing any more. Keep at least one part of each outline.',
  'campaign.amendLeadRemoved':
    '{name} leads or takes part in “{field}” and cannot be taken out. Keep this unit, or give the field to another one.',
  'campaign.unknownPart': 'A part is no longer in the outline. Reload and do it again.',
  'request.lastSendingMissing':
    'Late sending is taken up to a moment that is not given. Give it in part Deadline, at Sending after the deadline.',
  'request.lastSendingTooEarly':
    'The moment for late sending does not lie after the deadline. Correct it in part Deadline.',
  'request.lastCorrectionTooEarly':
    'The last correction does not lie after the deadline. Correct it in part Deadline.',
  'request.windowMissing': 'The window of figures is missing. Type it in the part Deadline.',
  'request.windowReversed': 'The window ends before it begins. Correct it in the part Deadline.',
  'request.subjectMissing': 'The subject is missing. Type it in the part Document.',
  'request.symbolMissing': 'The symbol is missing. Type it in the part Document.',
  'request.periodMissing': 'The period is missing. Choose it in the part Document.',
  'request.signerMissing': 'The signer is missing. Type it in the part Document.',
  'request.recipientsMissing': 'No unit would have to report. Choose units in the part Who must report.',
  'request.partNotSeen': 'The part {part} was not looked at. Look at it and mark it.',
} satisfies Refusals;
