import { absent, type Found } from './reading.ts';
import { cite, type Source, squash } from './source.ts';
import type { Zones } from './zones.ts';

const LABEL =
  /(?:(?<![\p{L}])[VvY]\s?[/\\.]\s?[vV]\s{0,4}[:;.]?|(?:^|\n)[ \t]*Về\s{1,3}(?:việc\s{0,4}:?|(?=\p{Ll})))\s{0,20}/gu;
/** What ends a subject: the next element of the letterhead. */
const STOP =
  /\n[ \t]*\n|\n[ \t]*(?=[Nn]gày[ \t._…\d]{0,16}tháng)|\n[ \t]*(?=(?:Kính\s?gửi|KÍNH\s?GỬI|Số\s{0,3}:|CỘNG\s|ĐẢNG\s+CỘNG|Độc\s|ĐỘC\s|Nơi\s?nhận|TM\.|TL\.|KT\.|ỦY BAN|UỶ BAN|UBND\s|SỞ\s|BỘ\s|(?:HỎA|HOẢ) TỐC|(?:THƯỢNG )?KHẨN|(?:TUYỆT |TỐI )?MẬT|Căn cứ|Thực hiện|(?:Số ký hiệu|Số hiệu|Ngày ban hành|Ngày hiệu lực|Cơ quan|Người ký|Lĩnh vực|Loại văn bản|Trích yếu|Lượt xem|Ngày đăng|Nội dung|Tệp|File)(?: [\p{L} ]{2,30})?\s?:|\p{Lu}[\p{L} ]{2,30},\s?ngày))|Kính\s{0,3}gửi|[-_=]{4,}/u;
/** A dateline or motto that a flattened second column puts in the middle. */
const INTRUDER =
  /[ \t]*(?:(?<=[\n \t]{2})ngày[ ._…]{1,16}tháng[ ._…]{1,16}năm\s{0,2}\d{0,4}|\p{Lu}\p{Ll}{1,6}(?:[ ]\p{Lu}\p{Ll}{1,6}){0,3}\s{0,2},\s{0,2}ngày[ ._\d…]{0,16}tháng[ ._\d…]{0,16}năm\s{0,2}\d{0,4}|Độc lập\s?-\s?Tự do\s?-\s?Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM)[ \t]*/gu;

const NEXT_LINE_IS_ANOTHER = /^\s*(?:[-–+•]|\d+[.)]|\()/u;

/** Portals set the subject's lines apart by blank lines: a line in lower case still belongs to it. */
const continues = (flat: string, at: number): boolean => {
  const rest = flat.slice(at, at + 200).replace(/^\s+/, '');
  return /^(?:\p{Ll}|0?[69] tháng)/u.test(rest) && !NEXT_LINE_IS_ANOTHER.test(rest);
};

const endOfSubject = (flat: string, from: number, limit: number): number => {
  let at = from;
  for (;;) {
    const rest = flat.slice(at, limit);
    const stop = STOP.exec(rest);
    if (!stop) return limit;
    const end = at + stop.index;
    if (/^\n[ \t]*\n$/u.test(stop[0]) && continues(flat, end) && end + stop[0].length < limit)
      at = end + stop[0].length;
    else return end;
  }
};

/** A dateline behind the subject ends it; one in its middle is followed by the rest in lower case. */
const beforeDateline = (flat: string, start: number, end: number): number => {
  for (const m of flat.slice(start, end).matchAll(INTRUDER)) {
    const rest = flat.slice(start + m.index + m[0].length, end).trimStart();
    if (!/^(?:\p{Ll}|\d)/u.test(rest)) return start + m.index;
  }
  return end;
};

/** The subject's stretch with the second column's words blanked, offsets kept. */
export const withoutDatelines = (flat: string): string =>
  flat.replace(INTRUDER, (words) => ' '.repeat(words.length));

const tidy = (words: string): string =>
  squash(words.replace(INTRUDER, ' ').replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2'))
    .replace(/^[:;.\s"-]+/, '')
    .replace(/[\s;:."/-]+$/, '');

/** Letters of the Party have the abstract under the number, without "V/v". */
const unlabelled = (flat: string, zones: Zones): { start: number; end: number } | undefined => {
  const head = flat.slice(0, zones.headEnd);
  const number = /(?:^|\n)[ \t]*Số[ \t]*:?[ \t]*\d{0,6}[ \t]*[-/][^\n]{2,30}\n/u.exec(head);
  if (!number) return undefined;
  const start = number.index + number[0].length;
  const line =
    /^[ \t]*(?:Báo cáo|Triển khai|Hướng dẫn|Cung cấp|Góp ý|Tăng cường|Rà soát|Đôn đốc|Tổng kết|Sơ kết|Thực hiện)\s[^\n]{10,200}(?:\n[ \t]*\p{Ll}[^\n]{0,120}){0,3}/u.exec(
      head.slice(start),
    );
  return line ? { start, end: start + line[0].length } : undefined;
};

export const readSubject = (source: Source, zones: Zones, kind: Found<string>): Found<string> => {
  const { flat } = source;
  // Beyond the letterhead only "V/v" at the start of a line counts: "về việc" in the body names cited documents.
  for (const m of flat.matchAll(LABEL)) {
    const inHead = m.index < zones.headEnd;
    const atLineStart = /(?:^|\n)[ \t]*$/.test(flat.slice(Math.max(0, m.index - 20), m.index));
    const isShort = /[VvY]\s?[/\\.]/u.test(m[0]);
    if (!inHead && !(isShort && (atLineStart || m.index >= zones.footStart))) continue;
    const start = m.index + m[0].length;
    const limit = inHead ? zones.headEnd : Math.min(flat.length, start + 400);
    const end = beforeDateline(flat, start, Math.min(endOfSubject(flat, start, limit), start + 600));
    const value = tidy(flat.slice(start, end));
    if (value.length >= 3) return { value, from: cite(source, start, end) };
  }
  const own = kind.value === 'công văn' ? unlabelled(flat, zones) : undefined;
  if (own) return { value: tidy(flat.slice(own.start, own.end)), from: cite(source, own.start, own.end) };
  // A plan or decision has its abstract under its name.
  if (
    kind.value !== null &&
    kind.value !== 'công văn' &&
    /^\p{Lu}/u.test(kind.from.text) &&
    kind.from.text.length > 4
  ) {
    const start = kind.from.end;
    const stop =
      /\n[ \t]*\n[ \t]*(?=\S)|\n[ \t]*(?=Căn cứ|Thực hiện|Triển khai|Thời gian qua|Để |Nhằm |Theo |Ngày \d|Kính\s?gửi|-{3,}|_{3,}|I\.|1\.|(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TRƯỞNG BAN|CỤC TRƯỞNG)(?!\p{L})|\p{Lu}{2,}[ ](?:BAN[ ])?NHÂN DÂN|(?:UBND|Ủy ban|Sở|Bộ)[ ])/u;
    const from = start + (/^\s*/.exec(flat.slice(start))?.[0].length ?? 0);
    const rest = flat.slice(from, from + 600);
    const m = stop.exec(rest);
    if (/^Kính\s?gửi/u.test(rest)) return absent;
    const value = tidy(
      rest.slice(0, m ? m.index : 0).replace(/^Về\s+việc\s+|^V\/v\s+|^Về\s+(?=\p{Ll})/u, ''),
    );
    if (value.length >= 3) return { value, from: cite(source, from, from + (m?.index ?? 0)) };
  }
  return absent;
};
