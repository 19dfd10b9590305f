import type { Area } from '../area.ts';

export const receiptCheck = {
  title: 'Kiểm tra phiếu tiếp nhận',
  intro: 'Gõ mã kiểm tra in trên phiếu. Không cần đăng nhập.',
  code: 'Mã kiểm tra',
  codeHint: 'Dãy chữ và số đứng cuối địa chỉ kiểm tra in trên phiếu.',
  hash: 'Mã nội dung (SHA-256)',
  hashHint:
    'Gõ thêm mã này để biết bản đang cầm có đúng nội dung đã gửi, có hay không có khoảng trắng đều được.',
  check: 'Kiểm tra',
  missing: 'Gõ mã kiểm tra in trên phiếu.',
  match: 'Phiếu đúng, mã nội dung khớp với nội dung đã gửi.',
  exists: 'Hệ thống đã cấp phiếu này.',
  existsText: 'Gõ thêm mã nội dung để kiểm tra nội dung.',
  mismatch: 'Chưa có phiếu nào khớp với mã đã gõ.',
  mismatchText:
    'Xem lại từng chữ trong mã. Nếu gõ đúng mà vẫn không khớp, bản đang cầm không phải bản đã gửi.',
  submitted: 'Gửi lúc',
  journal: 'Nhật ký',
  journalWhole: 'Dòng ghi lần gửi này còn nguyên',
  journalChanged: 'Nhật ký không còn dòng mà phiếu đã ghi.',
  journalChangedText:
    'Phiếu là của hệ thống này, nhưng dòng nhật ký về lần gửi đã khác lúc cấp phiếu. Giữ phiếu và báo người quản trị kiểm tra chuỗi nhật ký.',
} as const satisfies Area;
