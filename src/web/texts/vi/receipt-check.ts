import type { Area } from '../dictionary.ts';

export const receiptCheck = {
  title: 'Kiểm tra phiếu tiếp nhận',
  intro: 'Gõ số phiếu và mã nội dung in trên phiếu. Không cần đăng nhập.',
  number: 'Số phiếu',
  numberHint: 'Ví dụ: 0118/TN-NV',
  hash: 'Mã nội dung',
  hashHint: 'Dãy chữ số in ở cuối phiếu, có hay không có khoảng trắng đều được.',
  check: 'Kiểm tra',
  missing: 'Gõ đủ số phiếu và mã nội dung.',
  match: 'Phiếu đúng. Nội dung báo cáo từ lúc gửi đến nay không thay đổi.',
  mismatch: 'Mã nội dung không khớp với phiếu này.',
  mismatchText:
    'Xem lại từng chữ trong mã. Nếu gõ đúng mà vẫn không khớp, bản đang cầm không phải bản đã gửi.',
  unit: 'Đơn vị gửi',
  campaign: 'Báo cáo',
  revision: 'Lần gửi',
  submitted: 'Gửi lúc',
  received: 'Tiếp nhận lúc',
  onTime: 'trước hạn {length}',
  late: 'trễ {length}',
  notReceived: 'Chưa tiếp nhận',
} as const satisfies Area;
