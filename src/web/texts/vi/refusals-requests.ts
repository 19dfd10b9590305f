import { letterRefusals } from '../../../core/letter/refusals.ts';
import type { Refusals } from '../sentence.ts';

const inVietnamese = Object.fromEntries(
  Object.entries(letterRefusals).map(([code, words]) => [code, words.vi]),
);

export const requests = {
  ...inVietnamese,
  'upload.fileMissing': 'Chưa có tệp nào được gửi lên. Chọn tệp rồi gửi lại.',
  'campaign.wrongState':
    'Yêu cầu này đã chuyển sang bước khác nên chưa làm được việc này. Tải lại trang để xem bước hiện tại.',
  'campaign.incomplete':
    'Dự thảo còn giá trị trống hoặc phần chưa xem. Xem các phần có dấu còn trống rồi chuyển ký.',
  'campaign.reasonMissing': 'Chưa ghi lý do trả lại. Ghi ít nhất 5 chữ cái để người soạn biết cần sửa gì.',
  'campaign.numberMalformed': 'Số văn bản “{number}” chưa đúng. Gõ từ 1 đến 6 chữ số, như 112.',
  'campaign.dayInFuture': 'Ngày văn bản ở sau hôm nay. Gõ đúng ngày ghi trên văn bản.',
  'campaign.dayMalformed': 'Ngày “{day}” không có trong lịch. Sửa lại ngày.',
  'campaign.nobodyObliged':
    'Chưa có đơn vị nào đang hoạt động phải báo cáo. Chọn đơn vị ở phần Nơi nhận báo cáo.',
  'campaign.noTemplate': 'Chưa có mẫu báo cáo nào được công bố. Đề nghị quản trị viên nạp mẫu rồi thử lại.',
  'campaign.noOutline':
    'Mẫu báo cáo chưa có đề cương cho loại đơn vị này. Đề nghị quản trị viên bổ sung mẫu.',
  'campaign.yearDrafted': 'Các kỳ còn lại của năm {year} đã có yêu cầu. Mở danh sách yêu cầu để xem.',
  'campaign.nextNeedsLast':
    'Yêu cầu trước chưa đủ trích yếu, kỳ báo cáo, kỳ số liệu và hạn gửi nên chưa lập được kỳ sau. Lập yêu cầu mới từ công văn.',
  'campaign.stale': 'Người khác vừa sửa yêu cầu này. Nội dung mới nhất được tải lại; xem rồi làm lại.',
  'campaign.unknownUnit': 'Có đơn vị không thuộc huyện hoặc đã ngừng hoạt động. Bỏ đơn vị đó rồi lưu lại.',
  'request.deadlineMissing': 'Chưa có hạn gửi báo cáo. Gõ hạn ở phần Hạn gửi.',
  'campaign.amendWithoutDocument': 'Ghi số, ký hiệu văn bản điều chỉnh, ví dụ 158/UBND-NV.',
  'campaign.amendReasonMissing': 'Chưa ghi lý do điều chỉnh. Ghi ít nhất 5 chữ cái, các đơn vị đọc được.',
  'campaign.nothingAmended':
    'Chưa có gì khác với nội dung đang dùng. Sửa hạn, các phần hoặc đơn vị rồi xem lại.',
  'campaign.amendDeadlinePast': 'Hạn cuối mới đã qua. Chọn hạn sau lúc này.',
  'campaign.amendNothingAsked':
    'Có đề cương không còn phần nào phải báo cáo. Giữ ít nhất một phần cho mỗi đề cương.',
  'campaign.amendLeadRemoved':
    '{name} đang chủ trì hoặc phối hợp “{field}” nên chưa bớt khỏi yêu cầu được. Giữ đơn vị này, hoặc giao lĩnh vực cho đơn vị khác.',
  'campaign.unknownPart': 'Có phần không còn trong đề cương. Tải lại trang rồi làm lại.',
  'request.lastSendingMissing':
    'Chọn nhận gửi muộn đến một mốc mà chưa ghi mốc. Ghi mốc ở phần Hạn gửi, mục Gửi sau hạn.',
  'request.lastSendingTooEarly': 'Mốc nhận gửi muộn không sau hạn cuối. Sửa ở phần Hạn gửi.',
  'request.lastCorrectionTooEarly': 'Mốc chốt sửa không sau hạn cuối. Sửa ở phần Hạn gửi.',
  'request.windowMissing': 'Chưa có kỳ số liệu. Gõ từ ngày, đến ngày ở phần Hạn gửi.',
  'request.windowReversed': 'Kỳ số liệu có ngày cuối trước ngày đầu. Sửa ở phần Hạn gửi.',
  'request.subjectMissing': 'Chưa có trích yếu. Gõ ở phần Văn bản.',
  'request.symbolMissing': 'Chưa có ký hiệu văn bản. Gõ ở phần Văn bản.',
  'request.periodMissing': 'Chưa có kỳ báo cáo. Chọn ở phần Văn bản.',
  'request.signerMissing': 'Chưa có người ký. Gõ ở phần Văn bản.',
  'request.recipientsMissing': 'Chưa có đơn vị nào phải báo cáo. Chọn ở phần Nơi nhận báo cáo.',
  'request.partNotSeen': 'Chưa xem phần {part}. Xem rồi đánh dấu đã xem.',
} satisfies Refusals;
