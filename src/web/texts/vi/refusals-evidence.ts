import type { Refusals } from '../sentence.ts';

export const evidence = {
  'evidence.abstractMissing': 'Chưa có trích yếu của tài liệu. Ghi ngắn gọn tài liệu nói về việc gì.',
  'evidence.stale':
    'Thông tin tài liệu “{abstract}” vừa được người khác sửa. Đóng lại, mở tài liệu rồi sửa tiếp.',
  'evidence.citedStill': 'Tài liệu đang được viện dẫn ở {n} chỗ. Bỏ viện dẫn ở các chỗ đó trước.',
  'evidence.unknown': 'Tài liệu này không còn trong kho của đơn vị. Chọn lại tài liệu trong danh sách.',
  'evidence.notCited': 'Chỗ này không còn viện dẫn tài liệu đó. Tải lại trang để thấy bản mới nhất.',
  'evidence.infectedKept':
    'Tệp của tài liệu này có mã độc nên không mở, không viện dẫn được. Quét máy, lưu lại tệp sạch rồi tải lên.',
  'evidence.tooLarge':
    'Tệp “{name}” lớn hơn 50 MB. Quét lại ở chế độ đen trắng, hoặc chia thành nhiều tệp, rồi tải lên.',
  'evidence.damaged':
    'Tệp “{name}” bị hỏng hoặc chép chưa trọn nên chưa mở được. Quét lại, hoặc mở bằng chương trình đã tạo ra tệp rồi lưu lại (PDF: lưu lại thành PDF), rồi tải lên.',
  'evidence.tooHeavy':
    'Tệp “{name}” quá nặng để mở ra xem nên chưa được nhận. Quét lại ở chế độ đen trắng, hoặc in ra PDF mới, rồi tải lên.',
  'evidence.kind':
    'Tệp “{name}” chưa thuộc loại được nhận. Nhận PDF, ảnh JPEG hoặc PNG, Word (.docx), Excel (.xlsx); lưu lại ở một trong các dạng đó.',
  'evidence.extensionMismatch':
    'Đuôi tên của tệp “{name}” không khớp với nội dung. Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi tải lên.',
  'evidence.infected':
    'Tệp “{name}” có mã độc ({threat}) nên không được nhận. Quét mã độc trên máy, lấy lại tệp gốc rồi tải lên.',
  'evidence.unfinished': 'Tệp “{name}” chưa gửi xong. Chọn lại tệp đó, việc gửi đi tiếp từ chỗ dừng.',
} satisfies Refusals;
