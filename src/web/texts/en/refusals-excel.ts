import type { Refusals } from '../sentence.ts';

const STATES: Readonly<Record<string, string>> = {
  'awaiting-signature': 'awaits signature',
  signed: 'is signed',
  submitted: 'is sent',
  received: 'is received',
};

export const excel = {
  'excel.notOurForm':
    'This file is no form of this program, or its hidden sheet was deleted. Download the form, copy the figures into it and upload that.',
  'excel.otherUnit': 'This is the form of {unit}, not of the unit that is open. Choose another file.',
  'excel.otherCampaign': 'This is a form of another period: {campaign}. Download the form of this period.',
  'excel.otherTemplate':
    'This file follows version {found} of the template, the report version {wanted}. Download the new form and copy the figures.',
  'excel.twoRows': 'A row stands twice in the file, so it is not clear which counts. Remove the copy.',
  'excel.nothingToTake': 'The file has no cell to take. Fill at least one that differs from what stands.',
  'excel.reportClosed': ({ unit, state }) =>
    `The report of ${String(unit)} ${STATES[String(state)] ?? 'is closed'} and takes no figures. Withdraw or return it first.`,
  'excel.gone': 'This cell is not in the form of the unit any more. Download the new form.',
  'excel.notNumber': 'Not a number. Write 1.234,5; KPS for nothing arose; KAD for not applicable.',
  'excel.isDate': 'The cell holds a date. Format it as a number and type again.',
  'excel.isFormula': 'The formula of the cell has no result. Save the file in Excel, or type the number.',
  'excel.notChoice': 'Not in the list of the cell. Choose one of its values.',
  'excel.tooLong': 'Longer than 10,000 letters. Shorten it, or put it into the words of the report.',
  'excel.noteLong': 'The note is longer than 2,000 letters. Shorten it.',
} satisfies Refusals;
