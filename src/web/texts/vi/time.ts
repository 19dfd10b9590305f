import type { Area } from '../area.ts';

export const time = {
  left: 'còn {length}',
  late: 'trễ {length}',
  closed: 'Đợt báo cáo đã đóng',
  deadline: 'Hạn cuối {deadline}',
  figuresFrom: 'số liệu tính từ',
  cutoff: 'chốt số liệu',
  due: 'hạn cuối {clock}',
  cutoffAndDue: 'chốt, hạn {clock}',
  over: 'quá hạn',
  today: 'hôm nay',
  serverClock: 'Giờ máy chủ',
  dayForm: 'Ngày/tháng/năm, ví dụ 29/02/2024',
  dayUnread: 'Chưa đọc được ngày này. Gõ ngày/tháng/năm, ví dụ 29/02/2024.',
  clockForm: 'Giờ:phút, ví dụ 16:00',
  clockUnread: 'Chưa đọc được giờ này. Gõ giờ:phút, từ 00:00 đến 24:00.',
  spokenLeft: 'Còn {length} đến hạn cuối.',
  spokenLate: 'Đã qua hạn cuối, vẫn gửi được.',
} as const satisfies Area;
