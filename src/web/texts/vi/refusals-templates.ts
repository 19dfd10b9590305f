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
  'template.fileUnsound': 'Tệp còn {n} chỗ chưa đúng nên chưa nhập gì. Sửa theo danh sách rồi đọc lại tệp.',
  'template.draftExists': 'Mẫu “{title}” đang có một bản nháp. Mở bản nháp đó để sửa tiếp, hoặc bỏ nó trước.',
  'templateFile.sheetMissing':
    'Tệp chưa có trang “{sheet}”. Tải tệp của một phiên bản về, giữ nguyên tên các trang.',
  'templateFile.headingMissing': 'Trang chưa có cột “{heading}”. Giữ nguyên dòng tiêu đề của tệp tải về.',
  'templateFile.nothing': 'Trang “Mẫu” chưa có dòng nào. Ghi mã và tên mẫu báo cáo.',
  'templateFile.empty':
    'Chưa có mục, hàng hoặc cột nào thuộc về dòng này. Thêm vào trang tương ứng, hoặc bỏ dòng.',
  'templateFile.cellMissing': 'Ô này không được để trống. Ghi giá trị vào ô.',
  'templateFile.cellChoice': '“{typed}” chưa đúng. Ghi một trong: {choices}.',
  'templateFile.cellUnknown':
    'Mã này chưa có ở trang “{sheet}” (hoặc đứng sau dòng này). Sửa mã hoặc thêm dòng.',
  'templateFile.cellTwice': 'Mã này đã dùng ở dòng trên. Ghi mã khác.',
  'templateFile.cellAmount': '“{typed}” chưa phải là số. Ghi 1.234,5.',
  'templateFile.cellCode': '“{typed}” chưa dùng làm mã được. Mã gồm chữ, số, dấu chấm, gạch nối, viết liền.',
  'templateFile.cellLong': 'Ô dài quá {limit} ký tự. Ghi gọn lại.',
  'templateFile.cellRule':
    'Quy tắc hoặc cách tính chưa đọc được từ chữ thứ {letter}. Sửa lại theo trang “Cách ghi”.',
  'templateFile.unsound': 'Dòng này chưa khớp với phần còn lại của mẫu. Sửa theo lý do bên cạnh.',
  'templateFile.meaning':
    'Chỉ tiêu “{title}” đã ban hành với “{was}”, tệp ghi “{wanted}”. Giữ như cũ, hoặc dùng mã chỉ tiêu khác.',
  'campaign.templateUnknown':
    'Phiên bản {version} của mẫu báo cáo không còn trong danh sách đã ban hành. Chọn phiên bản khác.',
} satisfies Refusals;
