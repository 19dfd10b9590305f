import { signatureWords } from './signer.ts';
import { type Source, squash } from './source.ts';
import type { Zones } from './zones.ts';

/** The signer's name under the list may begin with "Lưu" too. */
const IS_NAME = /^Lưu(?: \p{Lu}\p{Ll}{0,7}){1,4}$/u;

/** The list "Nơi nhận": items begin with a dash; the signature of the second column is cut away. */
export const readCopies = (source: Source, zones: Zones): string[] => {
  if (zones.copiesStart === undefined) return [];
  const end = Math.max(zones.footEnd, zones.copiesStart);
  const words = signatureWords(source.flat.slice(zones.copiesStart, end));
  const items: string[] = [];
  for (const line of words.split('\n')) {
    const clean = squash(line);
    if (!clean) continue;
    // Items that lost their line ends are parted by ";" and a dash.
    for (const piece of clean.split(/;\s*(?:[-+]\s*)?(?=\S)/u)) {
      const isItem = /^[-+•]/u.test(piece) || piece !== clean || /;/.test(clean);
      const item = piece
        .replace(/^[-+•]\s*/u, '')
        .replace(/[;.,\s]+$/u, '')
        .trim();
      if (!item || /^V\s?\/\s?[vV]/u.test(item)) continue;
      const last = items.at(-1);
      // "Chủ tịch UBND tỉnh; (báo cáo)": what a copy is for is no copy.
      if (last !== undefined && /^\([^()]{2,30}\)$/u.test(item)) {
        items[items.length - 1] = `${last} ${item}`;
        continue;
      }
      const done = last !== undefined && /^(?:Lưu|lưu)/u.test(last);
      if (isItem || (last === undefined && /^(?:Như|Lưu|TT|CT|UBND|Các|Thường|Sở|VP)/u.test(item))) {
        // NĐ 30/2020: "Lưu" is the last line; what follows belongs to the page.
        if (done) return items;
        items.push(item);
      } else if (last !== undefined && !done && /^\p{Ll}/u.test(item))
        items[items.length - 1] = `${last} ${item}`;
      else if (/^(?:Lưu|Như)/u.test(item) && !IS_NAME.test(item)) items.push(item);
    }
  }
  return items;
};
