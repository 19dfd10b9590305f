import type { Found, LetterReading, NoRequestReason } from './reading.ts';
import { cite, joined, type Source } from './source.ts';
import type { Zones } from './zones.ts';

/** "đến nay … vẫn chưa gửi báo cáo": somebody is late. */
const UNSENT =
  /den\s{0,4}(?:nay|ngay|het|thoi\s{0,4}diem)[^.]{0,140}?chua\s{0,4}(?:gui|nop|nhan|bao\s{0,4}cao|thuc\s{0,4}hien\s{0,4}bao|co\s{0,4}bao)/;

type Verdict = LetterReading['isRequest'];

const rx = (...phrases: string[]): RegExp => new RegExp(`(?:${phrases.map(joined).join('|')})`);

const INVITES = rx('kinh moi', 'tran trong kinh moi', 'moi du', 'moi tham du', 'moi hop');
const COMMENTS = rx(
  'gop y',
  'lay y kien',
  'tham gia y kien',
  'cho y kien',
  'dong gop y kien',
  'xin y kien',
  'y kien doi voi du thao',
  'y kien du thao',
);
const REMINDS = rx(
  'don doc',
  'khan truong gui',
  'lan 2',
  'lan thu',
  'nhac viec',
  'nhac nho',
  'cham gui',
  'cham tien do',
  'cham bao cao',
);
const FORWARDS = rx('gui bao cao', 'nop bao cao', 'chuyen bao cao', 'cung cap bao cao', 'phuc dap');
const ANSWERS =
  /(?:tran trong bao cao|kinh bao cao|xin bao cao|bao cao (?:ket qua|tinh hinh)[^.;]{0,120}(?:nhu sau|cu the)|kinh gui [^.;]{0,80} bao cao|(?:gui|chuyen) kem|xin gui|tran trong gui|kinh (?:de nghi|trinh)[^.;]{0,40}xem xet)/;
const NOTIFIES = rx(
  'thong bao lich',
  'thong bao ket qua',
  'thong bao ve viec',
  'thong bao viec',
  'gioi thieu',
  'cu nguoi',
  'cu nhan su',
  'cu can bo',
  'cu cong chuc',
  'tap huan',
  'cong bo',
  'moi thau',
);

/** "đã có Công văn số … đề nghị …": an order given before. */
const GIVEN_BEFORE =
  /(?<![a-z])da\s{0,4}(?:co|ban\s{0,4}hanh|gui)\s{1,4}(?:cong\s{0,4}van|van\s{0,4}ban|ke\s{0,4}hoach|thong\s{0,4}bao|cong\s{0,4}dien)[^.;]{0,120}$/;
const WHAT_WAS_GIVEN = new RegExp(
  GIVEN_BEFORE.source.replace(/\$$/, '(?:de\\s{0,4}nghi|yeu\\s{0,4}cau)[^.;]{0,120}$'),
);

/** The body whose sentence orders, just before the verb. */
const WHO =
  /(?<!\p{L})(?:UBND|Ủy ban|Uỷ ban|Sở|Phòng|Bộ|Văn phòng|Ban|Cục|Chi cục|Chủ tịch|Thủ tướng|Thanh tra|Trung tâm)(?!\p{L})(?:[^,.;:]|(?<=\d)\.){0,90}?\s{0,4}(?:kính\s|trân trọng\s)?\s{0,4}$/u;
const ORDER = new RegExp(
  `(?:${['yeu cau', 'de nghi', 'giao', 'chi dao', 'thong bao', 'huong dan', 'kinh de nghi'].map(joined).join('|')})(?![a-z])[^.;]{0,420}?(?:${['bao cao', 'tong hop so lieu', 'cung cap so lieu', 'thong ke', 'gui so lieu'].map(joined).join('|')})[^.;:\\n]{0,120}`,
  'g',
);
/** "… yêu cầu:" over a list, one of whose items is a report. */
const ORDERS_LIST = new RegExp(
  `(?:${['yeu cau', 'de nghi', 'giao', 'chi dao'].map(joined).join('|')})(?![a-z])[^.;:]{0,240}:[^:]{0,900}?(?:${['bao cao', 'tong hop so lieu'].map(joined).join('|')})`,
  'g',
);
/** Orders without a verb of ordering: plans and decisions that set a regime of reports. */
const REGIME = new RegExp(
  `(?:${['che do bao cao', 'bao cao dinh ky', 'dinh ky bao cao', 'dinh ky hang', 'hang thang', 'hang quy', 'gui bao cao', 'bao cao ket qua', 'thoi han gui', 'thoi gian gui'].map(joined).join('|')})[^.;\\n]{0,200}`,
  'g',
);
const SENT = /(?:gui|nop|bao\s{0,4}cao)\s{0,4}[^.;]{0,80}(?:ve|cho|(?<!ket\s{0,4})qua)\s/;
/** "đề nghị … xem xét, báo cáo" addressed upward in an answer is no order. */
const UPWARD =
  /(?:kinh\s{0,4}(?:de\s{0,4}nghi|trinh)|de\s{0,4}nghi)\s[^.;]{0,80}(?:xem\s{0,4}xet|quan\s{0,4}tam|tong\s{0,4}hop|phe\s{0,4}duyet|theo\s{0,4}doi)/;

export const readIsRequest = (
  source: Source,
  zones: Zones,
  kind: Found<string>,
  subject: Found<string>,
  hasDeadline: boolean,
): Verdict => {
  const { bare } = source;
  const body = bare.slice(zones.bodyStart, zones.bodyEnd);
  const about =
    subject.value === null ? '' : bare.slice(subject.from.start, subject.from.end).replace(/\s+/g, ' ');
  const no = (reason: NoRequestReason, from: { start: number; end: number }): Verdict => ({
    value: false,
    reason,
    from: cite(source, from.start, from.end),
  });
  const subjectAt = subject.from ?? {
    start: zones.bodyStart,
    end: Math.min(zones.bodyEnd, zones.bodyStart + 80),
  };
  if (kind.value === 'giấy mời' || kind.value === 'giấy triệu tập') return no('invitation', kind.from);
  const invites = INVITES.exec(body);
  if (/^(?:v\/v )?(?:moi |kinh moi)/.test(about) || (invites && !new RegExp(ORDER.source).test(body)))
    return no(
      'invitation',
      invites
        ? { start: zones.bodyStart + invites.index, end: zones.bodyStart + invites.index + invites[0].length }
        : subjectAt,
    );
  if (kind.value === 'báo cáo' || kind.value === 'tờ trình' || kind.value === 'phiếu chuyển')
    return no('report', kind.from);
  if (COMMENTS.test(about)) return no('comments', subjectAt);
  if (REMINDS.test(about)) return no('reminder', subjectAt);
  const unsent = UNSENT.exec(body);
  if (unsent)
    return no('reminder', {
      start: zones.bodyStart + unsent.index,
      end: zones.bodyStart + unsent.index + unsent[0].length,
    });
  const order = firstOrder(source, zones);
  const answers = ANSWERS.exec(body);
  if (FORWARDS.test(about) && (!order || order.isRegime || answers) && !hasDeadline)
    return no('forwarding', subjectAt);
  if (!order && answers)
    return no('forwarding', {
      start: zones.bodyStart + answers.index,
      end: zones.bodyStart + answers.index + answers[0].length,
    });
  if (!order && NOTIFIES.test(about)) return no('notice', subjectAt);
  if (NOTIFIES.test(about) && !hasDeadline && !/bao cao/.test(about)) return no('notice', subjectAt);
  if (order) {
    const words = bare.slice(order.start, order.end);
    if (answers && UPWARD.test(words) && !hasDeadline) return no('forwarding', order);
    if (COMMENTS.test(words) && !/bao\s{0,4}cao\s{0,4}(?:ket|tinh|cong|cac|so|ve|nhu)/.test(words))
      return no('comments', order);
    return { value: true, reason: null, from: cite(source, order.start, order.end) };
  }
  if (COMMENTS.test(body) && SENT.test(body)) {
    const m = COMMENTS.exec(body);
    if (m)
      return no('comments', {
        start: zones.bodyStart + m.index,
        end: zones.bodyStart + m.index + m[0].length,
      });
  }
  return { value: false, reason: 'noOrder', from: subject.from };
};

const firstOrder = (
  source: Source,
  zones: Zones,
): { start: number; end: number; isRegime?: true } | undefined => {
  const { bare } = source;
  const pattern = new RegExp(ORDER.source, 'g');
  pattern.lastIndex = zones.bodyStart;
  for (let m = pattern.exec(bare); m && m.index < zones.bodyEnd; m = pattern.exec(bare)) {
    // "theo đề nghị của", "Công văn … về việc hướng dẫn" name somebody else's request.
    const before = bare.slice(Math.max(0, m.index - 30), m.index);
    const cited =
      GIVEN_BEFORE.test(bare.slice(Math.max(zones.bodyStart, m.index - 160), m.index)) ||
      /(?:theo|tai|ve\s{0,4}viec|xet|can\s{0,4}cu)\s{0,4}$/.test(before) ||
      /^(?:huong\s{0,4}dan|thong\s{0,4}bao|de\s{0,4}nghi)\s{0,4}(?:cua|so)/.test(m[0]);
    const aboutCited = /ve\s{0,4}viec\s{0,4}(?:yeu|de|giao|huong|thong)/.test(
      bare.slice(Math.max(0, m.index - 12), m.index + 160),
    );
    if (!cited && !(aboutCited && !/yeu\s{0,4}cau\s|de\s{0,4}nghi\s/.test(m[0].slice(0, 140)))) {
      const lead = WHO.exec(source.flat.slice(Math.max(zones.bodyStart, m.index - 110), m.index));
      return {
        start: m.index - (lead?.[0].length ?? 0),
        end: Math.min(m.index + m[0].length, zones.bodyEnd),
      };
    }
    pattern.lastIndex = m.index + 8;
  }
  const body = bare.slice(zones.bodyStart, zones.bodyEnd);
  for (const m of body.matchAll(ORDERS_LIST)) {
    const at = zones.bodyStart + m.index;
    const lead = WHO.exec(source.flat.slice(Math.max(zones.bodyStart, at - 110), at));
    return { start: at - (lead?.[0].length ?? 0), end: at + m[0].length };
  }
  if (SENT.test(body))
    for (const m of body.matchAll(REGIME)) {
      if (WHAT_WAS_GIVEN.test(body.slice(Math.max(0, m.index - 300), m.index))) continue;
      return {
        start: zones.bodyStart + m.index,
        end: zones.bodyStart + m.index + m[0].length,
        isRegime: true,
      };
    }
  return undefined;
};
