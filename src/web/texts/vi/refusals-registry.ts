import type { Refusals } from '../sentence.ts';

export const registry = {
  'registry.bookIsHere': 'Sổ này đã giao cho hệ thống, số kế tiếp là {next}. Tải lại trang để xem.',
  'registry.startMalformed': 'Chưa rõ số bắt đầu. Gõ số kế tiếp trong sổ, từ 1 đến 999999.',
  'registry.startUsed': 'Số {start} đã cấp rồi: số lớn nhất đã cấp là {last}. Gõ số lớn hơn {last}.',
  'registry.bookNotHere': 'Sổ này do cơ quan tự giữ, chưa giao cho hệ thống. Tải lại trang để xem.',
  'registry.bookDecides':
    'Sổ đã giao cho hệ thống: số kế tiếp là {next}, ngày là ngày cấp. Tải lại trang và cấp số không cần gõ.',
  'registry.bookFull': 'Sổ đã hết số có 6 chữ số. Thu lại sổ và ghi số theo văn thư.',
  'registry.alreadyNumbered':
    'Văn bản này đã có số {number}. Sau khi cấp số chỉ ban hành văn bản thay thế hoặc công văn đính chính.',
  'registry.versionMissing': 'Chọn bản chốt để in; bản mới nhất là bản số {newest}.',
  'registry.wrongState': 'Văn bản đã qua bước này. Tải lại trang để xem văn bản đang ở đâu.',
  'registry.stale': 'Người khác vừa sửa. Tải lại trang rồi làm lại.',
  'registry.numberMalformed': 'Số văn bản chỉ gồm chữ số, từ 1 đến 6 chữ số, ví dụ 31.',
  'registry.dayMalformed': 'Ngày của văn bản chưa đúng. Ghi ngày/tháng/năm, ví dụ 28/02/2024.',
  'registry.dayInFuture': 'Ngày của văn bản sau hôm nay. Ghi ngày văn thư đã cấp số.',
  'registry.unitMissing': 'Chưa chọn đơn vị của công văn. Chọn đơn vị rồi lập lại.',
  'registry.notExtended': '{unit} chưa được gia hạn. Gia hạn ở trang Theo dõi trước, rồi lập công văn.',
  'registry.notReturned':
    'Báo cáo của {unit} không ở trạng thái trả lại, hoặc chưa có ý kiến nào. Trả lại báo cáo trước, rồi lập công văn.',
  'registry.replaceElsewhere':
    'Văn bản này không thay thế ở đây: yêu cầu thì điều chỉnh yêu cầu, báo cáo của đơn vị thì gửi lại rồi cấp số mới.',
  'registry.replacedAlready': 'Đã có văn bản thay thế văn bản này. Mở văn bản thay thế để làm tiếp.',
  'registry.basesEmpty': 'Cần ít nhất một căn cứ, mỗi căn cứ không quá 1.000 ký tự. Kiểm tra lại từng dòng.',
  'registry.basesElsewhere': 'Căn cứ của văn bản này lấy từ yêu cầu báo cáo. Sửa ở dự thảo yêu cầu.',
  'registry.correctionEmpty': 'Chưa ghi chỗ nào cần đính chính. Ghi ít nhất một chỗ.',
  'registry.correctionSame': 'Nội dung đã in và nội dung sửa lại giống nhau. Sửa lại hoặc bỏ dòng đó.',
} satisfies Refusals;
