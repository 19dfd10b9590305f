import type { Refusals } from '../sentence.ts';

export const consolidation = {
  'consolidation.reasonMissing': 'Ghi rõ lý do, ít nhất 5 ký tự; lý do hiện cạnh tổng và trong nhật ký.',
  'consolidation.alreadyLeftOut': 'Đơn vị này đã không đưa vào tổng hợp. Tải lại trang để xem lý do.',
  'consolidation.alreadyCorrected':
    'Số này đã được điều chỉnh. Đưa lại số của đơn vị trước rồi điều chỉnh lần nữa.',
  'consolidation.alreadyTakenBack': 'Điều chỉnh này đã được bỏ. Tải lại trang.',
  'consolidation.notANumber': 'Số tổng hợp chưa đọc được. Ghi một số, ví dụ 1.234 hoặc 12,5.',
  'consolidation.computedCell': 'Số này tính từ các ô khác. Điều chỉnh ô thành phần, tổng đổi theo.',
  'consolidation.notCounted': 'Báo cáo của đơn vị chưa được soạn nên chưa có số để điều chỉnh.',
  'consolidation.reportedChanged': 'Đơn vị vừa đổi số này. Tải lại trang, xem số mới rồi quyết định.',
  'consolidation.sameValue': 'Số điều chỉnh bằng số đơn vị báo cáo. Ghi số khác, hoặc đóng lại.',
  'consolidation.wrongState': 'Đợt báo cáo đã đóng hoặc chưa phát hành nên chưa làm được việc này.',
  'consolidation.staleSection': 'Có người vừa lưu mục này. Chưa có gì bị ghi đè; xem hai bản rồi chọn.',
  'consolidation.orphan':
    'Câu này là lời của đơn vị, bỏ nguồn thì bỏ cả câu. Muốn giữ ý thì viết thành câu mới của mình.',
  'consolidation.sourceUnknown':
    'Lời này không còn trong báo cáo của đơn vị. Tải lại trang rồi chọn lại nguồn.',
  'consolidation.unknownTable': 'Bảng này không có trong mẫu báo cáo của đợt. Tải lại trang.',
  'consolidation.malformedWords':
    'Có đoạn chưa lưu được: quá dài hoặc có nội dung lạ. Viết ngắn lại, dán dạng chữ.',
  'consolidation.notInDraft': 'Người được nhắc không có phần việc ở báo cáo này. Chọn người trong danh sách.',
  'consolidation.alreadySettled': 'Góp ý này đã được đánh dấu xử lý. Tải lại trang.',
  'consolidation.duePast': 'Hạn góp nội dung đã qua. Chọn thời điểm sau bây giờ.',
  'consolidation.dueAfterDeadline': 'Hạn góp nội dung phải trước hạn cuối của đợt báo cáo. Chọn sớm hơn.',
  'consolidation.contributionEmpty': 'Chưa có nội dung. Viết phần phối hợp rồi gửi.',
  'consolidation.staleContribution':
    'Nội dung phối hợp vừa được gửi từ nơi khác. Tải lại trang, xem bản đó rồi gửi lại.',
  'consolidation.nothingToFreeze':
    'Chưa có báo cáo nào trong tổng hợp nên chưa chốt được. Tiếp nhận báo cáo trước.',
  'consolidation.nothingChanged': 'Không có gì khác bản chốt trước nên không chốt thêm bản mới.',
  'consolidation.noteMissing': 'Ghi lý do, ít nhất 5 ký tự; lý do đi cùng bản chốt và nhật ký.',
  'consolidation.notLatest': 'Đã có bản chốt mới hơn. Tải lại trang rồi làm với bản mới nhất.',
  'consolidation.movedSince': 'Vừa có thay đổi nữa. Tải lại trang, xem thay đổi mới rồi quyết định.',
  'consolidation.alreadyDecided': 'Những thay đổi này đã được quyết định. Tải lại trang.',
  'consolidation.erratumFormOnly':
    'Đính chính chỉ dùng cho sai sót thể thức, kỹ thuật trình bày (Nghị định 30/2020/NĐ-CP, Điều 18). Số đã đổi thì chốt bản thay thế hoặc để kỳ sau.',
  'consolidation.nothingMoved': 'Số liệu không đổi nên không có gì để sang kỳ sau.',
  'consolidation.notFrozen': 'Chưa có bản chốt. Chốt bản rồi chuyển lên cấp trên.',
  'consolidation.notObligedAbove':
    'Cấp trên chưa giao báo cáo này cho cơ quan trong hệ thống. Tải lại trang để xem yêu cầu đang có.',
  'consolidation.alreadyHandedUp':
    'Bản chốt này đã chuyển lên rồi. Mở báo cáo gửi cấp trên để trình ký và gửi.',
  'consolidation.sourcesOpen': (d) =>
    `Còn ${d.count} câu có nguồn đã đổi hoặc chưa có nguồn. Mở Phần lời, xem lại từng câu rồi chốt.`,
  'consolidation.unitsOpen': (d) =>
    `Còn ${d.count} đơn vị chưa được tiếp nhận báo cáo, cũng chưa có lý do không đưa vào tổng hợp. Xử lý hết rồi đóng đợt.`,
} as const satisfies Refusals;
