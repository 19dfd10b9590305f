import type { Area } from '../area.ts';

/** What changed since the last sending (E9). */
export const difference = {
  title: 'Thay đổi so với lần gửi {from}',
  page: 'Thay đổi giữa các lần gửi',
  nothing: 'Chưa có gì khác lần gửi trước.',
  asked: 'Ở chỗ có ý kiến',
  other: 'Thay đổi liên quan, ngoài ý kiến',
  gone: '{n} chỗ ở phần không còn yêu cầu',
  see: 'Xem thay đổi so với lần gửi trước',
  ofNow: 'Đang soạn so với lần {from}',
  ofRevision: 'Lần {to} so với lần {from}',
  choose: 'So lần nào',
  back: 'Về báo cáo',
  onlyOne: 'Báo cáo mới gửi một lần, chưa có lần trước để so.',
} as const satisfies Area;
