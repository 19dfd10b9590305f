/**
 * TCVN3 (fonts .VnTime): 74 entries. U+00AD, which elsewhere is a soft hyphen, is the letter "ư" here, so the encoding
 * is decided before anything is cleaned.
 */
const TABLE =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöửøứ÷ữùựúỳûỷüỹýýþỵ';

const LETTERS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: TABLE.length / 2 }, (_, i) => [TABLE.charAt(2 * i), TABLE.charAt(2 * i + 1)]),
);

export const TCVN3_SIZE = LETTERS.size;

const CAPITAL_WORD = /^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$/;

/** Capitals with marks exist only as another font (.VnTimeH): "HéI" is "HỘI", seen from the letters around. */
const withCapitals = (line: string, plain: readonly string[]): string => {
  const words = line.split(' ');
  return words
    .map((word, i) => {
      const ascii = plain[i] ?? '';
      if (CAPITAL_WORD.test(ascii)) return word.toUpperCase();
      const isNear = (other: string | undefined): boolean =>
        other !== undefined && CAPITAL_WORD.test(other) && !/[\d/:]/.test(other);
      if (/^[^a-zA-Z]*[A-Z]?[^a-zA-Z\d:]{0,3}$/.test(ascii) && /[^\x20-\x7f]/.test(ascii))
        return isNear(plain[i - 1]) || isNear(plain[i + 1]) ? word.toUpperCase() : word;
      return word;
    })
    .join(' ');
};

export const fromTcvn3 = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      let out = '';
      for (const letter of line) out += LETTERS.get(letter) ?? letter;
      return withCapitals(out, line.split(' '));
    })
    .join('\n');
