import type { UnitForm } from '../../template/outline.ts';
import type { Ref } from '../../template/template.ts';
import type { Claim, Measure } from './claims.ts';
import type { Clause, Segment } from './clauses.ts';
import type { Said } from './numbers.ts';

/**
 * What words say of the verified form of dossier handling (Biểu II.06a/VPCP/KSTT, facts of figures), whatever a
 * template calls its columns: they are known by their indicators KSTT.06.03 to .13.
 */
export const isDossierForm = (form: UnitForm): boolean =>
  form.totalRow === true &&
  ['07', '08', '09', '10', '13'].every((n) => form.columns.some((c) => c.indicator === `KSTT.06.${n}`));

/** Plans, bounds and other periods are no statements about the figures of this one. */
const NOT_NOW =
  /phấn đấu|mục tiêu|dự kiến|tối thiểu|ít nhất|trở lên|cùng kỳ|so với|năm trước|quý trước|kỳ trước(?! (?:chuyển|sang))|theo quy định (?:là|phải)|yêu cầu (?:là|phải|đạt)/u;
const NEARLY = /(?:khoảng|gần|hơn|trên|dưới|xấp xỉ|tăng|giảm|thêm|từ|đến|cao hơn|thấp hơn)[ \u00a0]*$/u;
const LATE = /(?:quá|trễ|chậm)[ \u00a0]*(?:hạn|muộn|trả)/u;
const IN_TIME = /đúng(?: thời)? hạn|đúng (?:và|,) trước hạn/u;
const EARLY = /trước(?: thời)? hạn|sớm hạn|trước (?:và|,) đúng hạn/u;
const WITHIN = /(?:trong|còn) (?:thời )?hạn|chưa đến hạn/u;
const OPEN =
  /đang (?:được )?(?:giải quyết|xử lý|trong quá trình)|chưa (?:được )?giải quyết|chuyển (?:sang )?kỳ sau|còn lại|tồn chuyển/u;
const CARRIED = /kỳ trước (?:chuyển|sang)|(?:tồn|từ) kỳ trước/u;
const ONLINE = /trực tuyến|qua mạng/u;
const DIRECT = /trực tiếp/u;
const SETTLED = /(?:đã |được )?(?:giải quyết|trả kết quả|xử lý xong)/u;
const RECEIVED = /tiếp nhận|phải giải quyết|tổng số hồ sơ/u;
/** Dossiers counted elsewhere: payments, digitizing, post, apologies; and what is no dossier at all. */
const ELSEWHERE =
  /thanh toán|số hóa|xin lỗi|bưu chính|phí, lệ phí|mức độ|toàn trình|đánh giá|khảo sát|luân chuyển/u;
const OTHER_THINGS = /nhiệm vụ|báo cáo|kiến nghị|phản ánh|giải ngân|cuộc họp|văn bản (?:đi|đến)/u;

type Columns = (...numbers: readonly number[]) => readonly Ref[];

/** The rows that a clause names; none when it speaks of the whole. */
const rowsNamed = (form: UnitForm, text: string): readonly string[] =>
  form.rows
    .filter((r) => r.id !== 'total' && r.title.length >= 5 && text.includes(r.title.toLowerCase()))
    .map((r) => r.id);

const columnsOf =
  (form: UnitForm, row: string): Columns =>
  (...numbers) =>
    numbers.flatMap((n) => {
      const code = `KSTT.06.${String(n).padStart(2, '0')}`;
      const column = form.columns.find((c) => c.indicator === code);
      return column ? [{ row, column: column.id }] : [];
    });

const sum = (refs: readonly Ref[]): Measure => ({ kind: 'sum', refs });
const share = (of: readonly Ref[], by: readonly Ref[]): Measure => ({ kind: 'percent', of, by });

/** 'quá hạn' may be settled late, still open and late, or both. */
const late = (at: Columns): Measure[] => [sum(at(10, 13)), sum(at(10)), sum(at(13))];

const lastOf = (text: string, what: RegExp): number =>
  [...text.matchAll(new RegExp(what.source, 'gu'))].at(-1)?.index ?? -1;

const countOf = (before: string, after: string, at: Columns): Measure[] => {
  const near = `${before} ${after}`;
  if (LATE.test(after) || LATE.test(before)) return late(at);
  if (CARRIED.test(near)) return [sum(at(6))];
  if (OPEN.test(near) || /còn[ \u00a0]*$/u.test(before)) return [sum(at(11)), sum(at(12))];
  if (IN_TIME.test(near) && EARLY.test(near)) return [sum(at(8, 9))];
  if (EARLY.test(near)) return [sum(at(8)), ...(/và/.test(near) ? [sum(at(8, 9))] : [])];
  if (IN_TIME.test(near)) return [sum(at(9)), sum(at(8, 9))];
  if (WITHIN.test(near)) return [sum(at(12)), sum(at(8, 9))];
  if (ONLINE.test(near) && !DIRECT.test(near)) return SETTLED.test(before) ? [] : [sum(at(4))];
  if (DIRECT.test(near)) return [sum(at(5))];
  if (/phải giải quyết/.test(before)) return [sum(at(3)), sum(at(4, 5))];
  const [settled, received] = [lastOf(before, SETTLED), lastOf(before, RECEIVED)];
  // The verb that stands last before the number is the one that it belongs to.
  if (settled > received) return /thẩm quyền giải quyết/.test(before) ? [] : [sum(at(7))];
  if (received >= 0) return [sum(at(3)), sum(at(4, 5))];
  return [];
};

const shareOf = (words: string, at: Columns): Measure[] => {
  if (LATE.test(words) && !IN_TIME.test(words))
    return [share(at(10), at(7)), share(at(10, 13), at(3)), share(at(13), at(11))];
  if (IN_TIME.test(words) || EARLY.test(words)) {
    if (OPEN.test(words)) return [];
    const both = share(at(8, 9), at(7));
    if (IN_TIME.test(words) && EARLY.test(words)) return [both];
    return IN_TIME.test(words) ? [both, share(at(9), at(7))] : [share(at(8), at(7)), both];
  }
  if (ONLINE.test(words) && /hồ sơ|tiếp nhận|nộp/u.test(words))
    return [share(at(4), at(4, 5)), share(at(4), at(3))];
  return [];
};

/** Words of a percentage: its own piece of the sentence, and the one before when it says no more than 'đạt 100%'. */
const wordsAround = (clause: Clause, segment: Segment): string => {
  const bare = segment.text.replace(
    /[\d.,%]|phần trăm|đạt|bằng|chiếm|tương đương|tỷ lệ|tỉ lệ|là|với|và|\s/gu,
    '',
  );
  const before = clause.segments[clause.segments.indexOf(segment) - 1];
  return bare === '' && before ? `${before.text} ${segment.text}` : segment.text;
};

type Around = { readonly clause: Clause; readonly segment: Segment; readonly at: readonly Columns[] };

const claim = (form: UnitForm, around: Around, said: Said, measures: readonly Measure[]): Claim[] => {
  if (measures.length === 0) return [];
  const { segment } = around;
  const text = segment.text.trimEnd();
  const start = segment.start + (text.length - text.trimStart().length);
  const { amount, percent, decimals } = said;
  return [
    {
      ...{ formId: form.id, start, end: segment.start + text.length },
      ...{ number: { start: said.start, end: said.firstEnd ?? said.end }, said: amount },
      ...{ percent, decimals, measures },
    },
  ];
};

const ofNumber = (form: UnitForm, around: Around, said: Said, index: number): Claim[] => {
  const { clause, segment, at } = around;
  const text = segment.text;
  const from = segment.numbers[index - 1]?.end ?? segment.start;
  const to = segment.numbers[index + 1]?.start ?? segment.start + text.length;
  // The name of the office is no verb.
  const before = text
    .slice(from - segment.start, said.start - segment.start)
    .replace(/(?:bộ phận|trung tâm)[^,]{0,30}tiếp nhận và trả kết quả/gu, '');
  const after = text.slice(said.end - segment.start, to - segment.start);
  // 'Có 03 hồ sơ quá hạn, trong đó 01 đang giải quyết' counts a part of the part.
  const above = clause.segments[clause.segments.indexOf(segment) - 1]?.text ?? '';
  if (/trong đó/u.test(text) && LATE.test(above)) return [];
  if (NEARLY.test(before) || NOT_NOW.test(text) || /phấn đấu|mục tiêu/u.test(clause.text)) return [];
  if (said.percent) {
    const words = wordsAround(clause, segment);
    if (OTHER_THINGS.test(words) || ELSEWHERE.test(words)) return [];
    return claim(
      form,
      around,
      said,
      at.flatMap((columns) => shareOf(words, columns)),
    );
  }
  if (ELSEWHERE.test(text) && !DIRECT.test(text)) return [];
  if (said.of) {
    if (!/hồ sơ/u.test(text) || !(IN_TIME.test(text) || EARLY.test(text))) return [];
    const done = at.flatMap((c) => [sum(c(8, 9)), sum(c(9)), sum(c(8))]);
    return [
      ...claim(form, around, said, done),
      ...claim(
        form,
        around,
        said.of,
        at.map((c) => sum(c(7))),
      ),
    ];
  }
  const counted = /^[ \u00a0]*(?:bộ )?(?:hồ sơ|hs)(?![\p{L}])/u.exec(after);
  // 'tiếp nhận 348 hồ sơ, giải quyết 331': the second number counts what the first one did.
  const bare =
    /(?:tiếp nhận|giải quyết)(?: được| là| xong)?:?[ \u00a0]*$/u.test(before) && /^[ \u00a0]*$/u.test(after);
  if (!counted && !(bare && /hồ sơ/u.test(clause.text) && !OTHER_THINGS.test(text))) return [];
  const rest = counted ? after.slice(counted[0].length) : '';
  return claim(
    form,
    around,
    said,
    at.flatMap((columns) => countOf(before, rest, columns)),
  );
};

/** 'Không có hồ sơ quá hạn', 'không để hồ sơ nào bị trễ hạn', 'không phát sinh trường hợp chậm muộn'. */
const NONE_LATE =
  /không (?:có|còn|để|phát sinh|xảy ra|ghi nhận)[^,.;]{0,40}?(?:hồ sơ|trường hợp|tthc|thủ tục)[^,.;]{0,30}?(?:quá|trễ|chậm)[ \u00a0]*(?:hạn|muộn|trả)/u;
const ALL_IN_TIME =
  /(?:tất cả|toàn bộ|mọi)(?: các)?(?: số)? hồ sơ[^,.;]{0,60}?(?:đúng(?: thời)? hạn|đúng và trước hạn|trước hạn)/u;

const withoutNumber = (form: UnitForm, clause: Clause, at: readonly Columns[]): Claim[] => {
  const claims: Claim[] = [];
  const base = { formId: form.id, decimals: 0 };
  const place = (found: RegExpExecArray) => ({
    start: clause.start + found.index,
    end: clause.start + found.index + found[0].length,
  });
  const none = NONE_LATE.exec(clause.text);
  if (none && !OTHER_THINGS.test(none[0]) && !NOT_NOW.test(clause.text)) {
    const open = /đang|chưa giải quyết/u.test(clause.text);
    const measures = at.map((c) => sum(open ? c(13) : c(10, 13)));
    claims.push({ ...base, ...place(none), said: '0', percent: false, measures });
  }
  const all = ALL_IN_TIME.exec(clause.text);
  if (all && !NOT_NOW.test(clause.text))
    claims.push({
      ...{ ...base, ...place(all), said: '100', percent: true },
      measures: at.map((c) => share(c(8, 9), c(7))),
    });
  return claims;
};

export const dossierClaims = (form: UnitForm, clauses: readonly Clause[]): readonly Claim[] =>
  clauses.flatMap((clause) => {
    // A field by name may be told with its own figures or, where it is the only one, with those of all.
    const rows = rowsNamed(form, clause.text);
    if (rows.length === 0 && /lĩnh vực/u.test(clause.text) && !/các lĩnh vực|tất cả/u.test(clause.text))
      return [];
    const wholes = [columnsOf(form, 'total')];
    const numbers = clause.segments.flatMap((segment) => {
      const named = rowsNamed(form, segment.text);
      const its = (named.length > 0 ? named : rows).map((row) => columnsOf(form, row));
      return segment.numbers.flatMap((said, index) =>
        ofNumber(form, { clause, segment, at: [...its, ...wholes] }, said, index),
      );
    });
    const its = rows.map((row) => columnsOf(form, row));
    return [...numbers, ...withoutNumber(form, clause, its.length > 0 ? its : wholes)];
  });
