import type { Refusals } from '../sentence.ts';

export const tasks = {
  'excel.tooLarge': 'The Excel file is larger than 10 MB. Keep only the table and upload it again.',
  'excel.empty': 'The file is empty. Choose the filled form.',
  'excel.notSpreadsheet': 'This is not an Excel file (.xlsx). Save the table as .xlsx and upload it again.',
  'excel.old': 'Files of old Excel (.xls) cannot be read. Open it in Excel, save it as .xlsx, upload that.',
  'excel.macro': 'The file holds macros and is not accepted. Save it as Excel without macros (.xlsx).',
  'excel.damaged': 'The Excel file is damaged. Open it in Excel, save a new copy (.xlsx) and upload that.',
  'excel.bomb':
    'The Excel file unpacks to an abnormal size and was not opened. Save a new copy with the table only.',
  'excel.encrypted': 'The file is protected by a password. Remove it, save and upload again.',
  'excel.tooHeavy':
    'Reading the file took too much memory or time and was stopped. Save a new copy with the table only.',
  'tasks.noHeadings':
    'No sheet has the headings of the form. Use the form, and keep its columns: {headings}.',
  'tasks.noRows': 'The form holds no task yet. Fill one task a row and upload it again.',
  'tasks.tooMany': 'The form holds {n} tasks; {limit} at most at a time. Split the file.',
  'tasks.contentMissing': 'The task is missing. Write it in this cell.',
  'tasks.contentLong': 'The task is longer than {limit} characters. Shorten it or make several tasks of it.',
  'tasks.documentMissing': 'The document is missing. Write its kind, number, symbol and day.',
  'tasks.documentLong': 'The document is longer than {limit} characters. Write kind, number, symbol, day.',
  'tasks.dueUnread': '“{typed}” is no day. Write it as 30/6/2024, or leave it blank.',
  'tasks.unitsMissing': 'Nobody is named. Write names of units, or “các xã, thị trấn”, “các phòng”.',
  'tasks.unitUnknown':
    'No unit is called “{name}”. Copy the name from the sheet Tên đơn vị of the form; part names by semicolons.',
  'tasks.unitAmbiguous':
    'Several units are called “{name}”. Write the whole name as in the sheet Tên đơn vị.',
  'tasks.twice': 'This task stands in row {row} of sheet {sheet} already. Put all its units in one row.',
  'tasks.nothingToGive': 'There is no task to import. Choose a file with at least one accepted row.',
  'tasks.unitGone':
    'A unit has just closed or does not belong to the district, so nothing was imported. Read the file again.',
} satisfies Refusals;
