import { ORGAN_HEAD, organEnd } from './organs.ts';
import { plainSignature } from './positions.ts';
import { joined, matchAt, type Source } from './source.ts';

/** Where the parts of an official letter lie. Every end is the next one's start or later. */
export type Zones = {
  readonly headEnd: number;
  /** Just after "Kính gửi:"; undefined for plans and decisions. */
  readonly addressStart: number | undefined;
  /** Where the addressees end: the body, or a list of copies that stands before it. */
  readonly addressEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Just after "Nơi nhận:"; undefined when there is none. */
  readonly copiesStart: number | undefined;
  readonly footStart: number;
  readonly footEnd: number;
};

const ADDRESS = new RegExp(`(?<![a-z])${joined('kinh gui')}(?!\\s{1,4}kem)\\s{0,6}[:;.-]?`, 'g');
const COPIES = new RegExp(`(?<![a-z])${joined('noi nhan')}\\s{0,4}(?::|;|(?=\\n|\\s{2,}|\\t|[ ]?-))`, 'g');

/** First words of the body after the addressees. */
const OPENING = new RegExp(
  `(?:${[
    'thuc hien',
    'can cu',
    'de(?= )',
    'theo(?= )',
    'nham(?= )',
    'trien khai',
    'tiep tuc',
    'tiep theo',
    'ngay \\d',
    'hien nay',
    'phuc dap',
    'qua (?:theo doi|tong hop|ra soat|kiem tra)',
    'xet (?:de nghi|to trinh|bao cao|cong van|van ban|noi dung)',
    'sau khi',
    'vua qua',
    'thoi gian qua',
    'trong thoi gian',
    'tren co so',
    'dap ung',
    'chap hanh',
    'lien quan',
    'nhan duoc',
    'tiep nhan',
    'chuan bi',
    'thua (?:lenh|uy quyen)',
    'duoc su',
    'huong ung',
    'tinh den',
    'den nay',
    'tai (?:cong van|ke hoach|hoi nghi|phien|van ban)',
    '(?:cong van|ke hoach|quyet dinh|nghi quyet|chi thi) so',
    'trong nhung',
    'hang (?:nam|quy|thang)',
    'trong (?:quy|nam|thang)',
  ]
    .map(joined)
    .join('|')})`,
  'y',
);
const SURE_OPENING = new RegExp(
  `(?:${['thuc hien', 'can cu', 'trien khai', 'thuc thi'].map(joined).join('|')})`,
  'y',
);
/** What the issuer does in the first sentence of the body. */
const ACTS =
  /^\s{0,6}(?:kính|trân trọng|yêu cầu|đề nghị|nhận được|thông báo|hướng dẫn|giao|ban hành|đã|báo cáo|gửi|trình|có ý kiến|xin|tổ chức|triển khai|mời)(?!\p{L})/u;

/** "KBNN Khu vực XII yêu cầu các đơn vị …": whoever it is, he orders. */
const PARAGRAPH = /\n[ \t]*\n[ \t]*$/;
const ORDERS = /^\p{Lu}[^.;:\n]{2,80}?\s(?:kính\s|trân trọng\s)?(?:yêu cầu|đề nghị|thông báo|hướng dẫn)\s/u;

const lastMatch = (pattern: RegExp, view: string): RegExpExecArray | undefined => {
  let last: RegExpExecArray | undefined;
  for (const m of view.matchAll(pattern)) last = m;
  return last;
};

/** Capitals of a signature: authority and position. */
const SIGNATURE =
  /(?:^|[\n\t]|\s{2,}|(?<=[;.:,\p{Ll}] ))(?:(?:TM|TL|KT|TUQ|T\/M|T\/L|K\/T|T\.M|T\.L|K\.T|TUN)(?:\s{0,2}\.\s{0,3}|[ ]{1,3})(?=\p{Lu})|Q\s{0,2}\.\s{0,3}(?=\p{Lu}))/gu;

const TITLE_LINE =
  /(?:^|\n)[ \t]*(?:KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|CHỈ THỊ|TỜ TRÌNH|HƯỚNG DẪN|GIẤY MỜI|NGHỊ QUYẾT|CHƯƠNG TRÌNH|CÔNG ĐIỆN|THÔNG TƯ|THƯ MỜI|QUY CHẾ|PHIẾU CHUYỂN|PHIẾU GỬI|PHIẾU BÁO|GIẤY TRIỆU TẬP|GIẤY GIỚI THIỆU|THƯ CẢM ƠN|THƯ NGỎ|THƯ CHÚC MỪNG|BIÊN BẢN|ĐỀ ÁN|PHƯƠNG ÁN|QUY ĐỊNH|THÔNG CÁO)[ \t]*:?[ \t]*(?=\n|$)/u;

/** An appendix begins on its own line, after the signature. */
const APPENDIX =
  /\n[ \t]*(?:ĐỀ CƯƠNG|PHỤ LỤC|Phụ lục|BIỂU MẪU|MẪU BÁO CÁO|Mẫu số|Biểu số|BIỂU SỐ)[^\n]{0,80}(?=\n|$)/gu;

const bodyAfterAddress = (source: Source, from: number, limit: number): number => {
  const { flat, bare } = source;
  const capital = /\p{Lu}/gu;
  capital.lastIndex = from;
  for (let m = capital.exec(flat); m && m.index < limit; m = capital.exec(flat)) {
    const at = m.index;
    const before = flat.slice(Math.max(from, at - 12), at);
    if (at === from || /[\p{L}\d]$/u.test(before)) continue;
    const isItem = /(?:^|\n)[ \t]*(?:[-+•]|\d{1,2}[.)]|[a-zđ][.)])[ \t]*$/u.test(before);
    if (isItem) continue;
    const atStart = /(?:\n|[.;:]\s{1,4})[ \t]*$/u.test(before);
    const opens = matchAt(atStart ? OPENING : SURE_OPENING, bare, at);
    if (opens) return at;
    if (
      atStart &&
      PARAGRAPH.test(flat.slice(Math.max(from, at - 12), at)) &&
      ORDERS.test(flat.slice(at, at + 120))
    )
      return at;
    if (flat.slice(from, at).trim() !== '' && ORGAN_HEAD.test(flat.slice(at, at + 24))) {
      const end = organEnd(source, at, Math.min(limit, at + 120));
      // "UBND các xã …" is an addressee; the issuer of a letter is one body.
      if (
        ACTS.test(flat.slice(end, end + 24)) &&
        !/^\S+(?:\s\S+){0,3}\s(?:các|cấp)(?:\s|$)/u.test(flat.slice(at, end))
      )
        return at;
    }
  }
  // No known opening: the addressees end at the first blank line after some words.
  const blank = /\S[ \t]*\n[ \t]*\n/g;
  blank.lastIndex = from;
  const m = blank.exec(flat);
  return m && m.index < limit ? m.index + m[0].length : from;
};

/** A page that was read column by column: "Nơi nhận" before the body. The body then opens behind the list. */
const bodyBehindCopies = (
  source: Source,
  copiesStart: number,
  signatures: readonly { readonly index: number }[],
): { start: number; end: number } | undefined => {
  const { flat, bare } = source;
  const line = /\n[ \t]*(?=\p{Lu})/gu;
  line.lastIndex = copiesStart;
  for (let m = line.exec(flat); m && m.index < copiesStart + 1500; m = line.exec(flat)) {
    const start = m.index + m[0].length;
    if (!matchAt(SURE_OPENING, bare, start)) continue;
    const end = signatures.find((s) => s.index > start)?.index ?? flat.length;
    const body = bare.slice(start, end);
    return body.length > 200 && /(?:de\s{0,4}nghi|yeu\s{0,4}cau|bao\s{0,4}cao)/.test(body)
      ? { start, end }
      : undefined;
  }
  return undefined;
};

export const zonesOf = (source: Source): Zones => {
  const { bare, flat } = source;
  const length = flat.length;
  ADDRESS.lastIndex = 0;
  let address: RegExpExecArray | null = null;
  for (const m of bare.matchAll(ADDRESS)) {
    const first = flat.charAt(m.index);
    if (first === 'K') {
      address = m as RegExpExecArray;
      break;
    }
  }
  let copies: RegExpExecArray | undefined;
  for (const m of bare.matchAll(COPIES))
    if (flat.charAt(m.index) === 'N' && m.index > (address?.index ?? 0)) copies = m as RegExpExecArray;
  const title = TITLE_LINE.exec(flat);
  const addressStart = address ? address.index + address[0].length : undefined;
  const titleEnd =
    title && (!address || title.index < address.index) ? title.index + title[0].length : undefined;
  const closing = lastMatch(/\.\s{0,3}\/\s{0,3}[.-]?/g, flat.slice(0, copies?.index ?? length));
  let foot = copies?.index ?? length;
  const signatures = [...flat.matchAll(SIGNATURE)].filter((m) => m.index > (addressStart ?? titleEnd ?? 0));
  const signature = signatures.find((m) => m.index > (closing?.index ?? 0)) ?? signatures.at(-1);
  if (signature && signature.index < foot) foot = signature.index;
  const plain = plainSignature(flat, addressStart ?? titleEnd ?? 0);
  if (!signature && plain !== undefined && plain < foot) foot = plain;
  if (closing && closing.index > (addressStart ?? 0) && !copies && !signature && plain === undefined)
    foot = closing.index;
  let footEnd = length;
  for (const m of flat.matchAll(APPENDIX))
    if (m.index > foot + 20) {
      footEnd = m.index;
      break;
    }
  const late = copies && bodyBehindCopies(source, copies.index + copies[0].length, signatures);
  if (late) {
    foot = late.end;
    if (footEnd <= foot) footEnd = length;
  }
  const bodyStart = late
    ? late.start
    : addressStart !== undefined
      ? bodyAfterAddress(source, addressStart, foot)
      : (titleEnd ?? 0);
  return {
    headEnd: address?.index ?? titleEnd ?? Math.min(foot, 1500),
    addressStart,
    addressEnd: late && copies ? copies.index : bodyStart,
    bodyStart,
    bodyEnd: Math.max(bodyStart, foot),
    copiesStart: copies ? copies.index + copies[0].length : undefined,
    footStart: foot,
    footEnd,
  };
};
