import type { Source } from './source.ts';

/** Names of bodies: how they begin, where they end, how capitals of a letterhead are written in a sentence. */
const HEADS =
  'Ủy ban|Uỷ ban|ủy ban|UBND|HĐND|Hội đồng|Văn phòng|VP|Sở|Phòng|Ban|Bộ|Cục|Tổng cục|Chi cục|Vụ|Thanh tra|Công an|Trung tâm|Kho bạc|Bảo hiểm|BHXH|Tòa án|Toà án|Viện|Mặt trận|MTTQ|Hội|Liên đoàn|Đoàn|Tỉnh đoàn|Trường|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Thường trực|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Lãnh đạo|Giám đốc|Trưởng|Chánh|Chính phủ|Thủ tướng|Ngân hàng|Bưu điện|Học viện|Tập đoàn|Tổng công ty|Công ty|Đài|Hạt|Trạm|Báo|Quỹ|Bệnh viện|Điện lực|Tổ|Đội';

export const ORGAN_HEAD = new RegExp(`^(?:Các\\s+|các\\s+)?(?:${HEADS})(?![\\p{L}])`, 'u');
export const GROUP_HEAD =
  /^(?:các|toàn thể|tất cả|mọi|từng|mỗi|thủ trưởng|lãnh đạo các|người đứng đầu|chủ tịch (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) (?:các|\d)|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:các|cấp|\d{1,3})|(?:sở|phòng|ban|bộ|cơ quan|đơn vị|xã|phường)(?:,\s*(?:ban|ngành|bộ|sở|phòng|đoàn thể|cơ quan|đơn vị|phường|thị trấn))+)(?![\p{L}])/iu;

export const isGroup = (words: string): boolean =>
  GROUP_HEAD.test(words) || /(?<!\p{L})(?:các|cấp xã|cấp huyện)(?!\p{L})/iu.test(words);

/** Words that end a body's name inside a sentence. */
const ENDING =
  /^(?:về|để|trước|theo|qua|quy|ban(?=\s+hành)|hướng|phê|tổng|báo|gửi|chủ|phối|năm|trong|tại|bằng|đồng|là|như|chậm|khi|có|đã|được|yêu|đề|trình|thực|xây|làm|kèm|địa|email|e-mail|chịu|từ|vào|kể|nhằm|theo|công|triển|tiếp|sửa|bổ|chưa|phải|ngày|số|v\/v|muộn|xem|tham|căn|thông(?=\s+báo|\s+qua)|giao|kiểm|rà|nếu|với|cho|hàng|hằng|định|tính|này|nêu|trên)$/u;
const LEVEL = /^(?:huyện|tỉnh|thành|phố|xã|phường|thị|trấn|quận|cấp|khu|vực|nhà|nước|trung|ương)$/u;

/** Where a body's name that begins at an offset ends: the shortest stretch that a careful reader would name. */
export const organEnd = (source: Source, start: number, limit = start + 160): number => {
  const { flat } = source;
  const token = /[^\s,;:()."]+|[,;:()."]/gu;
  token.lastIndex = start;
  let end = start;
  let previous = '';
  for (let m = token.exec(flat); m && m.index < limit; m = token.exec(flat)) {
    const word = m[0];
    const gap = flat.slice(end, m.index);
    if (end > start && /\n[ \t]*\n/.test(gap)) break;
    if (/^[,;:()."]$/.test(word)) break;
    const isLow = word === word.toLowerCase();
    if (end > start && isLow && ENDING.test(word)) break;
    if (end > start && isLow && word === 'của') break;
    if (word === 'và' || word === '&') {
      // "Văn hóa và Thông tin", "HĐND và UBND": a capital follows and it is no new body of its own.
      const next = /^\s*(\S+)(?:\s+(\S+))?/u.exec(flat.slice(m.index + word.length, m.index + 60));
      const following = next?.[1] ?? '';
      const isCapital = following !== following.toLowerCase();
      const startsBody = ORGAN_HEAD.test(following) && following !== 'UBND';
      if (!isCapital || startsBody || (following === 'UBND' && previous !== 'HĐND')) break;
    }
    if (end > start && /^[-–+]$/.test(word) && /\n[ \t]*$/.test(gap)) break;
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
  let inPlace = false;
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
    } else if (inPlace && word !== '-') out.push(capital(word));
    else out.push(i === 0 ? capital(word) : word === 'ubnd' ? 'UBND' : word);
  }
  return out.join(' ');
};

export const isLevelWord = (word: string): boolean => LEVEL.test(word);
