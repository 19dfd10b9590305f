import type { Area } from '../area.ts';

export const failure = {
  unknownRefusal:
    'Việc này chưa làm được. Tải lại trang rồi thử lại; nếu vẫn vậy, báo cho quản trị viên mã {code}.',
  invalid: 'Nội dung gửi lên chưa đúng dạng: {issues}',
  fault: 'Máy chủ gặp lỗi, chưa có gì thay đổi. Thử lại; nếu vẫn vậy, báo cho quản trị viên.',
  faultWithId: 'Máy chủ gặp lỗi, chưa có gì thay đổi. Thử lại; nếu vẫn vậy, báo cho quản trị viên mã {id}.',
  offline: 'Mất mạng, chưa gửi được. Chữ đã gõ còn trên máy này; có mạng thì thử lại.',
  serverSilent: 'Máy chủ chưa trả lời. Chữ đã gõ còn trên máy này; thử lại sau ít giây.',
  errorTitle: 'Chưa tải được nội dung này',
  offlineTitle: 'Mất mạng, phần này chưa có trên máy',
  offlineText: 'Mạng có lại thì tự tải.',
  silentTitle: 'Máy chủ chưa trả lời',
  silentText: 'Tự thử lại sau 8 giây. Chữ đã gõ còn trên máy này.',
  forbiddenTitle: 'Chưa được phân quyền xem phần này',
  forbiddenText: 'Phần này thuộc đơn vị hoặc chức vụ khác. Cần xem thì đề nghị quản trị viên phân quyền.',
  missingTitle: 'Không có trang này',
  missingText: 'Địa chỉ có thể đã gõ thiếu hoặc nội dung đã chuyển chỗ.',
  toHome: 'Về Việc cần làm',
  crashTitle: 'Màn hình này gặp lỗi',
  crashText: 'Số đã lưu không mất. Tải lại trang để làm tiếp.',
  code: 'Mã: {code}',
} as const satisfies Area;
