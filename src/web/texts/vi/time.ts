import type { Area } from '../dictionary.ts';

export const time = {
  left: 'còn {length}',
  late: 'trễ {length}',
  deadline: 'Hạn cuối {deadline}',
  figuresFrom: 'số liệu tính từ',
  cutoff: 'chốt số liệu',
  due: 'hạn cuối {clock}',
  cutoffAndDue: 'chốt, hạn {clock}',
  over: 'quá hạn',
  today: 'hôm nay',
  serverClock: 'Giờ máy chủ',
  spokenLeft: 'Còn {length} đến hạn cuối.',
  spokenLate: 'Đã qua hạn cuối, vẫn gửi được.',
} as const satisfies Area;
