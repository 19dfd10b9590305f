import type { Refusals } from '../sentence.ts';

export const registry = {
  'registry.bookIsHere':
    'This book was handed to the program already; the next number is {next}. Reload the page.',
  'registry.startMalformed':
    'The first number is unclear. Type the number that comes next in the book, from 1 to 999999.',
  'registry.startUsed':
    'Number {start} was given already: the highest one given is {last}. Type a number above {last}.',
  'registry.bookNotHere': 'The office keeps this book itself. Reload the page.',
  'registry.bookDecides':
    'The book was handed to the program: the next number is {next}, dated the day it is given. Reload the page and issue without typing.',
  'registry.bookFull': 'The book has no numbers of six digits left. Take it back and type the numbers.',
  'registry.alreadyNumbered':
    'This document has number {number}. Once numbered, it is only replaced or corrected by another document.',
  'registry.versionMissing': 'Choose the frozen version to print; the newest is number {newest}.',
  'registry.wrongState': 'The document has passed this step. Reload the page to see where it is.',
  'registry.stale': 'Somebody else has just changed it. Reload the page and do it again.',
  'registry.numberMalformed': 'The number has 1 to 6 digits, such as 31.',
  'registry.dayMalformed': 'The day is wrong. Type day/month/year, such as 28/02/2024.',
  'registry.dayInFuture': 'The day lies after today. Type the day the number was given.',
  'registry.unitMissing': 'No unit was chosen for the letter. Choose one and draft again.',
  'registry.notExtended': '{unit} has no extension. Extend on the board first, then draft the letter.',
  'registry.notReturned':
    'The report of {unit} is not returned, or has no remark. Return it first, then draft the letter.',
  'registry.replaceElsewhere':
    'This document is not replaced here: a request is changed as a request, a unit’s report is sent again and numbered anew.',
  'registry.replacedAlready': 'Another document replaces this one already. Go on with that one.',
  'registry.basesEmpty':
    'At least one basis is needed, each of at most 1,000 characters. Look at every line again.',
  'registry.basesElsewhere': 'The bases of this document come from the request. Change them in its draft.',
  'registry.correctionEmpty': 'Nothing to correct was named. Name at least one place.',
  'registry.correctionSame': 'What was printed and how it reads are the same. Correct or remove the line.',
} satisfies Refusals;
