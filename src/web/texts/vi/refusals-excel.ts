import type { Refusals } from '../sentence.ts';

const STATES: Readonly<Record<string, string>> = {
  'awaiting-signature': 'đang chờ ký',
  signed: 'đã ký, chờ văn thư gửi',
  submitted: 'đã gửi',
  received: 'đã được tiếp nhận',
};

export const excel = {
  'excel.notOurForm':
    'Tệp này chưa phải biểu tải về từ phần mềm, hoặc trang tính ẩn của biểu đã bị xóa. Tải biểu về, chép số liệu sang rồi tải lên lại.',
  'excel.otherUnit': 'Tệp này là biểu của {unit}, không phải của đơn vị đang mở. Chọn lại tệp.',
  'excel.otherCampaign': 'Tệp này là biểu của kỳ khác: {campaign}. Tải biểu của kỳ này về rồi điền.',
  'excel.otherTemplate':
    'Tệp này theo mẫu lần {found}, báo cáo đang theo mẫu lần {wanted}. Tải biểu mới về, chép số liệu sang rồi tải lên lại.',
  'excel.twoRows':
    'Tệp có một hàng bị chép thành hai, nên chưa rõ lấy số nào. Bỏ hàng chép thêm, hoặc tải biểu mới về rồi điền lại.',
  'excel.nothingToTake': 'Tệp chưa có ô nào để nhập. Điền ít nhất một ô khác với số đang có.',
  'excel.reportClosed': ({ unit, state }) =>
    `Báo cáo của ${String(unit)} ${STATES[String(state)] ?? 'đã khóa'}, nên chưa nhận thêm số liệu. Thu hồi hoặc trả lại báo cáo trước.`,
  'excel.gone': 'Ô này không còn trong biểu của đơn vị. Tải biểu mới về để thấy các hàng hiện có.',
  'excel.notNumber': 'Chưa phải là số. Ghi số như 1.234,5; KPS: không phát sinh; KAD: không áp dụng.',
  'excel.isDate': 'Ô đang là ngày tháng. Định dạng lại ô thành số rồi gõ lại số.',
  'excel.isFormula': 'Công thức trong ô chưa có kết quả. Mở tệp bằng Excel, lưu lại, hoặc gõ thẳng số.',
  'excel.notChoice': 'Chưa có trong danh sách của ô. Chọn một giá trị trong danh sách.',
  'excel.tooLong': 'Dài quá 10.000 ký tự. Viết gọn lại, hoặc đưa vào phần lời của báo cáo.',
  'excel.noteLong': 'Ghi chú dài quá 2.000 ký tự. Viết gọn lại.',
} satisfies Refusals;
