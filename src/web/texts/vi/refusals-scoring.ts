import type { Refusals } from '../sentence.ts';

export const scoring = {
  'scoring.setHasErrors': 'Bộ tiêu chí còn {n} lỗi nên chưa nhập. Sửa từng lỗi trong tệp rồi đọc lại.',
  'scoring.setYearMissing': 'Bộ tiêu chí chưa ghi năm. Điền dòng Năm ở trang Thông tin.',
  'scoring.setLevelMissing':
    'Bộ tiêu chí chưa ghi cấp được chấm. Điền dòng Cấp được chấm ở trang Thông tin: commune, district hoặc department.',
  'scoring.setIsAnother':
    'Mã {id} đang dùng cho bộ khác: năm {year}, cấp {level}. Đặt mã khác cho bộ này ở trang Thông tin.',
  'scoring.setSame': 'Bộ này giống hệt bản {version} đang dùng nên không nhập lại.',
  'scoring.revisionNeedsReason': 'Chưa ghi lý do sửa. Ghi số quyết định hoặc lý do, ít nhất 5 ký tự.',
  'scoring.fileUnread': '{words}',
} satisfies Refusals;
