import { organEnd, sentenceCase } from './organs.ts';
import { absent, type Found } from './reading.ts';
import { cite, type Source, squash } from './source.ts';
import type { Zones } from './zones.ts';

/** The national title and motto of the second column, in one line or broken over two. */
const NATIONAL =
  /ĐẢNG\s{1,4}CỘNG\s{1,4}SẢN\s{1,4}VIỆT\s{1,4}NAM|C[ỘO]NG\s{0,4}H(?:ÒA|OÀ|OA)\s{0,4}X[ÃA]\s{0,4}H[ỘO]I|CH[ỦU]\s{0,4}NGH[ĨI]A\s{0,4}VI[ỆE]T\s{0,4}NAM|[ĐD][ộỘo][cC]\s{0,4}[lL][ậẬ][pP]\s{0,4}[-–]?\s{0,4}T[ựỰ]\s{0,4}[dD][oO]\s{0,4}[-–]?\s{0,4}H[ạẠ][nN][hH]\s{0,4}[pP][hH][úÚ][cC]/gu;
const ORGAN_START =
  /^(?:BỘ|UỶ BAN|ỦY BAN|UBND|SỞ|PHÒNG|BAN|CỤC|TỔNG CỤC|CHI CỤC|VỤ|VĂN PHÒNG|HỘI ĐỒNG|THANH TRA|TRUNG TÂM|CHÍNH PHỦ|(?:ĐẢNG|HUYỆN|TỈNH|THÀNH|QUẬN|THỊ) (?:ỦY|UỶ)|ĐẢNG BỘ|ĐẢNG ĐOÀN|CHI BỘ|LIÊN ĐOÀN|TÒA ÁN|TOÀ ÁN|NGÂN HÀNG|CHI NHÁNH|MẶT TRẬN|ĐÀI|QUỸ|BỆNH VIỆN|CÔNG TY|TẬP ĐOÀN|TỔNG CÔNG TY|ĐOÀN|CÔNG ĐOÀN|TỈNH ĐOÀN|HUYỆN ĐOÀN|HẠT|TRẠM|BỘ CHỈ HUY|BAN CHỈ HUY|THUẾ|TRƯỜNG|BẢO HIỂM|BHXH|KBNN|LĐLĐ|TAND|VKSND|KHO BẠC|CÔNG AN|VIỆN|HỌC VIỆN|BAN QUẢN LÝ|TỔ CÔNG TÁC|HỘI)(?![\p{L}])/u;
const CAPS =
  /\p{Lu}[\p{Lu}]*(?:[ ]{1,2}(?:-[ ])?[\p{Lu}]+|,[ ][\p{Lu}]+|[ ]?&[ ]?[\p{Lu}]+|[ ]?-[ ]?[\p{Lu}]+){0,14}/gu;
const TITLE =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|CHỈ THỊ|TỜ TRÌNH|HƯỚNG DẪN|GIẤY MỜI|NGHỊ QUYẾT|CÔNG ĐIỆN|KHẨN|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN)/u;

type Piece = { start: number; end: number; words: string };

/** Runs of capitals before the number: each is a line (or a column of a line) of the letterhead. */
const piecesOf = (source: Source, limit: number): Piece[] => {
  const clean = source.flat.slice(0, limit).replace(NATIONAL, (m) => '\u0000'.repeat(m.length));
  const pieces: Piece[] = [];
  for (const m of clean.matchAll(CAPS)) {
    const words = squash(m[0]);
    if (words.length < 3 || TITLE.test(words) || /^[IVX]+$/.test(words)) continue;
    // Capitals glued to lower case are the start of an ordinary word ("Cao"), not a letterhead.
    const next = clean.charAt(m.index + m[0].length);
    // "PHÒNG NỘI VỤ Độc lập": the last capital begins the word of the other column.
    const whole = /\p{Ll}/u.test(next) ? m[0].replace(/[ ]{1,2}\p{Lu}$/u, '') : m[0];
    if (
      (whole === m[0] && /\p{Ll}/u.test(next)) ||
      /\/\s?$/.test(clean.slice(Math.max(0, m.index - 2), m.index))
    )
      continue;
    for (const part of splitBodies(whole)) {
      const own = squash(part.words);
      if (own.length < 2) continue;
      pieces.push({ start: m.index + part.at, end: m.index + part.at + part.words.length, words: own });
    }
  }
  return pieces;
};

/** Two bodies that lost the line end between them: "UBND HUYỆN CAO LỘC PHÒNG NỘI VỤ". */
const SECOND_BODY =
  /(?<!(?:VÀ|&|ỦY|UỶ|VĂN|TỔNG|CHI|CHỈ|PHÒNG|THANH TRA|TRUNG TÂM|TRỰC THUỘC|THUỘC)\s{1,3})(?<=\p{Lu}\s{1,3})(?:SỞ|VĂN PHÒNG|PHÒNG|CHI CỤC|CỤC|THANH TRA|TRUNG TÂM|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BAN CHỈ ĐẠO|BAN QUẢN LÝ|BAN DÂN TỘC)\s+(?=\p{Lu})/gu;

const splitBodies = (words: string): { at: number; words: string }[] => {
  if (!ORGAN_START.test(words)) return [{ at: 0, words }];
  const cuts = [0, ...[...words.matchAll(SECOND_BODY)].map((m) => m.index), words.length];
  return cuts.slice(0, -1).map((at, i) => ({ at, words: words.slice(at, cuts[i + 1]) }));
};

const organsOf = (pieces: readonly Piece[]): Piece[] => {
  const organs: Piece[] = [];
  for (const piece of pieces) {
    const last = organs.at(-1);
    // A line that begins no body continues the one above: "ỦY BAN NHÂN DÂN" / "HUYỆN CAO LỘC".
    if (ORGAN_START.test(piece.words)) organs.push({ ...piece });
    else if (last && piece.start - last.end < 220) {
      last.end = piece.end;
      last.words = `${last.words} ${piece.words}`;
    }
  }
  return organs;
};

/** The same name in mixed case somewhere in the letter is better evidence of its spelling than any rule. */
const asWritten = (source: Source, capitals: string): string => {
  const cased = sentenceCase(capitals);
  const at = source.low.indexOf(cased.toLowerCase());
  for (let i = at; i >= 0; i = source.low.indexOf(cased.toLowerCase(), i + 1)) {
    const words = source.flat.slice(i, i + cased.length);
    if (words !== words.toUpperCase() && /^\p{Lu}/u.test(words) && !/[\n\t]/.test(words)) return words;
  }
  return cased;
};

/** Only the verbs of ordering: the body's own sentence names it when the letterhead is lost. */
const BODY =
  /(?<![\p{L}])(?<!(?:của|bởi|và|với|do|từ)\s{1,4})(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Bộ|Văn phòng|Ban|Cục|Chi cục)\s(?=\p{L})/gu;
const ORDERS = /^\s{0,4}(?:kính\s+|trân trọng\s+)?(?:yêu cầu|đề nghị|giao|thông báo|hướng dẫn)(?!\p{L})/u;

const UNNAMED =
  /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn)$/u;

export const readIssuer = (
  source: Source,
  zones: Zones,
  place: Found<string>,
): { issuer: Found<string>; issuerParent: Found<string> } => {
  const { flat } = source;
  const numberAt = /(?<!\p{L})S[ốỐ]\s{0,4}[:;]?\s{0,30}(?:[\d._…/ ]{0,40}\/|\d{1,6}[ ]?-[ ]?\p{Lu})/u.exec(
    flat.slice(0, zones.headEnd),
  )?.index;
  const limit = numberAt ?? zones.headEnd;
  let organs = organsOf(piecesOf(source, limit));
  if (!organs.length && numberAt !== undefined) organs = organsOf(piecesOf(source, zones.headEnd));
  const own = organs.at(-1);
  if (own) {
    const above = organs.at(-2);
    const found = (p: Piece): Found<string> => ({
      value: asWritten(source, p.words),
      from: cite(source, p.start, p.end),
    });
    return { issuer: found(own), issuerParent: above ? found(above) : absent };
  }
  for (const m of flat.slice(zones.bodyStart, zones.bodyEnd).matchAll(BODY)) {
    const start = zones.bodyStart + m.index;
    const end = organEnd(source, start);
    const name = squash(flat.slice(start, end));
    if (!name || !ORDERS.test(flat.slice(end, end + 40))) continue;
    // NĐ 30/2020 art. 4: the place of the dateline is the name of the unit whose committee issues the letter.
    const value = UNNAMED.test(name) && place.value !== null ? `${name} ${place.value}` : name;
    // Its first mention is where a reader's eye meets it.
    const words = flat.slice(start, end);
    const first = flat.indexOf(words, zones.addressStart ?? 0);
    const isWhole = first >= 0 && first < start && !/^[\p{L}\d]/u.test(flat.slice(first + words.length));
    const at = isWhole ? first : start;
    return { issuer: { value, from: cite(source, at, at + words.length) }, issuerParent: absent };
  }
  return { issuer: absent, issuerParent: absent };
};
