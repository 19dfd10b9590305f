import type { Source } from './source.ts';

/** Names of bodies: how they begin, where they end, how capitals of a letterhead are written in a sentence. */
const HEADS =
  'Ủy ban|Uỷ ban|ủy ban|UBND|HĐND|Hội đồng|Văn phòng|VP|Sở|Phòng|Ban|Bộ|Cục|Tổng cục|Chi cục|Vụ|Thanh tra|Công an|Trung tâm|Kho bạc|Bảo hiểm|BHXH|KBNN|LĐLĐ|TAND|VKSND|Tòa án|Toà án|Viện|Mặt trận|MTTQ|Hội|Liên đoàn|Đoàn|Tỉnh đoàn|Trường|(?:Đảng|Huyện|Tỉnh|Thành|Quận|Thị) (?:ủy|uỷ)|Đảng bộ|Chi bộ|Đảng đoàn|Thường trực|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Lãnh đạo|Giám đốc|Trưởng|Chánh|Chính phủ|Thủ tướng|Ngân hàng|Bưu điện|Học viện|Tập đoàn|Tổng công ty|Công ty|Đài|Hạt|Trạm|Báo|Quỹ|Bệnh viện|Điện lực|Tổ|Đội';

/** "Văn\nphòng": a line may end inside the noun. */
export const ORGAN_HEAD = new RegExp(
  `^(?:Các\\s+|các\\s+)?(?:${HEADS.replace(/ /g, '\\s{1,4}')})(?![\\p{L}])`,
  'u',
);
const GROUP_HEAD =
  /^(?:các|toàn thể|tất cả|mọi|từng|mỗi|thủ trưởng|lãnh đạo các|người đứng đầu|chủ tịch (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) (?:các|\d)|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:các|cấp|\d{1,3})|(?:sở|phòng|ban|bộ|cơ quan|đơn vị|xã|phường)(?:,\s*(?:ban|ngành|bộ|sở|phòng|đoàn thể|cơ quan|đơn vị|phường|thị trấn))+)(?![\p{L}])/iu;

export const isGroup = (words: string): boolean =>
  GROUP_HEAD.test(words) || /(?<!\p{L})(?:các|cấp xã|cấp huyện)(?!\p{L})/iu.test(words);

/** Words that end a body's name inside a sentence; lower case only, "Sở Xây dựng" goes on. */
const END_ONE =
  /^(?:về|vể|vê|để|trước|truớc|theo|qua|gửi|năm|trong|tại|bằng|là|như|khi|có|đã|được|từ|vào|kể|nhằm|ngày|số|nếu|với|cho|hàng|hằng|này|nêu|trên|phải|chưa|giao|trình|làm|email|e-mail|xem|do|tính|v\/v|chậm|muộn|của|đúng)$/u;
const END_TWO =
  /^(?:đối với|ban hành|quy định|hướng dẫn|phê duyệt|tổng hợp|báo cáo|chủ trì|phối hợp|đồng thời|yêu cầu|đề nghị|thực hiện|xây dựng|kèm theo|địa chỉ|công tác|công bố|triển khai|tiếp tục|sửa đổi|bổ sung|tham mưu|căn cứ|thông báo|thông qua|kiểm tra|rà soát|định kỳ|định kì|chịu trách|nhận được|kính đề|trân trọng|kính mời|khẩn trương|nghiêm túc|theo dõi|tự đánh|cung cấp|chuẩn bị|tổ chức|phân công|đôn đốc)$/u;

/** Pairs that belong together although a comma parts them. */
const OWN_COMMA =
  /(?:[Pp]hòng, chống|cháy, chữa cháy|nạn, cứu hộ|nại, tố cáo|đua, [Kk]hen thưởng|nạn, tìm kiếm)(?!\p{L})/u;

/** Where a body's name that begins at an offset ends: the shortest stretch that a careful reader would name. */
export const organEnd = (source: Source, start: number, limit = start + 160): number => {
  const { flat } = source;
  const token = /[^\s,;:()."]{1,60}|[,;:()."]/gu;
  token.lastIndex = start;
  let end = start;
  let previous = '';
  for (let m = token.exec(flat); m && m.index < limit; m = token.exec(flat)) {
    const word = m[0];
    const gap = flat.slice(end, m.index);
    if (end > start && /\n[ \t]*\n/.test(gap)) break;
    // "Bộ Văn hóa, Thể thao và Du lịch", "Ban Chỉ đạo phòng, chống dịch": a comma of the name's own.
    const ownComma =
      word === ',' &&
      ((/^hóa|hoá$/u.test(previous) &&
        /^,\s(?:Thể thao|Thông tin|Khoa học)/u.test(flat.slice(m.index, m.index + 14))) ||
        OWN_COMMA.test(flat.slice(Math.max(start, m.index - 10), m.index + 14)));
    if (ownComma) continue;
    if (/^[,;:()."]$/.test(word)) break;
    const isLow = word === word.toLowerCase();
    // "An toàn giao thông", "Chuyển đổi số quốc gia", "Dịch vụ việc làm".
    const following = flat.slice(m.index + word.length, m.index + word.length + 8);
    const inName =
      (word === 'giao' && /^\s(?:thông|dịch|thương|lưu)/u.test(following)) ||
      (word === 'số' &&
        /(?:đổi|ân|nghệ|tế|hội|quyền)$/u.test(previous) &&
        !/^[\s:]*[\d/.]/.test(following)) ||
      (word === 'làm' && previous === 'việc');
    // "Đội Cảnh sát QLHC về TTXH": a matter in capitals is part of the name.
    const onMatter =
      word === 'về' &&
      /\p{Lu}{3}$/u.test(previous) &&
      /^\s(?!UBND|HĐND|BCH|BCĐ)\p{Lu}{3,6}(?!\p{L})/u.test(flat.slice(m.index + 2, m.index + 12));
    if (end > start && isLow && END_ONE.test(word) && !onMatter && !inName) break;
    // "của Ủy ban Dân tộc Hướng dẫn thực hiện": some write the verb of the title in capitals.
    if (
      end > start &&
      /^(?:Hướng dẫn|Quy định|Ban hành|Phê duyệt|Về việc)(?!\p{L})/u.test(flat.slice(m.index, m.index + 12))
    )
      break;
    // "Ban Chỉ đạo thực hiện Quy chế dân chủ": what a steering board is for belongs to its name.
    const isPurpose =
      previous === 'đạo' &&
      /^(?:thực hiện|triển khai|xây dựng)\s\p{Lu}/u.test(flat.slice(m.index, m.index + 12));
    if (end > start && isLow && !isPurpose) {
      const second = /^\s{1,6}([\p{L}]+)/u.exec(
        flat.slice(m.index + word.length, m.index + word.length + 20),
      );
      if (second?.[1] && END_TWO.test(`${word} ${second[1]}`)) break;
    }
    if (end > start && /\n/.test(gap)) {
      // A list item or another body on the next line.
      if (/^(?:[a-zđ]|\d{1,2}|[IVX]{1,4})[.)]/u.test(flat.slice(m.index, m.index + 6))) break;
      if (
        !isLow &&
        !/^(?:và|thuộc|&|của)$/u.test(previous) &&
        ORGAN_HEAD.test(flat.slice(m.index, m.index + 20))
      )
        break;
    }
    if (word === 'và' || word === '&') {
      // "Văn hóa và Thông tin", "HĐND và UBND": a capital follows and it is no new body of its own.
      const next = /^\s*(\S+)(?:\s+(\S+))?/u.exec(flat.slice(m.index + word.length, m.index + 60));
      const following = next?.[1] ?? '';
      const isCapital = following !== following.toLowerCase();
      const startsBody = ORGAN_HEAD.test(following) && following !== 'UBND';
      // "(Phòng Xây dựng nếp sống văn hóa và gia đình)": the bracket holds the name whole.
      const toBracket = /^\s(?:\p{Ll}{1,7}\s){0,2}\p{Ll}{1,7}\)/u.test(
        flat.slice(m.index + word.length, m.index + 40),
      );
      if ((!isCapital && !toBracket) || startsBody || (following === 'UBND' && previous !== 'HĐND')) break;
    }
    if (end > start && /^[-–+]$/.test(word) && /\n[ \t]*$/.test(gap)) break;
    if (end > start && /^(?:trước|truớc|chậm|muộn)(?:ngày|nhất)/u.test(word)) break;
    // "Phòng Nội vụtrước ngày": the space was lost.
    const glued = /^(\p{L}{2,7})(?:trước|truớc|chậm|muộn|ngày)$/u.exec(word);
    if (glued?.[1]) {
      end = m.index + glued[1].length;
      break;
    }
    end = m.index + word.length;
    previous = word;
  }
  // A dangling dash or small word is not part of the name.
  const name = flat.slice(start, end).replace(/[\s-]+$/u, '');
  return start + name.length;
};

const FIELDS: readonly string[] = [
  'Nội vụ',
  'Tư pháp',
  'Tài chính',
  'Kế hoạch',
  'Đầu tư',
  'Văn hóa',
  'Văn hoá',
  'Thông tin',
  'Truyền thông',
  'Thể thao',
  'Du lịch',
  'Y tế',
  'Giáo dục',
  'Đào tạo',
  'Khoa học',
  'Công nghệ',
  'Công thương',
  'Xây dựng',
  'Giao thông vận tải',
  'Nông nghiệp',
  'Môi trường',
  'Tài nguyên',
  'Lao động',
  'Thương binh',
  'Xã hội',
  'Dân tộc',
  'Tôn giáo',
  'Ngoại vụ',
  'Phát triển nông thôn',
  'Kinh tế',
  'Hạ tầng',
  'Đô thị',
  'Thanh tra',
  'Thuế',
  'Thống kê',
  'Hải quan',
  'Tổ chức',
  'Quản lý',
];
const UNIT_WORDS = /^(?:tỉnh|huyện|quận|xã|phường)$/u;
const TWO_WORD_UNITS = ['thành phố', 'thị xã', 'thị trấn', 'khu vực'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC" → "UBND huyện Cao Lộc"; "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" → "Sở Kế hoạch và Đầu tư". */
export const sentenceCase = (capitals: string): string => {
  let words = capitals.toLowerCase().replace(/\s+/g, ' ').trim();
  words = words
    .replace(/^(?:ủy|uỷ) ban nhân dân/u, 'UBND')
    .replace(/^ubnd/u, 'UBND')
    .replace(/hđnd/gu, 'HĐND');
  for (const field of FIELDS)
    words = words.replace(new RegExp(`(?<!\\p{L})${field.toLowerCase()}(?!\\p{L})`, 'gu'), field);
  const tokens = words.split(' ');
  const out: string[] = [];
  // "huyện ủy phong lĩnh": the place follows at once.
  let inPlace = /^(?:tỉnh|thành|quận|huyện|thị) (?:ủy|uỷ|đoàn) /u.test(words);
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i] ?? '';
    const two = `${word} ${tokens[i + 1] ?? ''}`;
    if (i > 0 && TWO_WORD_UNITS.includes(two.toLowerCase())) {
      out.push(two.toLowerCase());
      i++;
      inPlace = true;
    } else if (i > 0 && UNIT_WORDS.test(word)) {
      out.push(word);
      inPlace = true;
    } else if (inPlace && i > 1 && word !== '-') out.push(capital(word));
    else out.push(i === 0 ? capital(word) : word === 'ubnd' ? 'UBND' : word);
  }
  return out.join(' ');
};
