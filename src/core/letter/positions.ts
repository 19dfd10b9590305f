/** How positions and names stand under a letter. */
export const POSITIONS =
  'PHÓ CHÁNH VĂN PHÒNG|CHÁNH VĂN PHÒNG|PHÓ CHỦ TỊCH THƯỜNG TRỰC|PHÓ CHỦ TỊCH|CHỦ TỊCH|PHÓ TỔNG GIÁM ĐỐC|TỔNG GIÁM ĐỐC|PHÓ GIÁM ĐỐC|GIÁM ĐỐC|PHÓ TRƯỞNG PHÒNG|TRƯỞNG PHÒNG|PHÓ TRƯỞNG BAN|TRƯỞNG BAN|PHÓ CỤC TRƯỞNG|CỤC TRƯỞNG|PHÓ CHI CỤC TRƯỞNG|CHI CỤC TRƯỞNG|PHÓ VỤ TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|PHÓ TỔNG CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|PHÓ CHÁNH THANH TRA|CHÁNH THANH TRA|PHÓ HIỆU TRƯỞNG|HIỆU TRƯỞNG|PHÓ VIỆN TRƯỞNG|VIỆN TRƯỞNG|PHÓ CHỦ NHIỆM|CHỦ NHIỆM|PHÓ TRƯỞNG ĐOÀN|TRƯỞNG ĐOÀN|PHÓ THỦ TƯỚNG|THỦ TƯỚNG|PHÓ TRƯỞNG CÔNG AN|TRƯỞNG CÔNG AN|PHÓ BÍ THƯ THƯỜNG TRỰC|PHÓ BÍ THƯ|BÍ THƯ|PHÓ CHỈ HUY TRƯỞNG|CHỈ HUY TRƯỞNG|PHÓ TỔNG THANH TRA|TỔNG THANH TRA|PHÓ CHÁNH ÁN|CHÁNH ÁN|PHÓ HẠT TRƯỞNG|HẠT TRƯỞNG|PHÓ TỔ TRƯỞNG|TỔ TRƯỞNG|PHÓ ĐỘI TRƯỞNG|ĐỘI TRƯỞNG|TRƯỞNG THUẾ|PHÓ TRƯỞNG KHOA|TRƯỞNG KHOA|PHÓ TRƯỞNG TRẠM|TRƯỞNG TRẠM|TRƯỞNG CHI CỤC|PHÓ TRƯỞNG CHI NHÁNH|TRƯỞNG CHI NHÁNH|PHÓ TỔNG BIÊN TẬP|TỔNG BIÊN TẬP|TRƯỞNG BỘ PHẬN|TRƯỞNG THÔN|CHÍNH TRỊ VIÊN|CHÍNH ỦY';
export const gapped = (words: string): string => words.replace(/ /g, '\\s{1,4}');

/** Two to five capitalised words alone, "H'Loan Niê" and "K'Brơi" among them: how a name stands under a signature. */
export const NAME =
  /^(?:(?:(?:ThS|TS|PGS|GS|BS|KS|CN|Ths|Ts|LS|CKI{1,2})\.?|(?:Đại|Thượng|Trung|Thiếu)\s{1,2}(?:tướng|tá|úy)|Bác sĩ|Thạc sĩ|Tiến sĩ|Luật sư)\s{0,2})*(\p{Lu}(?:['’-][ ]?\p{Lu})?\p{Ll}{0,7}(?:[ ]{1,2}\p{Lu}(?:['’-][ ]?\p{Lu})?\p{Ll}{0,7}){1,4}|\p{Lu}['’][ ]?\p{Lu}\p{Ll}{1,7}|\p{Lu}{2,7}(?:[ ]{1,2}\p{Lu}{2,7}){1,4})$/u;
export const NO_NAME =
  /^(?:Nơi|Như|Lưu|Trên|Đã|Độc|Cộng|Kính|Phòng|Sở|Ban|Văn|Chủ|Phó|Giám|Trưởng|Chánh|Ủy|Thường|Các|Báo|Phụ|Kèm|Hội|Bộ|Công|Số|Tỉnh|Huyện|Thành|CÔNG|PHỤ|ĐỀ|BIỂU|CỘNG|ĐỘC|CHỦ|PHÓ|GIÁM|TRƯỞNG|CHÁNH|ỦY|UBND|SỞ|PHÒNG|BÁO|Đường|Trang|Tải|In|Xem|File|Tin|Liên|Quay|Chia|Ký|Người|Bản|Trần Phú,)/u;

/** "TRƯỞNG PHÒNG" alone on its line: a head signs in his own right, and nothing but his name follows. */
const PLAIN = new RegExp(`(?<=\\n)[ \\t]*(?:${gapped(POSITIONS)})[ \\t]*(?=\\n)`, 'gu');

/** Where such a signature begins; undefined when there is none behind an offset. */
export const plainSignature = (flat: string, from: number): number | undefined => {
  for (const m of flat.slice(from).matchAll(PLAIN)) {
    const end = from + m.index + m[0].length;
    const next = flat
      .slice(end, end + 300)
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '' && !/^(?:Đã ký|ĐÃ KÝ)|^\(.*\)$/u.test(line));
    const name = next === undefined ? null : NAME.exec(next);
    if (name?.[1] && !NO_NAME.test(name[1])) return from + m.index;
  }
  return undefined;
};
