import { deadlineText } from '../../../core/kernel/wording.ts';
import type { Refusals } from '../sentence.ts';

const when = (d: Readonly<Record<string, unknown>>): string =>
  deadlineText(Number(d.at)).replace(' ngày ', ' on ');

export const report = {
  'carry.notOurs': 'This is no file of unsent work. Choose a file named bao-cao-chua-gui….json.',
  'carry.damaged': 'The file was changed or not copied whole, so it was not read. Copy it again.',
  'carry.otherUnit': 'The file is of another unit ({unit}). Open that unit’s report and read it there.',
  'carry.otherRequest': 'The file is of another request ({title}). Open that report and read it there.',
  'carry.otherTemplate':
    'The file was written on another version of the template. Open this report on the machine that wrote it, with network.',
  'report.wrongState': (d) =>
    `The report is in state “${String(d.state)}”, so this cannot be done now. Reload to see what comes next.`,
  'report.incomplete': (d) =>
    `${d.count} things must be corrected or explained. Open “What is missing” to reach each of them.`,
  'report.pinsOpen': (d) =>
    `${d.count} remarks of the receiver are not answered. Answer them, then pass it on.`,
  'report.reasonMissing': 'Give the reason in at least 5 characters, so that readers understand it.',
  'report.changedSinceSeen':
    'The content changed after this page was opened, so nothing was signed. Look again, then sign.',
  'report.receivingBegun': 'The receiver has begun. Ask the receiver to return it for correction.',
  'report.receivingNotBegun': 'Receiving has not begun. Press “Begin receiving” first.',
  'report.pinMissing': 'Returning needs at least one remark at the place to correct.',
  'report.pinWithoutReason': 'Each remark needs a reason and a sentence that says what to correct.',
  'report.resendDateMissing': 'Choose the day by which it must be sent again.',
  'report.resendDatePast': 'The day for sending again has passed. Choose a later one.',
  'report.answerMissing': 'Write an answer to remark {number}.',
  'report.numberMalformed': 'The number has digits only, such as 31. The symbol goes into the next field.',
  'report.dayInFuture': 'The date has not come yet. Enter today or an earlier day.',
  'report.unknownCell': 'This cell is no longer in the form of the unit. Reload to get the new form.',
  'report.malformedCell': 'This value does not fit the cell. Type a number, choose again, or enter KPS.',
  'report.unknownSection': 'This section is no longer in the outline of the unit. Reload to get the new one.',
  'report.malformedWords':
    'The text holds something that cannot be kept. Remove what was pasted and paste it as plain text.',
  'report.nothingToExplain': 'The figures agree now, there is nothing to explain. Reload the page.',
  'report.mustBeCorrected': 'This error needs correcting; a reason is not enough.',
  'report.preparerMayNotSign': 'Who prepared this report may not sign it. Another leader signs.',
  'report.preparerMayNotReceive': 'Who prepared this report may not receive it. Another officer receives it.',
  'report.stampedNotPdf': 'The file {name} is not a PDF. Scan the stamped report as PDF and upload it again.',
  'report.pinPlaceUnknown': 'The place of the remark is no longer in the report. Reload and place it again.',
  'report.preparerMayNotExtend':
    'Who prepared this report may not extend its deadline. Another officer does.',
  'report.extensionDateMissing': 'Enter the new deadline, such as 16:00 05/03/2024.',
  'report.extensionPast': 'The new deadline has passed. Enter a moment to come.',
  'report.extensionNotLater': 'The new deadline must be later than that of the campaign.',
  'report.extensionWithoutDocument': 'Enter number and symbol of the decision, such as 215/UBND-NV.',
  'report.extensionAfterSending':
    'The report was sent, so on time or late is settled; an extension changes nothing any more.',
  'report.dayMalformed': 'The date of the document does not exist. Write it as dd/mm/yyyy.',
  'report.nothingToConfirm': 'This request has been confirmed already. Reload to see it as it is now.',
  'report.numberFirst':
    'Give number and day first, then send: this unit sends reports after its registry has numbered them.',
  'report.released':
    'The unit is no longer obliged in this request; what was typed is to be read only. Ask the ordering office to add the unit again.',
  'report.deadlineClosed': (d) =>
    `This request takes no report after its deadline, which ended at ${when(d)}. The report stays here whole; ask the receiving office for an extension in writing, then send.`,
  'report.lastSendingPassed': (d) =>
    `This request took late reports up to ${when(d)}, which has passed. The report stays here whole; ask the receiving office for an extension in writing, then send.`,
  'report.lastCorrectionPassed': (d) =>
    `Corrections of this request closed at ${when(d)}: nothing is returned or sent again since. Ask the office that ordered the report to change its request.`,
  'report.resendAfterLastCorrection': (d) =>
    `The date for sending again lies after the last correction of this request, ${when(d)}. Choose a moment before it.`,
  'report.withdrawTooLate': (d) =>
    `Taken back now, the report could not be sent again: this request closed at ${when(d)}. Ask the receiving office to return it.`,
  'report.neverRead': 'Nobody of the receiving office has read this report yet. Open it, then receive it.',
  'report.remarksOpen': '{count} remarks are not answered. Open it and decide.',
  'report.hasGaps': '{count} gaps or explained warnings are in it. Open it, then receive it.',
  'report.nearEmpty': 'The report is nearly empty. Open it, then receive or return it.',
  'report.changedElsewhere': '{count} places without a remark changed too. Open it, then receive it.',
  'reminder.owesNothing': 'This unit owes no report any more, so nobody was reminded.',
  'reminder.nobody':
    'Nobody at this unit holds a post to prepare or sign. Ask the administrator to give one.',
  'reminder.ruleTwice': 'Two rules have the same id {id}. Give one of them another.',
  'reminder.rulesStale':
    'Somebody else has just changed the reminder rules. Reload the page to see them, then change them further if needed.',
  'contact.empty':
    'Nothing is written about the contact. Write whom you spoke with or what was said, then save.',
  'board.viewNameless': 'The view has no name. Give it one, then save.',
  'board.tooManyViews': '{most} views are kept. Delete one, then save.',
  'job.running': 'This job is running. Wait until it has ended, then reload the page to see how it went.',
  'mail.notDead': 'Only a letter that was given up can be sent again by hand. Reload to see where it is.',
  'http.keyReused': 'This request has the key of another one. Reload the page and try again.',
  'http.keyMalformed': 'The key of the request is malformed. Reload the page and try again.',
  'http.invalid': 'The value sent is malformed. Type this cell again.',
  'http.diskFull':
    'The disk of the server is full, so this was not saved. What was typed is kept here and sent again; tell the administrator.',
  'http.databaseAway': 'The server cannot write just now. What was typed is kept here and sent again soon.',
  'http.fault': 'The server met an error, nothing changed. Try again in a few minutes.',
} satisfies Refusals;
