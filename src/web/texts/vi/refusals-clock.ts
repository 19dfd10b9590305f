import { fullMoment } from '../format.ts';
import type { Refusals } from '../sentence.ts';

export const clock = {
  'clock.officeIsReal': 'Bản dùng thật chạy theo giờ thật, không chuyển được.',
  'clock.backwards': (d) => `Giờ nghiệp vụ chỉ đi tới. Chọn giờ sau ${fullMoment(Number(d.nowMs))}.`,
  'clock.tooFar': 'Mỗi lần chuyển nhiều nhất {days} ngày. Chọn ngày gần hơn.',
  'backup.notPlanned':
    'Chưa đặt sao lưu hằng ngày nên chưa sao lưu được từ màn hình này. Chạy lệnh "cchc backup TỆP", hoặc đặt CCHC_BACKUP_PASSPHRASE_FILE rồi chạy lại chương trình.',
  'backup.underWay': 'Một bản sao lưu đang được làm. Chờ xong rồi tải lại trang.',
} satisfies Refusals;
