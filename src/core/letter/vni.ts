/** VNI-Win: the marks stand as letters of their own behind the vowel. */
const MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that are one sign in VNI. */
const SINGLES: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const PAIR = /([aeouyAEOUYôöÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ôöñæóòîÔÖÑÆÓÒÎ]/gu;

const single = (letter: string): string => {
  const low = letter.toLowerCase();
  const base = SINGLES[low] ?? low;
  return letter === low ? base : base.toUpperCase();
};

export const fromVni = (text: string): string =>
  text
    .replace(PAIR, (all, vowel?: string, mark?: string) => {
      if (vowel === undefined || mark === undefined) return single(all);
      const base = /[ôöÔÖ]/u.test(vowel) ? single(vowel) : vowel;
      return `${base}${MARKS[mark.toLowerCase()] ?? ''}`.normalize('NFC');
    })
    .normalize('NFC');
