import type { Refusals } from '../sentence.ts';

const FIELDS: Readonly<Record<string, string>> = {
  type: 'type',
  unit: 'unit',
  stock: 'kind (stock or flow)',
};

export const templates = {
  'template.placeGone':
    'Somebody has just removed this part, form, row or column. Load the page again and go on.',
  'template.ruleUnread':
    'The rule could not be read from letter {letter}. Mend it as the note below the field says.',
  'template.lastOutline': 'A template keeps at least one outline. Add another before removing this one.',
  'template.lastSection': 'An outline keeps at least one part. Add another before removing this one.',
  'template.lastRow': 'A form keeps at least one row. Add another, or remove the whole form.',
  'template.lastColumn': 'A form keeps at least one column. Add another, or remove the whole form.',
  'template.cannotMove': 'It stands at that end already, or there is no level to move to.',
  'template.indicatorMeaning': (details) =>
    `The indicator “${String(details.title ?? '')}” was published with the ${FIELDS[String(details.field)] ?? 'meaning'} “${String(details.was ?? '')}” and keeps it for ever, so nothing was changed. To report by the new meaning, make a new indicator.`,
  'template.unsound': 'The draft has {n} faults to mend before it can be published. See “To mend”.',
  'template.nothingChanged': 'The draft says the same as the published version; there is nothing to publish.',
  'template.stale':
    '{by} has just changed this draft. Your change was not saved; look at the new draft and change it again.',
  'template.fileUnsound': 'The file has {n} faults, so nothing was taken. Mend them and read the file again.',
  'template.draftExists': 'The template “{title}” has a draft already. Open that draft, or drop it first.',
  'templateFile.sheetMissing':
    'The file has no sheet “{sheet}”. Download the file of a version and keep the names of its sheets.',
  'templateFile.headingMissing':
    'The sheet has no column “{heading}”. Keep the headings of the downloaded file.',
  'templateFile.nothing': 'The sheet “Mẫu” has no row. Write the code and the name of the template.',
  'templateFile.empty':
    'No part, row or column belongs to this line. Add some in their sheet, or remove the line.',
  'templateFile.cellMissing': 'This cell may not be blank. Fill it.',
  'templateFile.cellChoice': '“{typed}” is not one of: {choices}.',
  'templateFile.cellUnknown':
    'This code is not in the sheet “{sheet}” (or stands after this line). Mend it or add a line.',
  'templateFile.cellTwice': 'This code was used above. Write another.',
  'templateFile.cellAmount': '“{typed}” is not a number. Write 1.234,5.',
  'templateFile.cellCode':
    '“{typed}” cannot be a code. Codes are letters, digits, dots and hyphens without spaces.',
  'templateFile.cellLong': 'The cell is longer than {limit} letters. Shorten it.',
  'templateFile.cellRule':
    'The rule or formula could not be read from letter {letter}. See the sheet “Cách ghi”.',
  'templateFile.unsound': 'This line does not fit the rest of the template. Mend it as said beside it.',
  'templateFile.meaning':
    'The indicator “{title}” was published with “{was}”, the file says “{wanted}”. Keep it, or use another code.',
  'campaign.templateUnknown':
    'Version {version} of the template is not among the published ones. Choose another.',
} satisfies Refusals;
