import { deadlineText } from '../../../core/kernel/wording.ts';
import type { Refusals } from '../sentence.ts';

const STATES: Readonly<Record<string, string>> = {
  'not-opened': 'chưa mở',
  drafting: 'đang soạn',
  'awaiting-signature': 'chờ ký',
  signed: 'đã ký, chờ phát hành',
  submitted: 'đã gửi',
  received: 'đã tiếp nhận',
  returned: 'trả lại',
};

const when = (d: Readonly<Record<string, unknown>>): string => deadlineText(Number(d.at));

export const report = {
  'carry.notOurs': 'Tệp này không phải tệp phần chưa gửi của báo cáo. Chọn tệp bao-cao-chua-gui….json.',
  'carry.damaged': 'Tệp đã bị sửa hoặc chép chưa trọn nên chưa đọc. Chép lại từ máy đã ghi.',
  'carry.otherUnit': 'Tệp là của đơn vị khác ({unit}). Mở báo cáo của đơn vị đó rồi đọc tệp.',
  'carry.otherRequest': 'Tệp là của yêu cầu khác ({title}). Mở báo cáo của yêu cầu đó rồi đọc tệp.',
  'carry.otherTemplate':
    'Tệp được ghi theo phiên bản mẫu khác với báo cáo đang mở. Mở báo cáo này trên máy đã ghi tệp khi có mạng.',
  'report.wrongState': (d) =>
    `Báo cáo đang ở trạng thái “${STATES[String(d.state)] ?? String(d.state)}” nên chưa làm được việc này. Tải lại trang để xem việc tiếp theo.`,
  'report.incomplete': (d) =>
    `Còn ${d.count} nội dung phải sửa hoặc nêu lý do. Mở “Còn thiếu gì” để đến từng chỗ.`,
  'report.pinsOpen': (d) => `Còn ${d.count} ý kiến của nơi nhận chưa trả lời. Trả lời hết rồi chuyển ký.`,
  'report.reasonMissing': 'Ghi rõ lý do, ít nhất 5 ký tự, để người đọc sau hiểu được.',
  'report.changedSinceSeen': 'Nội dung đã thay đổi từ lúc mở trang này, nên chưa ký. Xem bản mới rồi ký lại.',
  'report.receivingBegun': 'Nơi nhận đã bắt đầu tiếp nhận. Cần sửa thì đề nghị nơi nhận trả lại.',
  'report.receivingNotBegun': 'Chưa bắt đầu tiếp nhận. Bấm “Bắt đầu tiếp nhận” trước.',
  'report.pinMissing': 'Trả lại cần ít nhất một ý kiến ghim vào chỗ phải sửa.',
  'report.pinWithoutReason': 'Ý kiến nào cũng cần lý do và một câu nói rõ phải sửa gì.',
  'report.resendDateMissing': 'Chọn ngày phải gửi lại.',
  'report.resendDatePast': 'Ngày gửi lại đã qua. Chọn ngày sau hôm nay.',
  'report.answerMissing': 'Ghi câu trả lời cho ý kiến {number}.',
  'report.numberMalformed': 'Số văn bản chỉ gồm chữ số, ví dụ 31. Ký hiệu ghi ở ô bên cạnh.',
  'report.dayInFuture': 'Ngày văn bản chưa đến. Ghi ngày hôm nay hoặc trước đó.',
  'report.unknownCell': 'Ô này không còn trong biểu của đơn vị. Tải lại trang để lấy biểu mới.',
  'report.malformedCell': 'Giá trị này không hợp với ô. Gõ lại số, chọn lại trong danh mục, hoặc ghi KPS.',
  'report.unknownSection': 'Mục này không còn trong đề cương của đơn vị. Tải lại trang để lấy đề cương mới.',
  'report.malformedWords': 'Phần lời có nội dung chưa nhận được. Bỏ phần vừa dán rồi dán lại dạng chữ.',
  'report.nothingToExplain': 'Số ở đây đã khớp, không còn gì phải nêu lý do. Tải lại trang.',
  'report.mustBeCorrected': 'Lỗi này phải sửa số, nêu lý do chưa đủ.',
  'report.preparerMayNotSign': 'Người soạn không được ký chính báo cáo này. Người khác trong lãnh đạo ký.',
  'report.preparerMayNotReceive':
    'Người đã soạn báo cáo này không được tiếp nhận nó. Cán bộ khác của nơi nhận tiếp nhận.',
  'report.stampedNotPdf': 'Tệp {name} chưa phải là PDF. Quét bản đã đóng dấu thành PDF rồi tải lại.',
  'report.pinPlaceUnknown': 'Chỗ ghim ý kiến không còn trong báo cáo. Tải lại trang rồi ghim lại.',
  'report.preparerMayNotExtend':
    'Người đã soạn báo cáo này không được tự gia hạn. Cán bộ khác của nơi nhận gia hạn.',
  'report.extensionDateMissing': 'Ghi hạn mới, ví dụ 16:00 05/03/2024.',
  'report.extensionPast': 'Hạn mới đã qua. Ghi thời điểm sau lúc này.',
  'report.extensionNotLater': 'Hạn mới phải sau hạn chung của đợt báo cáo.',
  'report.extensionWithoutDocument': 'Ghi số, ký hiệu văn bản cho gia hạn, ví dụ 215/UBND-NV.',
  'report.extensionAfterSending':
    'Báo cáo đã gửi rồi nên đúng hạn hay trễ đã được ghi nhận, gia hạn không còn tác dụng.',
  'report.dayMalformed':
    'Ngày văn bản chưa đúng. Ghi ngày có thật theo dạng ngày/tháng/năm, ví dụ 29/02/2024.',
  'report.nothingToConfirm': 'Yêu cầu này đã được xác nhận rồi. Tải lại trang để xem bản hiện tại.',
  'report.numberFirst': 'Ghi số, ngày văn bản trước, rồi gửi: đơn vị này gửi báo cáo sau khi văn thư cấp số.',
  'report.released':
    'Đơn vị không còn phải báo cáo trong đợt này, nội dung đã nhập chỉ để đọc. Cần báo cáo lại thì đề nghị nơi giao thêm đơn vị vào yêu cầu.',
  'report.deadlineClosed': (d) =>
    `Đợt này không nhận báo cáo sau hạn, hạn đã hết lúc ${when(d)}. Báo cáo còn nguyên ở đây; đề nghị nơi nhận gia hạn bằng văn bản rồi gửi.`,
  'report.lastSendingPassed': (d) =>
    `Đợt này nhận gửi muộn đến ${when(d)}, nay đã qua. Báo cáo còn nguyên ở đây; đề nghị nơi nhận gia hạn bằng văn bản rồi gửi.`,
  'report.lastCorrectionPassed': (d) =>
    `Đợt này chốt sửa lúc ${when(d)}: từ đó không trả lại và không gửi lại nữa. Cần sửa thì đề nghị nơi giao báo cáo điều chỉnh yêu cầu.`,
  'report.resendAfterLastCorrection': (d) =>
    `Ngày gửi lại sau mốc chốt sửa ${when(d)} của đợt này. Chọn thời điểm trước mốc đó.`,
  'report.withdrawTooLate': (d) =>
    `Thu hồi lúc này thì không gửi lại được nữa, vì mốc nhận của đợt là ${when(d)}. Cần sửa thì đề nghị nơi nhận trả lại.`,
  'report.neverRead': 'Báo cáo này chưa ai của nơi nhận đọc. Mở ra đọc rồi tiếp nhận.',
  'report.remarksOpen': 'Còn {count} ý kiến chưa trả lời. Mở ra xem rồi quyết định.',
  'report.hasGaps': 'Còn {count} nội dung thiếu hoặc cảnh báo có lý do. Mở ra đọc rồi tiếp nhận.',
  'report.nearEmpty': 'Báo cáo gần như trống. Mở ra đọc rồi tiếp nhận hoặc trả lại.',
  'report.changedElsewhere': '{count} chỗ ngoài ý kiến cũng thay đổi. Mở ra đọc rồi tiếp nhận.',
  'reminder.owesNothing': 'Đơn vị này không còn nợ báo cáo nên chưa đôn đốc.',
  'reminder.nobody': 'Đơn vị này chưa có ai giữ chức vụ soạn hay ký. Báo quản trị giao chức vụ.',
  'reminder.ruleTwice': 'Hai quy tắc đôn đốc trùng mã {id}. Đặt mã khác cho một quy tắc.',
  'reminder.rulesStale':
    'Quy tắc đôn đốc vừa được người khác sửa. Tải lại trang để xem quy tắc mới, rồi sửa tiếp nếu cần.',
  'contact.empty': 'Chưa ghi gì về lần liên hệ. Ghi đã nói với ai hoặc nội dung rồi lưu.',
  'board.viewNameless': 'Góc nhìn chưa có tên. Ghi tên rồi lưu.',
  'board.tooManyViews': 'Đã lưu {most} góc nhìn. Xóa bớt một góc nhìn rồi lưu.',
  'job.running': 'Việc này đang chạy. Chờ chạy xong rồi tải lại trang để xem kết quả.',
  'mail.notDead': 'Chỉ thư đã ngừng gửi mới gửi lại được bằng tay. Tải lại trang để xem thư đang ở đâu.',
  'http.keyReused': 'Yêu cầu này trùng mã với một yêu cầu khác. Tải lại trang rồi làm lại.',
  'http.keyMalformed': 'Mã của yêu cầu chưa đúng dạng. Tải lại trang rồi làm lại.',
  'http.invalid': 'Giá trị gửi lên chưa đúng dạng. Gõ lại ô này.',
  'http.diskFull':
    'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Chữ đã gõ còn trên máy này và tự gửi lại; báo người quản trị.',
  'http.databaseAway': 'Máy chủ tạm chưa ghi được. Chữ đã gõ còn trên máy này và tự gửi lại sau ít giây.',
  'http.fault': 'Máy chủ gặp lỗi, chưa có gì thay đổi. Thử lại sau ít phút.',
} satisfies Refusals;
