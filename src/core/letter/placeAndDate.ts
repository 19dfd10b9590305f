import { civil } from './dates.ts';
import { absent, type DateKnown, type Found } from './reading.ts';
import { cite, joined, type Source } from './source.ts';
import type { Zones } from './zones.ts';

/** "Cao Lộc, ngày 05 tháng 02 năm 2024", where day, month or both may still be blank. */
const DATELINE = new RegExp(
  `${joined('ngay')}[\\s._]{0,30}(\\d{1,2})?[\\s._]{0,30}${joined('thang')}[\\s._]{0,30}(\\d{1,2})?[\\s._]{0,30}(?:${joined('nam')}|,|/)[\\s._]{0,30}(\\d{4}|\\d{2,3}(?=[._ ])|)`,
  'g',
);
const SLASHED = /ngay[\s.]{0,12}(\d{1,2})\s{0,3}[/.-]\s{0,3}(\d{1,2})\s{0,3}[/.-]\s{0,3}(\d{4})/g;
const PLACE =
  /(?:^|[\n\t]|\s{2,}|[\d/&-][\p{Lu}&-]*\s|phúc\s|NAM\s)?(\p{Lu}[\p{L}.'-]*(?:[ ]\p{Lu}?[\p{L}.'-]*){0,4})\s{0,4},\s{0,4}$/u;

type Dateline = { place: Found<string>; date: Found<string>; dateKnown: DateKnown | null };

const placeBefore = (source: Source, at: number): Found<string> => {
  const from = Math.max(0, at - 60);
  const before = source.flat
    .slice(from, at)
    .replace(/^[\s\S]*(?:phúc|PHÚC|VIỆT NAM)[ \t]/u, (national) => '\n'.repeat(national.length));
  const m = PLACE.exec(before);
  const words = m?.[1];
  if (!m || !words) return absent;
  // The last line only, and without the letters of a symbol that a flattened column put before it.
  const clean = words.replace(/^.*[\n\t]/su, '').replace(/^(?:\p{Lu}{2,}[\p{L}&-]*\s+)+/u, '');
  // "A Lưới" is a place too.
  if (!/^\p{Lu}(?:\p{Ll}|\s\p{Lu}\p{Ll})/u.test(clean)) return absent;
  const end = from + m.index + m[0].lastIndexOf(words) + words.length;
  const cited = cite(source, end - clean.length, end);
  return { value: cited.text.replace(/\s+/g, ' '), from: cited };
};

export const readPlaceAndDate = (source: Source, zones: Zones): Dateline => {
  const { bare } = source;
  // The dateline has a place and a comma before it; a cited document's date has not.
  const candidates: { index: number; text: string; d?: number; m?: number; y?: number }[] = [];
  for (const pattern of [DATELINE, SLASHED])
    for (const m of bare.slice(0, Math.max(zones.headEnd, 1)).matchAll(pattern))
      candidates.push({
        index: m.index,
        text: m[0],
        d: m[1] ? Number(m[1]) : undefined,
        m: m[2] ? Number(m[2]) : undefined,
        y: m[3] && m[3].length === 4 ? Number(m[3]) : undefined,
      });
  for (const { index, text, d, m, y } of candidates) {
    const place = placeBefore(source, index);
    if (place.value === null) continue;
    const day = d !== undefined && m !== undefined && y !== undefined ? civil(y, m, d) : undefined;
    if (day)
      return { place, date: { value: day, from: cite(source, index, index + text.length) }, dateKnown: null };
    const known = {
      ...(d !== undefined && d <= 31 ? { day: d } : {}),
      ...(m !== undefined && m >= 1 && m <= 12 ? { month: m } : {}),
      ...(y === undefined ? {} : { year: y }),
    };
    return { place, date: absent, dateKnown: Object.keys(known).length ? known : null };
  }
  return { place: absent, date: absent, dateKnown: null };
};
