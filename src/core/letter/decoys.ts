import type { Block } from './blocks.ts';
import type { WrittenDate } from './dates.ts';
import { isAskedOf } from './issuerAsked.ts';
import { isGroup, ORGAN_HEAD } from './organs.ts';
import { joined, type Source } from './source.ts';
import { resolveDay, type YearContext } from './yearOf.ts';

/** Dates that look like deadlines and are none. */
const SENDS = new RegExp(
  `(?:${['gui', 'goi', 'nop', 'bao cao ve', 'bao cao', 'cap nhat', 'nhap', 'thoi han', 'thoi gian gui', 'tong hop gui'].map(joined).join('|')})`,
);
const MISSED =
  /nhung\s{0,4}den\s{0,4}nay|den\s{0,4}nay\s|van\s{0,4}chua|chua\s{0,4}gui|chua\s{0,4}nop|da\s{0,4}qua\s{0,4}(?:han|thoi)|gui\s{0,4}cham(?!\s{0,4}nhat)|cham\s{0,4}gui|theo\s{0,4}do,?\s{0,4}(?:thoi|cac)/;
const ASKED_BEFORE =
  /(?:tai|theo|(?:ban\s{0,4}hanh|(?<![a-z])co))\s{1,4}(?:cong\s{0,4}van|van\s{0,4}ban|ke\s{0,4}hoach|thong\s{0,4}bao)[^.;]{0,200}(?:yeu\s{0,4}cau|de\s{0,4}nghi|quy\s{0,4}dinh)[^.;]{0,160}$/;
/** "để UBND huyện tổng hợp, báo cáo UBND tỉnh trước ngày …": the issuer's own duty. */
const OWN_DUTY =
  /(?:(?<![a-z])(?:de(?!\s{0,4}(?:cuong|an|nghi|xuat|tai))|nham|phuc vu|kip)(?![a-z])[^.;]{0,60}?(?:tong\s{0,4}hop|tham\s{0,4}muu|hoan\s{0,4}thien)?[^.;]{0,60}?(?:bao\s{0,4}cao|trinh|gui)\s{1,6}(?:len\s)?(?:ubnd|uy\s{0,4}ban|bo\s|so\s|thu\s{0,4}tuong|chinh\s{0,4}phu|tinh|huyen|thuong\s{0,4}truc|lanh\s{0,4}dao|cap\s{0,4}tren|chu\s{0,4}tich|van\s{0,4}phong\s|tong\s{0,4}cuc|cuc\s|ban\s|hdnd|hoi\s{0,4}dong|thanh\s{0,4}tra|trung\s{0,4}uong|dang\s{0,4}uy|cong\s{0,4}an)[^.;]{0,60})$/;
const ISSUER_ACTS =
  /(?:tong\s{0,4}hop|tham\s{0,4}muu|hoan\s{0,4}thien|xay\s{0,4}dung)[^.;]{0,80}(?:bao\s{0,4}cao|trinh|gui)[^.;]{0,60}$/;
const TO_ABOVE =
  /(?:tong\s{0,4}hop|tham\s{0,4}muu)[^.;]{0,80}(?:bao\s{0,4}cao|trinh)\s{1,4}(?:ubnd|uy\s{0,4}ban|bo\s|thu\s{0,4}tuong|chinh\s{0,4}phu|tinh\s|huyen\s|thuong\s{0,4}truc|chu\s{0,4}tich|lanh\s{0,4}dao)[^.;]{0,60}$/;
const EVENTS =
  /(?:tiep\s{0,4}nhan|ban\s{0,4}hanh|phat\s{0,4}sinh|giai\s{0,4}quyet|hieu\s{0,4}luc|sinh|tuyen\s{0,4}dung|thanh\s{0,4}lap|ton\s{0,4}dong|sap\s{0,4}nhap|duoc\s{0,4}cap|nop\s{0,4}ho\s{0,4}so|ho\s{0,4}so|van\s{0,4}ban|dang\s{0,4}ky|dau\s{0,4}thau|dai\s{0,4}hoi)[a-z ,]{0,24}$/;
const DONE =
  /(?:hoan\s{0,4}thanh|thuc\s{0,4}hien|trien\s{0,4}khai|to\s{0,4}chuc|dam\s{0,4}bao|bao\s{0,4}dam|khac\s{0,4}phuc)[^.;:]{0,80}$/;
const LIMIT_HEAD =
  /(?:thoi\s{0,4}(?:gian|han|diem)|han)\s{0,4}(?:gui|nop|cuoi|chot|hoan\s{0,4}thanh)[^.;]{0,80}:\s{0,4}$/;
const ROSTER = /(?<![a-z])truc\s{0,4}(?:ban|tet|le|lanh|co\s{0,4}quan|\d)|lich\s{0,4}truc|ca\s{0,4}truc/;
const CITING =
  /(?:so\s{0,4}[\d]{1,6}\s{0,3}\/[^\s]{2,30}|so\s{0,3}\/[^\s]{2,30}|cong\s{0,4}van|(?<!(?:tai\s{0,4}chinh\s{0,4}[-,]?|(?<![a-z])va|phong|so|vu|[-,])\s{0,4})ke\s{0,4}hoach|quyet\s{0,4}dinh|nghi\s{0,4}dinh|luat[^,;.]{0,80})\s{0,4},?\s{0,4}$/;
const CITED_ORDER =
  /(?:theo|tai|thuc\s{0,4}hien|can\s{0,4}cu)\s{1,4}(?:noi\s{1,4}dung\s{1,4})?(?:cong\s{0,4}van|van\s{0,4}ban|ke\s{0,4}hoach|thong\s{0,4}bao|quyet\s{0,4}dinh)\s[^;]{0,400}$/;
const ORDERED =
  /(?:de\s{0,4}nghi|yeu\s{0,4}cau|kinh\s{0,4}de|giao)\s|(?:gui|nop)\s[^;]{0,160}(?:ve|qua|cho)\s|,\s{0,4}(?:gui|nop)\s{1,4}(?:ubnd|uy\s{0,4}ban|so\s|phong\s|van\s{0,4}phong|ban\s|bo\s|vu\s|cuc\s|chi\s{0,4}cuc|thanh\s{0,4}tra|trung\s{0,4}tam)|bao\s{0,4}cao\s{1,4}ve\s|cham\s{0,4}nhat|thoi\s{0,4}han/;
const CITED_REPORT = /bao\s{0,4}cao\s{0,4}so\s{0,4}\d/g;
/** "gửi đến hết ngày …", "tiếp nhận báo cáo … đến 17 giờ ngày …", "thời gian nhận báo cáo: từ … đến ngày …". */
const TAKES = /(?:(?:gui|nop|nhan|tiep\s{0,4}nhan)\s[^.;]{0,100})$/;
const TAKING_TIME =
  /thoi\s{0,4}(?:gian|han)\s{0,4}(?:tiep\s{0,4})?(?:nhan|gui|nop)\s{0,4}bao\s{0,4}cao[^.;]{0,12}tu\s{0,4}ngay[^.;]{0,40}den\s{0,4}$|(?:gui|nop)\s[^.;]{0,80}(?:trong\s{0,4}(?:khoang\s{0,4})?thoi\s{0,4}gian|bao\s{0,4}cao)\s{0,4}tu\s{0,4}ngay[^.;]{0,30}den\s{0,4}$/;
const OF_FIGURES =
  /so\s{0,4}lieu|ket\s{0,4}qua|luy\s{0,4}ke|tinh\s{0,4}(?:tu|den)|ky\s{0,4}bao\s{0,4}cao|(?<![a-z])tu\s{0,4}(?:ngay|\d)/;
const OWED_FROM_BELOW =
  /^(?:ubnd|uy\s{0,4}ban\s{0,4}nhan\s{0,4}dan)\s{1,4}(?:cap\s{0,4}xa|(?:cac\s{0,4})?(?:xa|phuong)[^.;:]{0,40}?)\s{1,4}(?:tong\s{0,4}hop,?\s{0,4})?(?:gui\s{0,4})?bao\s{0,4}cao\s{1,4}(?:ve\s{0,4})?(?:ubnd|uy\s{0,4}ban\s{0,4}nhan\s{0,4}dan)\s{1,4}(?:cap\s{0,4})?(?:huyen|quan)/;
const LIST_OF_PEOPLE =
  /(?:gui|nop|lap)\s[^.;]{0,40}danh\s{0,4}sach|danh\s{0,4}sach\s[^.;]{0,60}(?:gui|nop|ve\s)|phieu\s{0,4}dang\s{0,4}ky|dang\s{0,4}ky\s{0,4}(?:tham|du|dai)/;
const IN_CITATION =
  /(?:cong\s{0,4}van|van\s{0,4}ban|ke\s{0,4}hoach|thong\s{0,4}bao|quyet\s{0,4}dinh|cong\s{0,4}dien)[^;]{0,300}\([^()]{0,80}(?:yeu\s{0,4}cau|de\s{0,4}nghi|quy\s{0,4}dinh|thoi\s{0,4}han|han)[^()]{0,120}$/;
const SUPERSEDED =
  /(?:thay\s{0,4}(?:cho|the|vi)|khong\s{0,4}phai)\s{1,4}(?:(?:thoi|moc)\s{0,4}(?:han|gian|diem)?|han)?\s{0,4}(?:la\s{0,4})?$/;
const IS_THE_LIMIT = /^\s{0,4},?\s{0,4}la\s{0,4}(?:thoi\s{0,4}han|han)\s/;
const untilSent = (before: string, phrase: string): boolean => {
  if (TAKING_TIME.test(before) && !/so\s{0,4}lieu[^.;]{0,60}$/.test(before))
    return /^(?:ngay|het)/.test(phrase);
  if (!/^(?:den|het|ngay)/.test(phrase)) return false;
  const reached = /^den/.test(phrase) ? before : before.replace(/(?:den|toi)\s{0,4}$/, '');
  if (!/^den/.test(phrase) && reached === before) return false;
  return /bao\s{0,4}cao/.test(reached) && TAKES.test(reached) && !OF_FIGURES.test(reached);
};
const LAST_SENDING = /(?:gui|goi|nop|bao\s{0,4}cao)(?![^.;]{0,400}(?:gui|goi|nop|bao\s{0,4}cao))/;

export const isDecoy = (
  source: Source,
  blocks: readonly Block[],
  index: number,
  phrase: { start: number; end: number; weak: boolean; exclusive: boolean; dates: readonly WrittenDate[] },
  sentence: { start: number; end: number },
  context: YearContext & {
    readonly receiver: string | null;
    readonly issuer: string | null;
    readonly recipients: readonly { readonly text: string }[];
  },
): 'never' | 'unlessAlone' | 'no' => {
  const { bare } = source;
  const before = bare.slice(sentence.start, phrase.start);
  const whole = bare.slice(sentence.start, sentence.end);
  const block = blocks[index];
  const above =
    block && block.level >= 3
      ? bare.slice(Math.max(0, blocks[index - 1]?.start ?? block.start), block.start)
      : '';
  const heading = headingOver(source, blocks, index);
  if (CITING.test(before)) return 'never';
  // "nhưng đến ngày 18/3 mới có 15/32 đơn vị gửi": a state of affairs.
  if (
    /(?:den|toi)\s{0,4}(?:het\s{0,4})?$/.test(before) &&
    /^\s{0,4},?\s{0,4}(?:moi|chi)\s{0,4}(?:co|nhan)/.test(bare.slice(phrase.end, phrase.end + 24))
  )
    return 'never';
  if (isAskedOf(source, sentence.start, phrase.start, context.issuer)) return 'never';
  // "Căn cứ Công văn số … (yêu cầu gửi trước ngày 10/9)", "thay cho thời hạn trước ngày 05/12".
  if (IN_CITATION.test(before) || SUPERSEDED.test(before)) return 'never';
  // "đến hết ngày 04/12 phải gửi về …"
  if (/^\s{0,4},?\s{0,4}(?:phai|la)\s{0,4}(?:gui|nop)/.test(bare.slice(phrase.end, phrase.end + 20)))
    return 'no';
  // A list of people is no report: "gửi danh sách trước 17 giờ 00 ngày …", "Danh sách đại biểu gửi về …".
  if (LIST_OF_PEOPLE.test(before) && !/bao\s{0,4}cao(?!\s{0,4}vien)|so\s{0,4}lieu/.test(before))
    return 'never';
  if (untilSent(before, bare.slice(phrase.start, phrase.end))) return 'no';
  if (/^den/.test(bare.slice(phrase.start, phrase.start + 4))) return 'never';
  if (
    /(?:tinh\s{0,4})?(?:tu|den)\s{0,4}(?:het\s{0,4})?$/.test(before) &&
    /^(?:ngay|het)/.test(bare.slice(phrase.start, phrase.start + 4))
  )
    return 'never';
  if (/chot\s{0,4}so\s{0,4}lieu|so\s{0,4}lieu[^.;]{0,40}$/.test(before) && phrase.weak) return 'never';
  if (phrase.weak) {
    // "ngày 05/3/2024" alone is a deadline only where the sentence is about when to send.
    const near = before.slice(-60);
    const timely =
      /(?:thoi\s{0,4}(?:han|gian)[^.;]{0,60}|han\s{0,4}(?:gui|nop|cuoi|chot)[^.;]{0,40}|(?:gui|nop)[^.;]{0,60}(?:vao|trong|xong)?\s{0,4})$/.test(
        near,
      );
    const word = bare.slice(phrase.start, phrase.start + 6);
    // "Ngày 10/6/2025 là hạn cuối cùng các đơn vị nộp báo cáo."
    if (IS_THE_LIMIT.test(bare.slice(phrase.end, phrase.end + 40)) && SENDS.test(whole)) return 'no';
    if (/(?:truoc|nhat|het|cac|la|den|tu|sau)\s{0,6}$/.test(near)) return 'never';
    // "gửi báo cáo về Phòng Nội vụ ngày 29/02/2024": a whole date right behind the receiver.
    const sent =
      /^ngay/.test(word) &&
      /bao\s{0,4}cao/.test(before) &&
      /(?:gui|nop)\s[^.;,]{0,60}(?:ve|cho|den)\s{1,4}[^.;,\d]{0,60}$/.test(before) &&
      phrase.dates.every((d) => d.year !== undefined);
    const within = /^(?:trong|vao)/.test(word) && SENDS.test(before);
    const limit =
      /^ngay/.test(word) &&
      /(?:thoi\s{0,4}(?:han|gian)|han\s{0,4}(?:gui|nop|cuoi|chot))[^.;]{0,60}$/.test(near);
    // "Thời gian nộp báo cáo:" over "- Cấp mầm non: ngày 08/01/2024;"
    const listed =
      /^ngay/.test(word) &&
      LIMIT_HEAD.test(heading) &&
      /(?:^|[:,-])\s{0,4}$/.test(before) &&
      phrase.dates.every((d) => d.month !== undefined);
    const regular =
      /dinh\s{0,4}ky\s{0,4}$/.test(before) && /bao\s{0,4}cao[^.;]{0,80}\sve\s|gui\s/.test(whole);
    if (!sent && !within && !limit && !listed && !regular && !(timely && !/^ngay/.test(word))) return 'never';
  }
  const isLimit = /^(?:han|thoi|ngay)\s?(?:cuoi|chot|nop|gui|han|gian)/.test(
    bare.slice(phrase.start, phrase.start + 10),
  );
  const inContext =
    isLimit || SENDS.test(whole) || SENDS.test(above) || (block?.level !== 0 && SENDS.test(heading));
  // "Quý I: trước ngày 10/3; 6 tháng: trước ngày 10/6 …": the clauses of one sentence share its verb.
  const inRow =
    /(?:^|[\s-])(?:quy\s{0,4}[ivx\d]{1,3}|[69]\s{0,4}thang(?:\s{0,4}dau\s{0,4}nam)?|nam|thang\s{0,4}\d{0,2})(?:[\s/]{0,4}(?:nam\s{0,4})?\d{4})?\s{0,4}:?\s{0,4}$/.test(
      before,
    ) &&
    block !== undefined &&
    SENDS.test(bare.slice(block.start, Math.min(block.end, block.start + 1200)));
  // "gửi về Sở như sau: nhóm 1 chậm nhất ngày 19/5; nhóm 2 chậm nhất ngày 24/5": the verb is said once.
  const stretch = block ? bare.slice(block.start, sentence.start) : '';
  const shares =
    /;\s{0,4}$/.test(stretch) &&
    /^[\s+-]*(?:(?:rieng|con|va|nhom|doi\s{0,4}voi|cac|cac\s{0,4}don\s{0,4}vi|ubnd|so|phong|van\s{0,4}phong)\s?)[^.;:]{0,90}$/.test(
      before,
    ) &&
    !/(?:hoan\s{0,4}thanh|to\s{0,4}chuc|ban\s{0,4}hanh|trien\s{0,4}khai|thuc\s{0,4}hien|tham\s{0,4}muu|tong\s{0,4}hop)/.test(
      before,
    ) &&
    /(?:gui|nop)\s[^.]{0,300}(?:truoc|nhat|han)/.test(stretch.slice(-600)) &&
    /bao\s{0,4}cao/.test(stretch.slice(-600));
  // A cell of a table under its head "Thời hạn": nothing but the day.
  const inCell =
    block !== undefined &&
    /^[\s|]*$/.test(bare.slice(block.start, phrase.start)) &&
    /^[\s.;)|]*$/.test(bare.slice(phrase.end, block.end)) &&
    /(?:^|\n|\t)[ |]*(?:thoi\s{0,4}(?:han|gian)(?:\s{0,4}(?:gui|nop|bao|hoan)[a-z ]{0,24})?|han\s{0,4}(?:gui|nop|bao)[a-z ]{0,24})[ |]*(?=\n|\t|$)/.test(
      bare.slice(Math.max(0, block.start - 4000), block.start),
    );
  // "- Đối với các sở, ban, ngành: trước ngày 08/6/2025;": nothing but whom and when.
  const inItem =
    block !== undefined &&
    /^[\s+-]*(?:doi\s{0,4}voi|cac|ubnd)\s[^:.;]{3,120}:\s{0,4}$/.test(before) &&
    /^[\s.;)]*$/.test(bare.slice(phrase.end, block.end));
  if (!inContext && !inRow && !inItem && !shares && !inCell) return 'never';
  if (ROSTER.test(whole)) return 'never';
  const isLatest = /^(?:cham|muon|han)/.test(bare.slice(phrase.start, phrase.start + 4));
  if (!isLatest && EVENTS.test(before) && !/(?:gui|nop\s{0,4}bao|thoi\s{0,4}han)[^.;]{0,30}$/.test(before))
    return 'never';
  if (MISSED.test(whole) && !/(?:de\s{0,4}nghi|yeu\s{0,4}cau|khan\s{0,4}truong)[^.;]{0,200}$/.test(before))
    return 'never';
  if (ASKED_BEFORE.test(before)) return 'never';
  // The date belongs to the title of a cited letter while no order has followed it.
  const citing = CITED_ORDER.exec(before);
  if (citing && !ORDERED.test(before.slice(citing.index + 20))) return 'never';
  // "tồn tại nêu tại Báo cáo số 45/BC-SNV" sends nothing.
  const sending = LAST_SENDING.exec(before.replace(CITED_REPORT, (cited) => '-'.repeat(cited.length)));
  // "Phòng Tổ chức cán bộ" is a name, not a deed.
  const deed = DONE.exec(before);
  const isName = deed && deed.index > 3 && /^\p{Lu}/u.test(source.flat.charAt(sentence.start + deed.index));
  const done = isName ? null : deed;
  // "kết quả thực hiện về Vụ Tổ chức cán bộ": what was done is sent to a body.
  const sentAt = done ? /\sve\s{1,4}(?=\S)/.exec(done[0]) : null;
  const isSent =
    done !== null &&
    sentAt !== null &&
    ORGAN_HEAD.test(
      source.flat.slice(sentence.start + done.index + sentAt.index + sentAt[0].length).slice(0, 40),
    );
  // "Báo cáo hoàn thành trước ngày …": the report itself is what must be done.
  const isReport =
    done !== null &&
    /bao\s{0,4}cao\s{0,4}$/.test(before.slice(0, done.index)) &&
    /^hoan\s{0,4}thanh\s{0,4}$/.test(done[0]);
  if (
    done &&
    !isSent &&
    !isReport &&
    (!sending || sending.index < done.index) &&
    !/bao\s{0,4}cao|gui|nop|\sve\s{1,4}(?:ubnd|uy\s|van\s|so\s|phong\s|bo\s|ban\s)/.test(
      done[0].replace(CITED_REPORT, ''),
    )
  )
    return 'never';
  for (const date of phrase.dates) {
    const day = date.year !== undefined ? resolveDay(date, context, 'deadline') : undefined;
    if (day && context.date && day < context.date) return 'never';
  }
  // "Để kịp báo cáo UBND tỉnh trước ngày 15/6, đề nghị các đơn vị gửi …": what follows the order binds the others.
  const ordered = [...before.matchAll(/(?:de\s{0,4}nghi|yeu\s{0,4}cau)\s/g)].at(-1);
  const own = ordered ? before.slice(ordered.index + ordered[0].length) : before;
  if (OWN_DUTY.test(own)) return 'unlessAlone';
  const subject = (context.receiver ?? context.issuer ?? '').normalize('NFC');
  const dutyOfReceiver =
    subject &&
    (startsWithBody(source, sentence.start, subject) ||
      (block !== undefined && startsWithBody(source, block.words, subject)) ||
      headingIsBody(source, blocks, index, subject));
  // "3. Sở Nội vụ …; tổng hợp báo cáo UBND tỉnh trước ngày …": one body's duty to the level above.
  const itemHead = block && block.level > 0 ? source.flat.slice(block.words, block.words + 60) : '';
  const oneBody =
    ORGAN_HEAD.test(itemHead.replace(/^(?:Giao|Yêu cầu|Đề nghị)\s+/u, '')) &&
    !/^Báo cáo/u.test(itemHead) &&
    !isGroup(itemHead.split(/[,:]/)[0] ?? '');
  if (oneBody && TO_ABOVE.test(own)) return 'unlessAlone';
  // "- UBND cấp xã báo cáo UBND cấp huyện trước ngày …": what the addressees themselves are owed from below.
  if (
    OWED_FROM_BELOW.test(bare.slice(block?.words ?? sentence.start, phrase.start)) &&
    !context.recipients.some((r) => /(?<!\p{L})(?:xã|phường|thị trấn)(?!\p{L})/iu.test(r.text))
  )
    return 'unlessAlone';
  // "* Văn phòng UBND tỉnh tổng hợp, trình ký gửi …": a body that nobody wrote to.
  const isAddressee = context.recipients.some((r) =>
    startsWithBody(source, block?.words ?? sentence.start, r.text),
  );
  if (oneBody && !isAddressee && ISSUER_ACTS.test(own)) return 'unlessAlone';
  // "Giao Phòng Nội vụ tổng hợp, xây dựng báo cáo … gửi Sở Nội vụ trước ngày …"
  const given = /^\s*(?:Giao|Phân công)\s+/u.exec(source.flat.slice(sentence.start, sentence.start + 20));
  const givenTo = source.flat.slice(sentence.start + (given?.[0].length ?? 0)).slice(0, 60);
  if (
    given &&
    ORGAN_HEAD.test(givenTo) &&
    !isGroup(givenTo.split(/[,:]/)[0] ?? '') &&
    /(?:tong\s{0,4}hop|tham\s{0,4}muu|xay\s{0,4}dung|du\s{0,4}thao|hoan\s{0,4}thien)/.test(before)
  )
    return 'unlessAlone';
  if (ownClause(source, phrase.start - own.length, own, context)) return 'unlessAlone';
  if (ISSUER_ACTS.test(own) && (dutyOfReceiver || /tham\s{0,4}muu/.test(own))) return 'unlessAlone';
  return 'no';
};

/** 'Sở Nội vụ tỉnh Lạng Sơn' is written 'Sở Nội vụ' in its own letter. */
const shortName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ (?:tỉnh|huyện|thành phố|quận|thị xã) .*$/u, '');

/** "…, Sở Nội vụ tổng hợp trình UBND tỉnh trước ngày …": a clause of its own says what the issuer will do. */
const ownClause = (
  source: Source,
  start: number,
  own: string,
  context: { readonly receiver: string | null; readonly issuer: string | null },
): boolean => {
  const acts = ISSUER_ACTS.exec(own);
  if (!acts) return false;
  // Sent to the issuer itself: somebody else's clause.
  const to = source.low.slice(start + acts.index, start + own.length).replace(/\s+/g, ' ');
  if (context.issuer && to.includes(shortName(context.issuer))) return false;
  const said = source.low
    .slice(start, start + own.length)
    .slice(0, acts.index)
    .replace(/\s+/g, ' ')
    .replace(/ (?:sẽ|có trách nhiệm)? ?$/u, '')
    .trimEnd();
  return [context.receiver, context.issuer].some((name) => {
    const body = (name ?? '').normalize('NFC').toLowerCase();
    return [body, shortName(body)].some(
      (one) =>
        one !== '' && said.endsWith(one) && /[,;]\s*(?:để\s|rồi\s)?$/u.test(said.slice(0, -one.length)),
    );
  });
};

const startsWithBody = (source: Source, start: number, name: string): boolean => {
  const head = source.low
    .slice(start, start + name.length + 30)
    .replace(/\s+/g, ' ')
    .replace(/^[\s\d.)-]*(?:giao\s|yêu cầu\s)?/u, '');
  return head.startsWith(name.toLowerCase());
};

/** "2. Sở Nội vụ" over its own duties. */
const headingIsBody = (source: Source, blocks: readonly Block[], index: number, name: string): boolean => {
  const own = blocks[index];
  if (!own || own.level === 1 || own.level === 2) return false;
  for (let i = index - 1; i >= 0 && i > index - 12; i--) {
    const block = blocks[i];
    if (!block || block.level === 0 || block.level > 2) continue;
    return startsWithBody(source, block.words, name) && block.end - block.words < name.length + 60;
  }
  return false;
};

/** The nearest heading or introduction over a list item. */
const headingOver = (source: Source, blocks: readonly Block[], index: number): string => {
  const own = blocks[index];
  if (!own) return '';
  const rank = own.level === 0 ? 99 : own.level * 10 + own.depth;
  for (let i = index - 1; i >= 0 && i > index - 14; i--) {
    const block = blocks[i];
    if (!block) break;
    const level = block.level === 0 ? 0 : block.level * 10 + block.depth;
    if (level < rank && block.end - block.start < 600) return source.bare.slice(block.start, block.end);
  }
  return '';
};
