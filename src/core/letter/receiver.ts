import { ORGAN_HEAD, organEnd } from './organs.ts';
import { cite, type Source, squash } from './source.ts';

type Receiver = {
  value: string | null;
  onBehalfOf: string | null;
  from: { start: number; end: number; text: string } | null;
};

const NAME = '(?:UBND|Ủy|Uỷ|Sở|Phòng|Bộ|Văn\\s+phòng|Ban|Cục|Chi\\s+cục|Thanh\\s+tra|Trung\\s+tâm|Tổ)';
/** "gửi báo cáo về UBND huyện (qua Phòng Nội vụ)": who sends, where to. */
const SENT_TO = new RegExp(
  `(?:gửi|gởi|nộp|báo\\s{0,4}cáo|chuyển)(?:[^.;:]{0,140}?)?\\s{0,4}(?:về|đến|tới|cho)\\s{1,4}(?=${NAME})|(?:gửi|nộp)\\s{0,4}(?:báo\\s{0,4}cáo\\s{0,4})?(?=${NAME}\\s)|(?<=\\s)(?:thông\\s+)?qua\\s{1,4}(?=${NAME})`,
  'giu',
);
const THROUGH = new RegExp(`\\s{0,4}[,(]?\\s{0,4}\\(?\\s{0,4}(?:thông\\s+)?qua\\s{1,4}(?=${NAME})`, 'yiu');
const VIA_BRACKET = /\s{0,4}\(\s{0,3}(?=(?:Phòng|Vụ|Văn phòng|Ban|Trung tâm|Thanh tra)\s)/uy;

/** Where the reports go: the last station is the receiver, the body before "qua" the one it acts for. */
export const readReceiver = (source: Source, start: number, end: number): Receiver => {
  const { flat } = source;
  let plain: Receiver | undefined;
  const stretch = flat.slice(0, end);
  const pattern = new RegExp(SENT_TO.source, SENT_TO.flags);
  pattern.lastIndex = start;
  for (let m = pattern.exec(stretch); m; m = pattern.exec(stretch)) {
    const at = m.index + m[0].length;
    if (!ORGAN_HEAD.test(flat.slice(at, at + 30))) continue;
    // "để … báo cáo UBND tỉnh" is the issuer's own duty.
    if (
      /(?:để|nhằm)\s[^.;]{0,120}$/u.test(flat.slice(Math.max(start, m.index - 120), m.index)) &&
      !/về\s*$/u.test(m[0])
    )
      continue;
    const nameEnd = organEnd(source, at, end);
    const name = squash(flat.slice(at, nameEnd));
    if (name.length < 4) continue;
    for (const through of [THROUGH, VIA_BRACKET]) {
      through.lastIndex = nameEnd;
      const via = through.exec(flat);
      if (!via) continue;
      const viaAt = nameEnd + via[0].length;
      const viaEnd = organEnd(source, viaAt, end);
      const value = squash(flat.slice(viaAt, viaEnd));
      if (value.length > 3) return { value, onBehalfOf: name, from: cite(source, at, viaEnd) };
    }
    plain ??= { value: name, onBehalfOf: null, from: cite(source, at, nameEnd) };
  }
  return plain ?? { value: null, onBehalfOf: null, from: null };
};
