import type { Refusals } from '../sentence.ts';

export const consolidation = {
  'consolidation.reasonMissing': 'Ghi rõ lý do, ít nhất 5 ký tự; lý do hiện cạnh tổng và trong nhật ký.',
  'consolidation.alreadyLeftOut': 'Đơn vị này đã không đưa vào tổng hợp. Tải lại trang để xem lý do.',
  'consolidation.alreadyCorrected':
    'Số này đã được điều chỉnh. Đưa lại số của đơn vị trước rồi điều chỉnh lần nữa.',
  'consolidation.alreadyTakenBack': 'Điều chỉnh này đã được bỏ. Tải lại trang.',
  'consolidation.notANumber': 'Số tổng hợp chưa đọc được. Ghi một số, ví dụ 1.234 hoặc 12,5.',
  'consolidation.computedCell': 'Số này tính từ các ô khác. Điều chỉnh ô thành phần, tổng đổi theo.',
  'consolidation.notCounted': 'Báo cáo của đơn vị chưa được soạn nên chưa có số để điều chỉnh.',
  'consolidation.reportedChanged': 'Đơn vị vừa đổi số này. Tải lại trang, xem số mới rồi quyết định.',
  'consolidation.sameValue': 'Số điều chỉnh bằng số đơn vị báo cáo. Ghi số khác, hoặc đóng lại.',
  'consolidation.wrongState': 'Đợt báo cáo đã đóng hoặc chưa phát hành nên chưa làm được việc này.',
} as const satisfies Refusals;
