import { isAskedOf } from './issuerAsked.ts';
import { ORGAN_HEAD, organEnd } from './organs.ts';
import { cite, type Source, squash } from './source.ts';

type Receiver = {
  value: string | null;
  onBehalfOf: string | null;
  from: { start: number; end: number; text: string } | null;
};

const NAME =
  '(?:UBND|Ủy|Uỷ|Sở|Phòng|Bộ|Văn\\s+phòng|Ban|Cục|Chi\\s+cục|Thanh\\s+tra|Trung\\s+tâm|Công\\s+an|Bảo\\s+hiểm|BHXH|KBNN|bộ\\s+phận|đồng\\s+chí\\s+(?:Phó\\s+)?(?:Giám|Chủ|Chánh|Trưởng)|Kho\\s+bạc|(?:Tỉnh|Huyện|Thành|Quận|Thị|Đảng)\\s+(?:ủy|uỷ)|Thường\\s+trực|Hội|Vụ|Viện|Đoàn|Đội|Liên\\s+đoàn|Tổ)';
/** "gửi báo cáo về UBND huyện (qua Phòng Nội vụ)": who sends, where to. */
const SENT_TO = new RegExp(
  `(?:nơi\\s{1,4}(?:gửi|nhận\\s{1,4}báo\\s{1,4}cáo)|địa\\s{1,4}chỉ\\s{1,4}(?:nhận|gửi))[^:\\n]{0,40}:\\s{0,4}(?=${NAME})|(?:gửi|gởi|nộp|báo\\s{0,4}cáo|chuyển)(?:(?:[^.;:(]|\\([^)]{0,160}\\)){0,140}?)?\\s{0,4}(?:về|vể|vê|đến|tới|cho)\\s{1,4}(?=${NAME})|(?:gửi|nộp)\\s{0,4}(?:báo\\s{0,4}cáo\\s{0,4})?(?=${NAME}\\s)|(?<=\\s)(?:thông\\s+)?qua\\s{1,4}(?=${NAME})`,
  'giu',
);
const THROUGH = new RegExp(`\\s{0,4}[,(]?\\s{0,4}\\(?\\s{0,4}(?:thông\\s+)?qua\\s{1,4}(?=${NAME})`, 'yiu');
const VIA_BRACKET = /\s{0,4}\(\s{0,3}(?=(?:Phòng|Vụ|Văn phòng|Ban|Trung tâm|Thanh tra)\s)/uy;

/** Where the reports go: the last station is the receiver, the body before "qua" the one it acts for. */
export const readReceiver = (source: Source, start: number, end: number, issuer: string | null): Receiver => {
  const { flat } = source;
  let plain: Receiver | undefined;
  let other: Receiver | undefined;
  const stretch = flat.slice(0, end);
  const pattern = new RegExp(SENT_TO.source, SENT_TO.flags);
  pattern.lastIndex = start;
  for (let m = pattern.exec(stretch); m; m = pattern.exec(stretch)) {
    const at = m.index + m[0].length;
    const head = flat.slice(at, at + 30);
    const glued = /^(?:Phòng|Sở|Văn phòng|Ban|Bộ|Cục)(?=\p{Lu}\p{Ll})/u.exec(head)?.[0];
    if (
      !glued &&
      !ORGAN_HEAD.test(head) &&
      !/^(?:phòng|sở|văn phòng|ban|bộ|bộ phận|đồng chí)\s+\p{Lu}/u.test(head)
    )
      continue;
    // "để … báo cáo UBND tỉnh" is the issuer's own duty.
    if (
      /(?:để|nhằm)\s[^.;]{0,120}$/u.test(flat.slice(Math.max(start, m.index - 120), m.index)) &&
      !/về\s*$/u.test(m[0])
    )
      continue;
    // "Bộ Nội vụ đề nghị UBND tỉnh gửi báo cáo về Bộ": what the issuer itself owes.
    if (isAskedOf(source, Math.max(start, at - 160), at, issuer)) continue;
    // "Văn phòng UBND tỉnh tổng hợp, trình ký gửi Văn phòng Chính phủ".
    if (/trình\s{1,3}(?:ký\s{1,3})?$/iu.test(flat.slice(Math.max(start, m.index - 12), m.index))) continue;
    const nameEnd = organEnd(source, at, end);
    const name = squash(flat.slice(at, nameEnd)).replace(glued ?? '', (noun) => (noun ? `${noun} ` : ''));
    if (name.length < 3) continue;
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    for (const through of [THROUGH, VIA_BRACKET]) {
      through.lastIndex = nameEnd;
      const via = through.exec(flat);
      if (!via) continue;
      const viaAt = nameEnd + via[0].length;
      const viaEnd = organEnd(source, viaAt, end);
      const value = squash(flat.slice(viaAt, viaEnd));
      if (value.length > 3)
        return {
          value: value.charAt(0).toUpperCase() + value.slice(1),
          onBehalfOf: capital,
          from: cite(source, at, viaEnd),
        };
    }
    // Where a list of duty or a comment goes is second to where the report goes.
    const isReport = /báo\s{0,4}cáo/iu.test(
      flat
        .slice(Math.max(start, m.index - 200), at)
        .split(/[.;]\s/u)
        .at(-1) ?? '',
    );
    const found: Receiver = { value: capital, onBehalfOf: null, from: cite(source, at, nameEnd) };
    if (isReport) plain ??= found;
    else other ??= found;
  }
  return plain ?? other ?? { value: null, onBehalfOf: null, from: null };
};
