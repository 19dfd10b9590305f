import { absent, type Found, type From, type Period } from './reading.ts';
import { cite, type Source } from './source.ts';
import { withoutDatelines } from './subject.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, l: 1, ll: 2, lll: 3 };
const WORDS: Readonly<Record<string, number>> = { nhất: 1, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4 };
const YEAR = '(?:\\s{0,4}(?:,|-|/|của)?\\s{0,4}(?:năm\\s{0,4}|/\\s{0,2})?((?:19|20)\\d{2}))?';
const QUARTER = new RegExp(
  `(?<!\\p{L})qu[ýí]\\s{0,4}(iv|i{1,3}|l{1,3}(?!\\p{L})|[1-4](?!\\d)|nhất|một|hai|ba|tư|bốn)(?!\\p{L})${YEAR}`,
  'gu',
);
const MONTHS = new RegExp(
  `(?<![\\p{L}\\d/])(?:0?([69])|(sáu|chín))\\s{0,4}tháng(?:\\s{0,4}(đầu|cuối)\\s{0,4}năm)?(?!\\s{0,4}\\d{1,2}(?!\\d)|\\s{1,4}(?:triển khai|thực hiện|kể từ))${YEAR}`,
  'gu',
);
const MONTH =
  /(?<!(?:ngày|\d|,)\s{0,4})(?<!ngày\s{0,4}\d{1,2}\s{0,4})tháng\s{0,4}(\d{1,2})(?!\d)\s{0,4}(?:,|\/|năm|-)?\s{0,4}(?:năm\s{0,4})?((?:19|20)\d{2})/gu;
const YEARLY = /(?<!\p{L})năm\s{0,4}((?:19|20)\d{2})(?!\s{0,3}[-–]\s{0,3}(?:19|20)?\d{2})/gu;

type Candidate = { period: Period; start: number; end: number };

const width: Record<string, number> = { tháng: 1, quý: 2, '6 tháng': 3, '9 tháng': 4, năm: 0, khác: 0 };

/** Periods that a stretch names; `start` is where it begins in the text. */
const candidatesIn = (stretch: string, start: number): Candidate[] => {
  const found: Candidate[] = [];
  const add = (m: RegExpExecArray | RegExpMatchArray, period: Period): void => {
    const index = (m.index ?? 0) + start;
    found.push({ period, start: index, end: index + m[0].length });
  };
  for (const m of stretch.matchAll(QUARTER)) {
    const word = m[1] ?? '';
    const index = ROMAN[word] ?? WORDS[word] ?? Number(word);
    add(m, { kind: 'quý', index, year: m[2] ? Number(m[2]) : null });
  }
  for (const m of stretch.matchAll(MONTHS)) {
    const six = m[1] === '6' || m[2] === 'sáu';
    const year = m[4] ? Number(m[4]) : null;
    if (six) add(m, { kind: '6 tháng', index: m[3] === 'đầu' ? 1 : m[3] === 'cuối' ? 2 : null, year });
    else add(m, { kind: '9 tháng', index: null, year });
  }
  for (const m of stretch.matchAll(MONTH)) {
    const index = Number(m[1]);
    if (index >= 1 && index <= 12) add(m, { kind: 'tháng', index, year: Number(m[2]) });
  }
  return found;
};

/** The year that stands nearest after or before the period, within the same stretch. */
const yearIn = (stretch: string, start: number, at: number): number | null => {
  const years = [...stretch.matchAll(YEARLY)].map((m) => ({
    at: start + m.index,
    year: Number(m[1]),
  }));
  const after = years.find((y) => y.at >= at);
  return (after ?? years.at(-1))?.year ?? null;
};

const PLANNED = /(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|dự\s+kiến)[^,;]{0,40}$/u;
/** "báo cáo tháng 8 và …", where only the month that follows has its year. */
const BARE_MONTH = /(?<!\p{L})tháng\s{0,4}(1[0-2]|[1-9])(?!\d)(?=\s*(?:và|,|;))/u;

const cited = (source: Source, c: Candidate): From => cite(source, c.start, c.end);

/** A quarter and the half-year together ask for the wider one, "quý IV và năm 2024" for the year. */
const pick = (source: Source, start: number, end: number): Found<Period> | undefined => {
  const stretch = withoutDatelines(source.flat.slice(start, end)).toLowerCase();
  // "tháng 8 và phương hướng nhiệm vụ tháng 9/2021": what is planned is not what is reported.
  const found = candidatesIn(stretch, start);
  const done = found.filter((c) => !PLANNED.test(stretch.slice(0, c.start - start)));
  const bare = BARE_MONTH.exec(stretch);
  if (done.length === 0 && found.length > 0 && bare?.[1])
    done.push({
      period: { kind: 'tháng', index: Number(bare[1]), year: null },
      start: start + bare.index,
      end: start + bare.index + bare[0].length,
    });
  const all = done.length > 0 ? done : found;
  const widest = [...all].sort(
    (a, b) => (width[b.period.kind] ?? 0) - (width[a.period.kind] ?? 0) || a.start - b.start,
  )[0];
  if (!widest) return undefined;
  const andYear = /^\s{0,4}(?:và|,)\s{0,4}(?:cả\s{0,4})?năm\s{0,4}((?:19|20)\d{2})/u.exec(
    stretch.slice(widest.end - start),
  );
  if (andYear?.[1] && widest.period.year === null && widest.period.index === 4) {
    const at = widest.end + andYear[0].indexOf('năm');
    return {
      value: { kind: 'năm', index: null, year: Number(andYear[1]) },
      from: cite(source, at, widest.end + andYear[0].length),
    };
  }
  const year = widest.period.year ?? yearIn(stretch, start, widest.end);
  return { value: { ...widest.period, year }, from: cited(source, widest) };
};

/** "Về chế độ báo cáo", whose body orders one report: "đề nghị … báo cáo … quý I năm 2023". */
const orderedOnce = (source: Source, body: { start: number; end: number }): Found<Period> | undefined => {
  const stretch = source.low.slice(body.start, body.end);
  const order = /(?:đề\s{1,4}nghị|yêu\s{1,4}cầu)\s[^.;]{0,160}?báo\s{1,4}cáo\s[^.;]{0,120}/u.exec(stretch);
  if (!order || /h[àằ]ng\s|định\s{1,4}kỳ/u.test(order[0])) return undefined;
  const named = candidatesIn(stretch, body.start);
  const inOrder = named.filter(
    (c) =>
      c.period.year !== null &&
      c.start >= body.start + order.index &&
      c.end <= body.start + order.index + order[0].length,
  );
  const [one] = inOrder;
  return one && inOrder.length === 1 && named.every((c) => c.period.kind === one.period.kind)
    ? { value: one.period, from: cited(source, one) }
    : undefined;
};

const REGULAR = /(?<!\p{L})h[àằ]ng\s{1,4}(tháng|quý|tuần)(?!\p{L})/u;
const OTHER =
  /(?<!\p{L})(?:đột\s{1,4}xuất|chuyên\s{1,4}đề|sơ\s{1,4}kết\s{1,4}\d{1,2}\s{1,4}năm|tổng\s{1,4}kết\s{1,4}\d{1,2}\s{1,4}năm|giai\s{1,4}đoạn\s{1,4}\d{4}\s?[-–]\s?\d{4}|báo\s{1,4}cáo\s{1,4}nhanh)(?!\p{L})/u;

/** A kind without number or year: "hằng tháng", "đột xuất", "giai đoạn 2021 - 2025". */
const kindOnly = (source: Source, subject: From): Found<Period> | undefined => {
  const low = source.low.slice(subject.start, subject.end);
  const at = (m: RegExpExecArray): From =>
    cite(source, subject.start + m.index, subject.start + m.index + m[0].length);
  const regular = REGULAR.exec(low);
  if (regular) {
    const kind = regular[1] === 'tháng' || regular[1] === 'quý' ? regular[1] : 'khác';
    return { value: { kind, index: null, year: null }, from: at(regular) };
  }
  const other = OTHER.exec(low);
  return other ? { value: { kind: 'khác', index: null, year: null }, from: at(other) } : undefined;
};

const REPORT_YEAR = /báo\s{0,4}cáo[^.;\n]{0,120}?(?<!\p{L})năm\s{0,4}((?:19|20)\d{2})(?!\s{0,3}[-–])/gu;

export const readPeriod = (
  source: Source,
  subject: Found<string>,
  body: { start: number; end: number },
): Found<Period> => {
  const { low } = source;
  if (subject.value !== null) {
    const inSubject = pick(source, subject.from.start, subject.from.end);
    if (inSubject) {
      if (inSubject.value === null || inSubject.value.year !== null) return inSubject;
      // The body repeats the same period with its year.
      for (const c of candidatesIn(low.slice(body.start, body.end), body.start))
        if (
          c.period.kind === inSubject.value.kind &&
          c.period.year !== null &&
          (c.period.index === inSubject.value.index || inSubject.value.index === null)
        )
          return { value: c.period, from: cited(source, c) };
      return inSubject;
    }
    const stretch = withoutDatelines(source.flat.slice(subject.from.start, subject.from.end)).toLowerCase();
    const years = [...stretch.matchAll(YEARLY)];
    // "kết quả năm 2023, phương hướng, nhiệm vụ năm 2024" reports on 2023.
    const year =
      years.find(
        (y) => !/(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch)[^,;]{0,40}$/u.test(stretch.slice(0, y.index)),
      ) ?? years.at(-1);
    if (year?.[1]) {
      const at = subject.from.start + year.index;
      return {
        value: { kind: 'năm', index: null, year: Number(year[1]) },
        from: cite(source, at, at + year[0].length),
      };
    }
    // "định kỳ hằng tháng", "báo cáo đột xuất": the kind is said, the period is not.
    const kind = kindOnly(source, subject.from);
    if (kind) return kind;
    // "hằng năm", "định kỳ": the subject sets a regime, no single period.
    const isRegime = /h[àằ]ng\s|định\s{0,4}kỳ|chế\s{0,4}độ/u.test(subject.value.toLowerCase());
    if (isRegime) return orderedOnce(source, body) ?? absent;
  }
  for (const m of low.slice(body.start, body.end).matchAll(/báo\s{0,4}cáo[^.;]{0,160}/gu)) {
    const start = body.start + m.index;
    const found = pick(source, start, start + m[0].length);
    if (found && found.value !== null && found.value.year !== null) return found;
  }
  const yearly = subject.value === null ? REPORT_YEAR.exec(low.slice(body.start, body.end)) : null;
  REPORT_YEAR.lastIndex = 0;
  if (yearly?.[1]) {
    const end = body.start + yearly.index + yearly[0].length;
    const words = /năm\s{0,4}\d{4}$/u.exec(yearly[0]);
    return {
      value: { kind: 'năm', index: null, year: Number(yearly[1]) },
      from: cite(source, end - (words?.[0].length ?? 4), end),
    };
  }
  return absent;
};
