import type { Area } from '../area.ts';

/** The field's words for states and for the marks beside them. Codes are keys, so that a state names its word. */
export const state = {
  'not-opened': 'Chưa mở',
  drafting: 'Đang soạn',
  'awaiting-signature': 'Chờ ký',
  signed: 'Đã ký, chờ phát hành',
  submitted: 'Đã gửi',
  received: 'Đã tiếp nhận',
  returned: 'Trả lại',
  overdue: 'Quá hạn',
  nil: 'Không phát sinh',
  'on-time': 'Đúng hạn',
  late: 'Trễ {length}',
  'at-risk': 'Nguy cơ trễ',
  extended: 'Gia hạn {day}',
  'near-empty': 'Gần như trống',
  revision: 'Lần {n}',
  locked: 'Đã khóa',
  estimate: 'Ước',
  'resend-overdue': 'Quá hạn gửi lại',
  outline: '{done}/{all} mục đã xong',
  outlineNil: '{done}/{all} mục đã xong, {nil} mục không phát sinh',
} as const satisfies Area;
