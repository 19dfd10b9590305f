import type { Block } from './blocks.ts';
import { sentenceAround } from './blocks.ts';
import type { Period } from './reading.ts';
import { type Source, squash } from './source.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const NAMED =
  /(?:báo\s{0,4}cáo\s{0,4}(?:[^.;:,\n]{0,60}?\s)??|^\s*(?:đối với\s+)?|[-–+]\s{0,4}|[,;]\s{0,4}(?!năm\s+\d))(?:(qu[ýí]\s{0,4}(i{1,3}|iv|[1-4])(?![\p{L}\d]))|((?:0?6|sáu)\s{0,4}tháng(?:\s{0,4}(?:đầu|cuối)\s{0,4}năm)?)|((?:0?9|chín)\s{0,4}tháng(?:\s{0,4}đầu\s{0,4}năm)?)|(năm(?=\s*[:(,]|\s+(?:19|20)\d{2}|\s+(?:tính|từ|trước|chậm|gửi|thời)))|(tháng(?=\s*[:(,]|\s+(?:tính|từ|trước|chậm|gửi))))(?:\s{0,4}(?:,|\/|năm)?\s{0,4}(?:năm\s{0,4})?((?:19|20)\d{2}))?/giu;

/** Which report a window or deadline belongs to when a list names several: "- Báo cáo quý I: …". */
export const aboutReport = (
  source: Source,
  block: Block,
  at: number,
): { words: string; period: Period } | undefined => {
  const sentence = sentenceAround(source, block, at);
  const before = source.low.slice(sentence.start, at);
  let found: { words: string; period: Period } | undefined;
  for (const m of before.matchAll(NAMED)) {
    const year = m[7] ? Number(m[7]) : null;
    const words = squash(
      source.flat.slice(sentence.start + m.index, sentence.start + m.index + m[0].length),
    ).replace(/^[-–+\s]+/u, '');
    const period: Period | undefined = m[1]
      ? { kind: 'quý', index: ROMAN[m[2] ?? ''] ?? Number(m[2]), year }
      : m[3]
        ? { kind: '6 tháng', index: /cuối/u.test(m[3]) ? 2 : 1, year }
        : m[4]
          ? { kind: '9 tháng', index: null, year }
          : m[5]
            ? { kind: 'năm', index: null, year }
            : m[6]
              ? { kind: 'tháng', index: null, year }
              : undefined;
    if (period) found = { words, period };
  }
  return found;
};
