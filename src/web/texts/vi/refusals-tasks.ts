import type { Refusals } from '../sentence.ts';

export const tasks = {
  'excel.tooLarge': 'Tệp Excel lớn hơn 10 MB. Chỉ giữ bảng cần nhập rồi tải lên lại.',
  'excel.empty': 'Tệp trống. Chọn lại tệp đã điền.',
  'excel.notSpreadsheet': 'Tệp này chưa phải tệp Excel (.xlsx). Lưu bảng thành .xlsx rồi tải lên lại.',
  'excel.old': 'Tệp Excel đời cũ (.xls) chưa đọc được. Mở bằng Excel, lưu thành .xlsx rồi tải lên lại.',
  'excel.macro': 'Tệp có chứa macro nên không được nhận. Lưu lại ở dạng Excel không macro (.xlsx).',
  'excel.damaged':
    'Tệp Excel bị hỏng nên chưa mở được. Mở bằng Excel, lưu thành bản mới (.xlsx) rồi tải lên lại.',
  'excel.bomb':
    'Tệp Excel giải nén ra lớn bất thường nên không được mở. Lưu thành bản mới (.xlsx) chỉ có bảng cần nhập.',
  'excel.encrypted': 'Tệp đặt mật khẩu nên chưa đọc được. Bỏ mật khẩu, lưu lại rồi tải lên.',
  'excel.tooHeavy':
    'Đọc tệp cần quá nhiều bộ nhớ hoặc quá lâu nên đã dừng. Lưu thành bản mới chỉ có bảng cần nhập.',
  'tasks.noHeadings':
    'Trang tính chưa có dòng tiêu đề của biểu. Tải biểu mẫu về, giữ nguyên các cột: {headings}.',
  'tasks.noRows': 'Biểu chưa có nhiệm vụ nào. Điền mỗi dòng một nhiệm vụ rồi tải lên lại.',
  'tasks.tooMany': 'Biểu có {n} nhiệm vụ, mỗi lần nhập tối đa {limit}. Chia thành nhiều tệp.',
  'tasks.contentMissing': 'Chưa có nội dung nhiệm vụ. Ghi nội dung vào ô này.',
  'tasks.contentLong': 'Nội dung dài quá {limit} ký tự. Ghi gọn lại hoặc tách thành nhiều nhiệm vụ.',
  'tasks.documentMissing': 'Chưa có văn bản giao. Ghi loại, số, ký hiệu, ngày văn bản.',
  'tasks.documentLong': 'Tên văn bản giao dài quá {limit} ký tự. Ghi loại, số, ký hiệu, ngày.',
  'tasks.dueUnread': 'Thời hạn “{typed}” chưa phải một ngày có thật. Ghi dạng 30/6/2024 hoặc để trống.',
  'tasks.unitsMissing': 'Chưa có đơn vị thực hiện. Ghi tên đơn vị, hoặc “các xã, thị trấn”, “các phòng”.',
  'tasks.unitUnknown':
    'Chưa có đơn vị nào tên “{name}”. Chép tên từ trang Tên đơn vị của biểu mẫu, cách nhau bằng dấu chấm phẩy.',
  'tasks.unitAmbiguous': 'Tên “{name}” trùng với nhiều đơn vị. Ghi đủ tên như trang Tên đơn vị của biểu mẫu.',
  'tasks.twice': 'Nhiệm vụ này đã có ở dòng {row}, trang {sheet}. Gộp đơn vị thực hiện vào một dòng.',
  'tasks.nothingToGive': 'Chưa có nhiệm vụ nào để nhập. Chọn tệp có ít nhất một dòng nhận được.',
  'tasks.unitGone':
    'Có đơn vị vừa ngừng hoạt động hoặc không thuộc huyện, nên chưa nhập gì. Đọc lại tệp rồi xác nhận.',
} satisfies Refusals;
