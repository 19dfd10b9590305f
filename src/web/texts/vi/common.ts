import type { Area } from '../area.ts';

export const common = {
  product: 'Báo cáo cải cách hành chính',
  save: 'Lưu',
  cancel: 'Bỏ',
  close: 'Đóng',
  back: 'Quay lại',
  retryNow: 'Thử lại ngay',
  reload: 'Tải lại',
  required: '(bắt buộc)',
  loading: 'Đang tải…',
  sending: 'Đang gửi…',
  skip: 'Đến nội dung chính',
  all: 'Tất cả',
  yes: 'Có',
  no: 'Không',
  none: 'Chưa có',
  word: 'Bản Word',
} as const satisfies Area;
