import { civil, dateAt } from './dates.ts';
import { ORGAN_HEAD, organEnd } from './organs.ts';
import type { LegalBasis } from './reading.ts';
import { cite, type Source, squash } from './source.ts';

const KINDS =
  'thông tư liên tịch|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kế hoạch|công văn|văn bản|thông báo|hướng dẫn|báo cáo|công điện|tờ trình|chương trình|đề án|kết luận|quy định|giấy mời|luật|pháp lệnh';
const NUMBER =
  '(\\d{1,6}\\s{0,2}(?:/\\s{0,2}(?:19|20)\\d{2}\\s{0,2})?(?:/\\s{0,2}[\\p{Lu}Đ](?:(?!ngày)[\\p{L}\\d]){0,12}(?:\\s?[-&.]\\s?[\\p{Lu}Đ](?:(?!ngày)[\\p{L}\\d]){0,12}){0,6}|-\\s?(?:KL|NQ|CT|QĐ|KH|CV|HD|TB|CTr|BC|ĐA|QC|QyĐ|TTr)\\s?/\\s?\\p{Lu}[\\p{Lu}-]{1,10}))';
const CITED = new RegExp(
  `(?<!\\p{L})(${KINDS})(?:\\s{0,4}:?\\s{1,4}(?:số|liên tịch|hợp nhất)){0,2}\\s{0,4}:?\\s{0,4}${NUMBER}`,
  'giu',
);
/** "Công văn số 2976/SNV-CCHC. Riêng các đơn vị …": the number ends with the sentence. */
const NEXT_SENTENCE = /\s?[-&.]\s+\p{Lu}\p{Ll}{2,}$/u;
const FURTHER = new RegExp(`\\s{0,4}(?:,|;|và)\\s{0,4}(?:số\\s{0,4})?${NUMBER}`, 'uy');
const LAW =
  /(?<!\p{L})(Luật|Pháp lệnh)\s{1,4}(\p{Lu}(?:[^,;.()\n]|,(?=\s\p{Ll}{2,}\s)(?!\s(?:căn|thực|theo|của|do|và)\s)){3,120}?)\s{1,4}(?:ngày|năm|số)\s{1,4}/gu;
/** "Luật … số 44/2013/QH13" */
const LAW_NUMBER = /^\d{1,4}\s?\/\s?\d{4}\s?\/\s?(?:QH|UBTVQH|PL-UBTVQH)\s?\d{0,2}/u;

const OF = /\s{0,4},?\s{0,4}của\s{1,4}/uy;
const ABOUT =
  /\s{0,4},?\s{0,4}(?:về\s{1,4}việc\s{1,4}|về\s{1,4}|quy\s{1,4}định\s{1,4}(?:về\s{1,4})?|ban\s{1,4}hành\s{1,4}|hướng\s{1,4}dẫn\s{1,4}|phê\s{1,4}duyệt\s{1,4}|v\/v\s{1,4})/uy;
const ABOUT_END = /[;)\n.]|,\s+(?=(?:UBND|Ủy ban|Sở|Bộ|Phòng|yêu cầu|đề nghị|thực hiện|căn cứ)\b)/u;

const skipDate = (source: Source, at: number): { end: number; date: string | null } => {
  const gap = /^\s{0,6},?\s{0,6}/.exec(source.flat.slice(at, at + 14))?.[0].length ?? 0;
  const date = dateAt(source, at + gap);
  if (!date || !/^\s{0,6},?\s{0,6}\(?ngay/.test(source.bare.slice(at, at + gap + 8)))
    return { end: at, date: null };
  if (date.month === undefined || date.year === undefined) return { end: date.end, date: null };
  return { end: date.end, date: civil(date.year, date.month, date.day) ?? null };
};

const describe = (
  source: Source,
  from: number,
  limit: number,
): { issuer: string | null; about: string | null; end: number } => {
  const { low, flat } = source;
  let at = from;
  let issuer: string | null = null;
  OF.lastIndex = at;
  const of = OF.exec(low);
  if (of) {
    at += of[0].length;
    const end = organEnd(source, at, Math.min(limit, at + 140));
    issuer = squash(flat.slice(at, end)) || null;
    at = end;
  }
  ABOUT.lastIndex = at;
  const about = ABOUT.exec(low);
  if (!about) return { issuer, about: null, end: at };
  const start = at + about[0].length;
  // Hard-wrapped lines belong to one sentence; a blank line ends it.
  const stretch = flat.slice(start, Math.min(limit, start + 500)).replace(/\n(?![ \t]*\n)/g, ' ');
  const stop = ABOUT_END.exec(stretch);
  const words = squash(stretch.slice(0, stop?.index ?? stretch.length)).replace(/[,\s]+$/, '');
  return { issuer, about: words || null, end: at };
};

/** "Ngày 02/11/2022, UBND tỉnh ban hành Công văn số …": day and issuer stand before. */
const ISSUED_BEFORE =
  /(?<![a-z])ngay\s{0,4}[\d/. -]{6,16}(?:thang\s\d{1,2}\snam\s\d{4})?,?\s{1,4}([^.;,]{2,80}?)\s{1,4}(?:da\s{1,4})?(?:ban\s{1,4}hanh|co)\s{1,4}$/;

/** "chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số …", "nhiệm vụ được UBND tỉnh giao tại Quyết định số …". */
const SAID_AT =
  /(?<=\s)(?:của|được)\s+(\p{Lu}[^.;,()]{2,70}?)\s+(?:giao\s+|nêu\s+|chỉ đạo\s+)?(?:tại|trong)\s+$/u;

const beforeIt = (source: Source, at: number): { date: string | null; issuer: string | null } => {
  const from = Math.max(0, at - 140);
  const m = ISSUED_BEFORE.exec(source.bare.slice(from, at));
  if (!m?.[1]) {
    const said = SAID_AT.exec(source.flat.slice(from, at))?.[1] ?? '';
    return { date: null, issuer: ORGAN_HEAD.test(said) ? squash(said) : null };
  }
  const written = dateAt(source, from + m.index);
  const issuerAt = from + m.index + m[0].indexOf(m[1]);
  return {
    date: written?.month && written.year ? (civil(written.year, written.month, written.day) ?? null) : null,
    issuer: squash(source.flat.slice(issuerAt, issuerAt + m[1].length)) || null,
  };
};

const compact = (number: string): string => number.replace(/\s+/g, '');

/** Every document that the letter cites with a number, once, in the order of reading. */
export const readLegalBases = (source: Source, start: number, end: number): LegalBasis[] => {
  const { flat } = source;
  const found: (LegalBasis & { readonly at: number })[] = [];
  const seen = new Set<string>();
  const add = (basis: LegalBasis, at: number): void => {
    const key = basis.number ?? `${basis.kind} ${basis.about}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({ ...basis, at });
  };
  const stretch = flat.slice(0, end);
  CITED.lastIndex = start;
  for (let m = CITED.exec(stretch); m; m = CITED.exec(stretch)) {
    const kind = (m[1] ?? '').toLowerCase().replace(/\s+/g, ' ');
    const surplus = NEXT_SENTENCE.exec(m[2] ?? '')?.[0].length ?? 0;
    let number = (m[2] ?? '').slice(0, (m[2] ?? '').length - surplus);
    let from = m.index;
    let numberEnd = m.index + m[0].length - surplus;
    for (let more = 0; more < 20; more++) {
      const { end: dateEnd, date } = skipDate(source, numberEnd);
      const { end: issuerEnd, ...described } = describe(source, dateEnd, end);
      const before = described.issuer === null ? beforeIt(source, from) : null;
      add(
        {
          kind,
          number: compact(number),
          date: date ?? before?.date ?? null,
          issuer: described.issuer ?? before?.issuer ?? null,
          about: described.about,
          from: cite(source, from, dateEnd),
        },
        from,
      );
      // "số 18/KH-UBND ngày … của UBND tỉnh và số 77/KH-SKHĐT": the kind is said once.
      let nextAt = dateEnd;
      FURTHER.lastIndex = nextAt;
      let next = FURTHER.exec(stretch);
      if (!next?.[1]) {
        nextAt = issuerEnd;
        FURTHER.lastIndex = nextAt;
        next = FURTHER.exec(stretch);
        if (!next?.[1] || !/số/u.test(next[0])) break;
      }
      number = next[1] ?? '';
      from = nextAt + next[0].indexOf(number);
      numberEnd = nextAt + next[0].length;
    }
  }
  for (const m of stretch.slice(start).matchAll(LAW)) {
    const at = start + m.index;
    const name = squash(m[2] ?? '');
    const dateAtEnd = at + m[0].length;
    const dated = /ngày\s{1,4}$/u.test(m[0])
      ? dateAt(source, dateAtEnd - (/ngày\s{1,4}$/u.exec(m[0])?.[0].length ?? 0))
      : undefined;
    const numbered = /số\s{1,4}$/u.test(m[0]) ? LAW_NUMBER.exec(flat.slice(dateAtEnd, dateAtEnd + 24)) : null;
    const after = numbered ? skipDate(source, dateAtEnd + numbered[0].length) : undefined;
    const date = after
      ? after.date
      : dated?.month && dated.year
        ? (civil(dated.year, dated.month, dated.day) ?? null)
        : null;
    add(
      {
        kind: (m[1] ?? '').toLowerCase(),
        number: numbered ? compact(numbered[0]) : null,
        date,
        issuer: null,
        about: name,
        from: cite(
          source,
          at,
          after?.end ?? dated?.end ?? at + (m[1] ?? '').length + 1 + (m[2] ?? '').length,
        ),
      },
      at,
    );
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _at, ...basis }) => basis);
};
