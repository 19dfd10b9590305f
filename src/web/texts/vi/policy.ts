import type { Area } from '../area.ts';

/** What a request says of time beyond its deadline. */
export const policy = {
  title: 'Quy định về thời hạn',
  shift: 'Hạn cuối rơi vào ngày nghỉ',
  shiftNone: 'Giữ nguyên hạn',
  shiftNext: 'Chuyển đến hết ngày làm việc tiếp theo',
  shiftPreview: 'Hạn cuối khi chuyển: {moment}.',
  shiftNothing: 'Ngày cuối của hạn này là ngày làm việc nên chuyển hay giữ đều như nhau.',
  lateSending: 'Gửi sau hạn',
  lateAlways: 'Vẫn nhận, ghi trễ đến từng giây',
  lateUntil: 'Nhận đến một mốc, sau mốc từ chối',
  lateUntilAt: 'Nhận đến {moment}, ghi trễ; sau đó từ chối',
  lateUntilOpen: 'Nhận đến một mốc, chưa ghi mốc nào',
  lateNever: 'Không nhận sau hạn; báo cáo đang chờ ký lúc hết hạn vẫn ký gửi được, ghi trễ',
  returned: 'Trả lại thì đúng hạn tính theo',
  returnedFirst: 'Lần gửi đầu: đã gửi đúng hạn thì vẫn đúng hạn',
  returnedLast: 'Lần gửi cuối: gửi lại sau hạn chung là trễ',
  returnedNew: 'Lần gửi đầu, nếu gửi lại trong ngày hẹn mới',
  lastCorrection: 'Chốt sửa',
  lastCorrectionNone: 'Không đặt: trả lại và gửi lại lúc nào cũng được',
  lastCorrectionAt: 'Gửi lại đến {moment}, sau đó không trả lại và không gửi lại nữa',
  setLastCorrection: 'Đặt mốc sau đó không trả lại, không gửi lại',
  before: 'Trước ngày',
  beforeTime: 'Trước giờ (nếu có)',
  afterDeadline: 'Mốc này phải sau hạn cuối.',
} as const satisfies Area;
