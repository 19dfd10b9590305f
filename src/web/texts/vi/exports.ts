import type { Area } from '../area.ts';

export const exports = {
  tab: 'Tải về',
  archive: 'Báo cáo của các đơn vị trong một tệp',
  archiveNote: 'Mọi báo cáo đã gửi, mỗi đơn vị một văn bản; lập xong thì tải, đóng trang này vẫn lập tiếp',
  archivePdf: 'Lập tệp PDF',
  archiveWord: 'Lập tệp Word',
  archiveWaiting: 'Đang chờ đến lượt.',
  archiveWorking: 'Đang lập: {done}/{total} văn bản.',
  archiveCancelled: 'Đã dừng ở {done}/{total} văn bản.',
  archiveFailed: 'Bị lỗi ở {done}/{total} văn bản. Bấm Lập tiếp; vẫn lỗi thì báo người quản trị.',
  archiveDone: 'Đã xong {total} văn bản, {size} MB. Giữ trong một ngày.',
  archiveProgress: 'Số văn bản đã lập',
  archiveLeftOut: 'Chưa lập được văn bản của: {units}.',
  archiveGet: 'Tải tệp zip',
  archiveCancel: 'Dừng',
  archiveResume: 'Lập tiếp',
} as const satisfies Area;
