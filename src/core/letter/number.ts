import { absent, type Found } from './reading.ts';
import { cite, type Source } from './source.ts';
import type { Zones } from './zones.ts';

/**
 * "Số: 12/UBND-NV", "Số:      /SNV- CCHC", "Số: ……/2024/QĐ-UBND". The number is given after signing, so a blank one is
 * no fault of the reader; the symbol stands after the last slash.
 */
const LABEL = /(?<![\p{L}\d])S[ốỐóÓôÔ]\s{0,4}[:;.]?\s{0,4}/gu;
const NUMBER = /(\d{1,6}[a-zđ]?)?[ ._…-]{0,40}\/\s{0,3}(?:((?:19|20)\d{2})\s{0,2}\/\s{0,2})?/uy;
const SYMBOL = /\p{Lu}(?:(?!ngày)[\p{L}\d]){0,12}(?:[ ]?[-–&.,][ ]?\p{Lu}(?:(?!ngày)[\p{L}\d]){0,12}){0,6}/uy;
/** Offices of the Party write "Số 218-CV/VPHU". */
const PARTY =
  /(\d{1,6})?[ ._…]{0,20}-[ ]?((?:CV|KH|QĐ|TB|BC|CT|NQ|KL|HD|TTr|GM|CTr|ĐA)[ ]?\/[ ]?\p{Lu}[\p{L}\d]{0,12}(?:-\p{Lu}[\p{L}\d]{0,12}){0,3})/uy;
/** Words that a flattened second column puts behind the symbol. */
const NOT_SYMBOL = /[ ]?[-–&.,][ ]?(?:CỘNG|Độc|ĐỘC).*$/u;

export const readNumber = (
  source: Source,
  zones: Zones,
): { number: Found<string>; symbol: Found<string> } => {
  const { flat } = source;
  const limit = zones.headEnd;
  const tryIn = (
    start: number,
    end: number,
  ): { number: Found<string>; symbol: Found<string> } | undefined => {
    LABEL.lastIndex = start;
    for (let label = LABEL.exec(flat); label && label.index < end; label = LABEL.exec(flat)) {
      const at = label.index + label[0].length;
      PARTY.lastIndex = at;
      const party = PARTY.exec(flat);
      if (party?.[2]) {
        const symbolAt = at + party[0].length - party[2].length;
        return {
          number: party[1] ? { value: party[1], from: cite(source, at, at + party[1].length) } : absent,
          symbol: {
            value: party[2].replace(/\s+/g, ''),
            from: cite(source, symbolAt, symbolAt + party[2].length),
          },
        };
      }
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(flat);
      if (!number) continue;
      const symbolAt = at + number[0].length;
      SYMBOL.lastIndex = symbolAt;
      const symbol = SYMBOL.exec(flat);
      if (!symbol) continue;
      const words = symbol[0].replace(NOT_SYMBOL, '');
      if (!words) continue;
      const digits = number[1];
      return {
        number: digits
          ? {
              value: number[2] ? `${digits}/${number[2]}` : digits,
              from: cite(source, at, at + (number[2] ? number[0].lastIndexOf('/') : digits.length)),
            }
          : absent,
        symbol: {
          value: words.replace(/\s+/g, '').replace(/–/g, '-'),
          from: cite(source, symbolAt, symbolAt + words.length),
        },
      };
    }
    return undefined;
  };
  return tryIn(0, limit) ?? { number: absent, symbol: absent };
};
