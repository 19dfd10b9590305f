/** Signs of Word's symbol fonts, which stand in the private area and in no other font. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '-',
  '\uf0fc': '√',
  '\uf02d': '-',
};
/** Controls, and marks that print nothing but stay in what is searched and copied. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Surrogate}|\p{Variation_Selector}/gu;
const MISSING = '□';
const standIn = (sign: string): string => (/\p{Zs}/u.test(sign) ? ' ' : /\p{Pd}/u.test(sign) ? '-' : MISSING);
export const MAY_BREAK = '\u200b';
const TOGETHER = '\u2060';

/**
 * NFC at the door out. A letter that the font lacks becomes a box: PDF/A refuses a whole document for one such letter.
 */
export const printable = (words: string, letters: ReadonlySet<number>): string =>
  [
    ...words
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/\t/g, ' ')
      .replace(/[\ue000-\uf8ff]/g, (sign) => SYMBOLS[sign] ?? MISSING)
      .replace(UNSEEN, (sign) => (sign === '\n' ? sign : '')),
  ]
    .map((sign) => (sign === '\n' || letters.has(sign.codePointAt(0)!) ? sign : standIn(sign)))
    .join('');

/** A word longer than its place (an address, a code) may break after every `room` letters. */
export const breakable = (words: string, room: number): string =>
  words.replace(new RegExp(`\\S{${room + 1},}`, 'gu'), (word) => {
    const signs = [...word];
    const pieces: string[] = [];
    for (let at = 0; at < signs.length; at += room) pieces.push(signs.slice(at, at + room).join(''));
    return pieces.join(MAY_BREAK);
  });

/** A line that began with the dash of 'kinh tế - xã hội' would be read as an item of a list. */
export const dashTogether = (words: string): string =>
  words.replace(/([^\s\u200b]{1,20}) -(?= )/g, `${TOGETHER}$1 -${TOGETHER}`);
