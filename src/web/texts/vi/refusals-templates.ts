import type { Refusals } from '../sentence.ts';

const FIELDS: Readonly<Record<string, string>> = {
  type: 'kiểu số liệu',
  unit: 'đơn vị tính',
  stock: 'loại số (tồn hay phát sinh)',
};

export const templates = {
  'template.placeGone': 'Mục, biểu, hàng hoặc cột này vừa bị người khác bỏ. Tải lại trang rồi làm tiếp.',
  'template.ruleUnread': 'Quy tắc chưa đọc được từ chữ thứ {letter}. Sửa lại theo gợi ý dưới ô.',
  'template.lastOutline':
    'Mẫu báo cáo phải còn ít nhất một đề cương. Thêm đề cương khác trước khi bỏ đề cương này.',
  'template.lastSection': 'Đề cương phải còn ít nhất một mục. Thêm mục khác trước khi bỏ mục này.',
  'template.lastRow': 'Biểu phải còn ít nhất một hàng. Thêm hàng khác, hoặc bỏ cả biểu.',
  'template.lastColumn': 'Biểu phải còn ít nhất một cột. Thêm cột khác, hoặc bỏ cả biểu.',
  'template.cannotMove': 'Đã ở đầu, ở cuối hoặc không còn cấp nào để chuyển tới.',
  'template.indicatorMeaning': (details) =>
    `Chỉ tiêu “${String(details.title ?? '')}” đã ban hành với ${FIELDS[String(details.field)] ?? 'ý nghĩa'} “${String(details.was ?? '')}” và giữ nguyên ý nghĩa đó mãi mãi, nên chưa đổi. Muốn báo cáo theo ý nghĩa mới thì tạo chỉ tiêu mới.`,
  'template.unsound': 'Bản nháp còn {n} chỗ phải sửa trước khi ban hành. Xem danh sách “Phải sửa”.',
  'template.nothingChanged': 'Bản nháp chưa khác phiên bản đã ban hành nên chưa cần ban hành lại.',
  'template.stale': '{by} vừa sửa bản nháp này. Phần đang sửa chưa được lưu; xem bản mới rồi sửa lại.',
  'template.draftExists': 'Mẫu “{title}” đang có một bản nháp. Mở bản nháp đó để sửa tiếp, hoặc bỏ nó trước.',
  'campaign.templateUnknown':
    'Phiên bản {version} của mẫu báo cáo không còn trong danh sách đã ban hành. Chọn phiên bản khác.',
} satisfies Refusals;
