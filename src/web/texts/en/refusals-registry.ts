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
} satisfies Refusals;
