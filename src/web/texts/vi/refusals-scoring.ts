import type { Refusals } from '../sentence.ts';

export const scoring = {
  'scoring.setHasErrors': 'Bộ tiêu chí còn {n} lỗi nên chưa nhập. Sửa từng lỗi trong tệp rồi đọc lại.',
  'scoring.setYearMissing': 'Bộ tiêu chí chưa ghi năm. Điền dòng Năm ở trang Thông tin.',
  'scoring.setLevelMissing':
    'Bộ tiêu chí chưa ghi cấp được chấm. Điền dòng Cấp được chấm ở trang Thông tin: commune, district hoặc department.',
  'scoring.setIsAnother':
    'Mã {id} đang dùng cho bộ khác: năm {year}, cấp {level}. Đặt mã khác cho bộ này ở trang Thông tin.',
  'scoring.setSame': 'Bộ này giống hệt bản {version} đang dùng nên không nhập lại.',
  'scoring.revisionNeedsReason': 'Chưa ghi lý do sửa. Ghi số quyết định hoặc lý do, ít nhất 5 ký tự.',
  'scoring.fileUnread': '{words}',
  'scoring.roundExists': 'Đợt chấm năm {year} theo bộ tiêu chí này đã mở. Mở phiếu trong danh sách.',
  'scoring.noSubjects':
    'Chưa có đơn vị nào thuộc cấp được chấm của bộ tiêu chí. Kiểm tra Cấp được chấm ở trang Thông tin.',
  'scoring.decisionDrafted':
    'Quyết định công bố đợt chấm này đang được dự thảo ở Sổ văn bản. Hủy dự thảo đó trước khi lập dự thảo mới.',
  'scoring.decisionStale':
    'Kết quả đã đổi từ khi dự thảo quyết định. Hủy dự thảo này rồi lập lại để phụ lục đúng với kết quả.',
  'scoring.published': 'Kết quả đã công bố nên không sửa được nữa.',
  'scoring.wrongStage':
    'Phiếu đang ở bước khác nên chưa làm được việc này. Tải lại trang để xem bước hiện tại.',
  'scoring.unknownCriterion': 'Bộ tiêu chí không có tiêu chí {criterion}. Tải lại trang.',
  'scoring.surveyNotScored':
    'Tiêu chí {criterion} do điều tra xã hội học cho điểm, không tự chấm và không thẩm định.',
  'scoring.notScored':
    'Tiêu chí {criterion} không chấm trực tiếp: điểm cộng từ các dòng con, hoặc chỉ theo dõi.',
  'scoring.wordsOnly':
    'Bước giải trình chỉ ghi lời và đính tài liệu cho tiêu chí {criterion}; điểm do thẩm định lần 2 cho.',
  'scoring.pointsMissing': 'Chưa ghi điểm thẩm định của tiêu chí {criterion}. Ghi điểm hoặc bấm Đồng ý.',
  'scoring.pointsOutside': 'Điểm của tiêu chí {criterion} phải từ 0 đến {max}.',
  'scoring.reasonMissing': 'Chưa ghi lý do ở tiêu chí {criterion}. Ghi lý do để đơn vị đọc, ít nhất 5 ký tự.',
  'scoring.unanswered': 'Còn {n} tiêu chí chưa có điểm: {criteria}. Trả lời đủ rồi khóa.',
  'scoring.evidenceOrWords':
    '{n} tiêu chí tự khai chưa có tài liệu kiểm chứng và chưa có giải trình: {criteria}. Đính tài liệu hoặc ghi giải trình.',
  'scoring.unappraised': 'Còn {n} tiêu chí chưa thẩm định: {criteria}.',
  'scoring.unjudged': 'Còn {n} tiêu chí đã giải trình nhưng chưa thẩm định lần 2: {criteria}.',
  'scoring.unsettled': 'Còn {n} tiêu chí hai người cho khác nhau chưa thống nhất: {criteria}.',
  'scoring.writerMayNotSign': 'Người đã chấm không tự ký khóa. Chuyển người ký khác của đơn vị.',
  'scoring.writerMayNotAppraise': 'Người đã tự chấm cho đơn vị này không thẩm định chính phiếu ấy.',
  'scoring.twoAppraise': 'Hai người khác đang thẩm định độc lập phiếu này.',
  'scoring.handLocked': 'Phần thẩm định của người này đã khóa. Chờ người thứ hai.',
  'scoring.surveyEmpty': 'Chưa có kết quả điều tra nào để lưu.',
  'scoring.notSubject': 'Có đơn vị không thuộc đợt chấm này. Kiểm tra tên đơn vị.',
  'scoring.notSurvey': 'Tiêu chí {criterion} không phải tiêu chí điều tra.',
  'scoring.versionUnknown': 'Bộ tiêu chí không có bản {version} nào khác để chuyển.',
  'scoring.notAllDone': 'Còn {n} đơn vị chưa thẩm định xong: {units}. Xong hết rồi công bố.',
  'scoring.decisionMissing': 'Chưa ghi số quyết định. Ghi số, ký hiệu văn thư đã cấp.',
  'scoring.decisionLater': 'Ngày quyết định sau hôm nay. Ghi ngày văn thư đã phát hành.',
  'scoring.answerUnread':
    'Câu trả lời “{value}” của tiêu chí {criterion} chưa hiểu được. Ghi số, 37/40, 92,5 hoặc chọn một mục.',
  'scoring.markStale': 'Tiêu chí {criterion} vừa được {by} sửa. Tải lại trang, xem rồi ghi lại.',
  'scoring.sheetStale': 'Phiếu vừa thay đổi sau khi mở. Xem lại rồi khóa.',
  'tasks.stale':
    'Tiến độ vừa được cập nhật ở nơi khác (danh sách hoặc mục III của báo cáo). Tải lại trang rồi ghi lại.',
  'tasks.progressOutside': 'Tiến độ phải từ 0 đến 100%.',
  'tasks.pastDue':
    'Nhiệm vụ đã quá thời hạn nên không còn trong hạn. Chọn “quá hạn, chưa hoàn thành” hoặc đã hoàn thành.',
  'tasks.resultMissing': 'Nhiệm vụ hoàn thành cần ghi kết quả cụ thể, ít nhất 5 ký tự.',
  'remediation.stale':
    'Nội dung khắc phục vừa được sửa ở nơi khác (danh sách hoặc mục IV của báo cáo). Tải lại trang rồi ghi lại.',
  'remediation.measureMissing': 'Chưa ghi giải pháp. Ghi giải pháp trước khi chuyển sang đang khắc phục.',
  'remediation.evidenceMissing':
    'Khép lại cần tài liệu kiểm chứng. Đính tài liệu trong kho hoặc ghi số, ngày văn bản.',
  'remediation.thresholdOutside': 'Mức phải trên 0 và không quá 100%.',
  'material.columnUnknown':
    'Cột “{heading}” không phải tiêu chí điều tra hay số liệu mà bộ tiêu chí cần. Giữ tiêu đề của biểu mẫu.',
  'material.surveyOutside': '“{typed}” phải từ 0 đến 100 (%).',
  'material.locked': '{unit} đã khóa tự chấm nên số liệu của phiếu không đổi được nữa.',
  'scoring.contextUnknown':
    'Bộ tiêu chí không dùng số “{name}”. Các số chung mà quy tắc dùng: {names}. Sửa tên cho khớp.',
  'scoring.contextNone': 'Quy tắc của bộ tiêu chí này không dùng số chung nào, nên chưa nhận “{name}”.',
  'scoring.fieldUnknown': 'Tiêu chí {criterion} không cần số “{field}”.',
  'published.nothing': 'Tệp chưa có kết quả nào để nhập.',
  'published.notPast': 'Chỉ nhập kết quả đã công bố của năm trước; năm {year} chưa qua.',
  'published.unitGone': 'Có đơn vị không thuộc cơ quan hoặc đã ngừng hoạt động. Đọc lại tệp.',
  'published.unitUnknown': 'Chưa có đơn vị nào tên “{name}”. Chép tên từ trang Tên đơn vị của biểu mẫu.',
  'published.number': '“{typed}” chưa phải là số. Ghi 7,5 hoặc 7.5.',
  'published.outside': 'Điểm {points} phải từ 0 đến điểm tối đa {max}.',
  'published.twice': '{code} ghi hai lần cho một đơn vị. Giữ một dòng.',
  'published.noHeadings': 'Trang tính chưa có dòng tiêu đề của biểu. Giữ các cột: {headings}.',
} satisfies Refusals;
