import { fullMoment } from '../format.ts';
import type { Refusals } from '../sentence.ts';

export const clock = {
  'clock.officeIsReal': 'Bản dùng thật chạy theo giờ thật, không chuyển được.',
  'clock.backwards': (d) => `Giờ nghiệp vụ chỉ đi tới. Chọn giờ sau ${fullMoment(Number(d.nowMs))}.`,
  'clock.tooFar': 'Mỗi lần chuyển nhiều nhất {days} ngày. Chọn ngày gần hơn.',
} satisfies Refusals;
