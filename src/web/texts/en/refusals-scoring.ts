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
  'scoring.roundExists': 'A round of {year} by this set is open already. Open a sheet from the list.',
  'scoring.noSubjects':
    'No unit belongs to the level of this set. Check Cấp được chấm on the sheet Thông tin.',
  'scoring.decisionDrafted':
    'The decision on this round is already drafted in the register. Discard that draft before drafting another.',
  'scoring.decisionStale':
    'The results have changed since the decision was drafted. Discard this draft and draft it anew, so that its annexes say what is published.',
  'scoring.published': 'The results are published and stand.',
  'scoring.wrongStage':
    'The sheet is at another step, so this cannot be done now. Reload to see where it is.',
  'scoring.unknownCriterion': 'The set has no criterion {criterion}. Reload the page.',
  'scoring.surveyNotScored':
    'Criterion {criterion} is given by the survey, neither self-scored nor appraised.',
  'scoring.notScored':
    'Criterion {criterion} is not scored itself: it is the sum of its lines, or only followed.',
  'scoring.wordsOnly':
    'An explanation gives words and evidence for criterion {criterion}; points come from the second appraisal.',
  'scoring.pointsMissing': 'Give points for criterion {criterion}, or agree.',
  'scoring.pointsOutside': 'Points of criterion {criterion} lie between 0 and {max}.',
  'scoring.reasonMissing':
    'Give a reason for criterion {criterion} of at least 5 characters; the unit reads it.',
  'scoring.unanswered': '{n} criteria have no points yet: {criteria}. Answer them, then lock.',
  'scoring.evidenceOrWords':
    '{n} criteria are claimed without evidence or explanation: {criteria}. Cite a document or explain.',
  'scoring.unappraised': '{n} criteria are not appraised yet: {criteria}.',
  'scoring.unjudged': '{n} explained criteria are not appraised a second time yet: {criteria}.',
  'scoring.unsettled': '{n} criteria on which the two differ are not settled yet: {criteria}.',
  'scoring.writerMayNotSign': 'Whoever scored does not lock it. Pass it to another signer of the unit.',
  'scoring.writerMayNotAppraise': 'Whoever scored for this unit does not appraise its sheet.',
  'scoring.twoAppraise': 'Two others appraise this sheet independently.',
  'scoring.handLocked': 'This part of the appraisal is locked. The second person is awaited.',
  'scoring.surveyEmpty': 'There is no survey result to keep.',
  'scoring.notSubject': 'A unit is not part of this round. Check the names.',
  'scoring.notSurvey': 'Criterion {criterion} is not one of the survey.',
  'scoring.versionUnknown': 'The set has no other version {version} to move to.',
  'scoring.notAllDone': '{n} units are not appraised to the end: {units}. Publish when all are.',
  'scoring.decisionMissing': 'Write the number of the decision as văn thư gave it.',
  'scoring.decisionLater': 'The decision is dated after today. Write the day on which it was issued.',
  'scoring.answerUnread':
    'The answer “{value}” of criterion {criterion} is not understood. Write a number, 37/40, 92,5, or choose.',
  'scoring.markStale': '{by} has just changed criterion {criterion}. Reload, look and write again.',
  'scoring.sheetStale': 'The sheet changed after it was opened. Look again, then lock.',
  'tasks.stale': 'The progress was just changed elsewhere. Reload and write again.',
  'tasks.progressOutside': 'Progress lies between 0 and 100%.',
  'tasks.pastDue': 'The task is past its day: choose overdue, or done.',
  'tasks.resultMissing': 'A task that is done needs its result, at least 5 characters.',
  'remediation.stale': 'The line was just changed elsewhere. Reload and write again.',
  'remediation.measureMissing': 'Write the measure before it counts as under way.',
  'remediation.evidenceMissing': 'Closing needs evidence: cite a document or write its number and day.',
  'remediation.thresholdOutside': 'The share lies above 0 and up to 100%.',
  'material.columnUnknown':
    'The column “{heading}” is no survey criterion and no figure that the set asks for. Keep the headings of the form.',
  'material.surveyOutside': '“{typed}” lies between 0 and 100 (%).',
  'material.locked': '{unit} has locked its self-score: the figures of its sheet no longer change.',
  'scoring.contextUnknown':
    'No rule of the set uses “{name}”. Numbers that rules refer to: {names}. Mend the name.',
  'scoring.contextNone': 'No rule of this set uses a number of the round, so “{name}” is not taken.',
  'scoring.fieldUnknown': 'Criterion {criterion} asks for no figure “{field}”.',
  'published.nothing': 'The file holds no result.',
  'published.notPast': 'Only results of past years are imported; {year} is not over.',
  'published.unitGone': 'A unit does not belong here or has ended. Read the file again.',
  'published.unitUnknown': 'No unit is named “{name}”. Copy the name from the form.',
  'published.number': '“{typed}” is not a number. Write 7,5 or 7.5.',
  'published.outside': 'Points {points} lie between 0 and {max}.',
  'published.twice': '{code} stands twice for one unit. Keep one row.',
  'published.noHeadings': 'No sheet has the headings of the form. Keep: {headings}.',
} satisfies Refusals;
