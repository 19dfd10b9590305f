import { amount, arose, count, counted, share, turned, type Voice } from './voice.ts';

type Tell = (v: Voice) => string;

const dossiers: Tell = (v) =>
  v.totals.received === 0
    ? 'Trong kỳ không phát sinh hồ sơ thủ tục hành chính thuộc thẩm quyền của cơ quan.'
    : `Tiếp nhận ${count(v.totals.received)} hồ sơ, trong đó ${count(v.totals.online)} hồ sơ trực tuyến; đã giải quyết ${count(v.totals.settled)} hồ sơ, trước hạn và đúng hạn ${share(v.totals.inTime, v.totals.settled)}.`;
const made: Tell = (v) =>
  arose(v, 'cchc-2-01')
    ? `Cơ quan đã tham mưu ban hành ${counted(v, 'cchc-2-01')} văn bản quy phạm pháp luật.`
    : 'Trong kỳ, cơ quan không phát sinh việc tham mưu văn bản quy phạm pháp luật.';

const LEADING: readonly Tell[] = [
  (v) =>
    `${v.unit} thực hiện cải cách hành chính theo ${v.plan}, phân công từng lãnh đạo phụ trách lĩnh vực. Trong kỳ đã tham mưu, ban hành ${counted(v, 'cchc-1-01')} văn bản chỉ đạo và ${counted(v, 'cchc-1-16')} tin, bài tuyên truyền.`,
  (v) =>
    `Ngay từ tháng 01, ${v.unit} đã đưa nhiệm vụ cải cách hành chính vào chương trình công tác năm. Công chức báo cáo tiến độ tại giao ban tuần. Số văn bản chỉ đạo trong kỳ là ${counted(v, 'cchc-1-01')}, số tin, bài là ${counted(v, 'cchc-1-16')}.`,
];
const LAW: readonly Tell[] = [
  (v) =>
    `${made(v)} Đã rà soát ${counted(v, 'cchc-2-07')}/${counted(v, 'cchc-2-06')} văn bản thuộc lĩnh vực quản lý, gửi kết quả cho cơ quan tổng hợp đúng hạn.`,
  (v) =>
    `Công tác rà soát văn bản được giao cho một công chức làm đầu mối, đã xong ${counted(v, 'cchc-2-07')} trong ${counted(v, 'cchc-2-06')} văn bản. ${made(v)} Các ý kiến góp ý dự thảo đều gửi đúng thời hạn.`,
];
const PROCEDURES: readonly Tell[] = [
  (v) =>
    `${dossiers(v)} Thủ tục được công khai tại Bộ phận Tiếp nhận và Trả kết quả của huyện và trên trang thông tin điện tử.`,
  (v) =>
    `Cơ quan cử công chức trực tại Bộ phận Tiếp nhận và Trả kết quả theo lịch. ${dossiers(v)} Không để xảy ra phản ánh về thái độ phục vụ.`,
];
const STAFF: readonly Tell[] = [
  (v) =>
    `Biên chế được giao ${counted(v, 'cchc-3-02')} người, có mặt ${counted(v, 'cchc-3-03')} người. Trong kỳ có ${counted(v, 'cchc-4-05')} lượt công chức được bồi dưỡng; không có trường hợp bị kỷ luật.`,
  (v) =>
    `Cơ quan bố trí ${counted(v, 'cchc-3-03')}/${counted(v, 'cchc-3-02')} biên chế theo vị trí việc làm, đánh giá, xếp loại năm 2023 đúng hạn. Đã cử ${counted(v, 'cchc-4-05')} lượt công chức dự các lớp bồi dưỡng.`,
];
const MONEY: readonly Tell[] = [
  () =>
    'Cơ quan quản lý kinh phí theo cơ chế tự chủ, sửa đổi quy chế chi tiêu nội bộ ngay đầu năm. Dự toán được công khai trước hội nghị công chức.',
  () =>
    'Dự toán năm 2024 được công khai đúng hạn. Các khoản chi bám sát định mức, tiết kiệm điện, văn phòng phẩm và chi tiếp khách theo quy định.',
];
const DIGITAL: readonly Tell[] = [
  (v) =>
    `Trong ${counted(v, 'cchc-6-01')} văn bản đi có ${counted(v, 'cchc-6-02')} văn bản ký số, gửi qua trục liên thông, đạt ${share(amount(v, 'cchc-6-02'), amount(v, 'cchc-6-01'))}. Cơ quan dự ${counted(v, 'cchc-6-08')} cuộc họp trực tuyến.`,
  (v) =>
    `Toàn bộ công chức xử lý văn bản trên phần mềm và có chữ ký số khi cần. Tỷ lệ văn bản đi điện tử là ${share(amount(v, 'cchc-6-02'), amount(v, 'cchc-6-01'))} (${counted(v, 'cchc-6-02')}/${counted(v, 'cchc-6-01')}); số cuộc họp trực tuyến là ${counted(v, 'cchc-6-08')}.`,
];
const TASKS: readonly Tell[] = [
  (v) =>
    `UBND huyện, Chủ tịch UBND huyện giao ${counted(v, 'cchc-1-08')} nhiệm vụ; đã hoàn thành đúng hạn ${counted(v, 'cchc-1-09')}, đang thực hiện trong hạn ${counted(v, 'cchc-1-12')}. Nhiệm vụ theo Kế hoạch số 14/KH-UBND nêu tại biểu.`,
  (v) =>
    `Cơ quan theo dõi ${counted(v, 'cchc-1-08')} nhiệm vụ được giao trên phần mềm, trong đó ${counted(v, 'cchc-1-09')} nhiệm vụ đã xong đúng hạn. Các nhiệm vụ còn lại có người phụ trách và mốc hoàn thành.`,
];
const DIRECTION: readonly Tell[] = [
  (v) =>
    `Quý II, ${v.unit} hoàn thành các nhiệm vụ đến hạn của Kế hoạch số 14/KH-UBND, kiểm tra việc thực hiện tại ít nhất 05 xã. Nơi nào chậm, cơ quan nhắc bằng văn bản và nêu tại giao ban.`,
  (v) =>
    `${v.unit} tập trung rút ngắn thời gian xử lý nội bộ, cập nhật đủ tài liệu kiểm chứng của các tiêu chí phụ trách trước ngày 15/6. Số liệu báo cáo 6 tháng đầu năm được chuẩn bị từ tháng 5.`,
];

/** The words of a department on its own office, by section. */
export const agencyWords = (v: Voice): Readonly<Record<string, string | undefined>> => {
  const own: Voice = v;
  return {
    a1: turned(own, 0, LEADING)(own),
    'a2.1': turned(own, 1, LAW)(own),
    'a2.2': turned(own, 0, PROCEDURES)(own),
    'a2.3': turned(own, 1, STAFF)(own),
    'a2.4': turned(own, 0, MONEY)(own),
    'a2.5': turned(own, 1, DIGITAL)(own),
    a3: turned(own, 0, TASKS)(own),
    a6: turned(own, 1, DIRECTION)(own),
  };
};

/** The words of the leads on the whole district; the figures are the area's. */
export const areaWords = (v: Voice): Readonly<Record<string, string>> => ({
  b1: `Toàn huyện có ${counted(v, 'cchc-1-02')} nhiệm vụ trong kế hoạch của cấp huyện và 22 xã, thị trấn, đã hoàn thành ${counted(v, 'cchc-1-03')}, đạt ${share(amount(v, 'cchc-1-03'), amount(v, 'cchc-1-02'))}. Có ${counted(v, 'cchc-1-15')} xã, thị trấn đã tổ chức đối thoại. Công tác tuyên truyền đạt ${counted(v, 'cchc-1-16')} tin, bài; việc kiểm tra sẽ tập trung từ tháng 3.`,
  b2: `Huyện có ${counted(v, 'cchc-3-01')} cơ quan chuyên môn, đơn vị sự nghiệp. Biên chế được giao ${counted(v, 'cchc-3-02')}, có mặt ${counted(v, 'cchc-3-03')}; trong kỳ tinh giản ${counted(v, 'cchc-3-04')} người. Việc phân cấp được rà soát gắn với đề án vị trí việc làm.`,
  b3: `Cán bộ, công chức cấp xã có mặt ${counted(v, 'cchc-4-02')}/${counted(v, 'cchc-4-01')} người được giao; ${counted(v, 'cchc-4-04')}/${counted(v, 'cchc-4-03')} công chức đạt chuẩn. Toàn huyện có ${counted(v, 'cchc-4-05')} lượt người được bồi dưỡng. Việc đánh giá, xếp loại năm 2023 hoàn thành đúng thời hạn.`,
  b4: `Kế hoạch vốn đầu tư công toàn huyện ${counted(v, 'cchc-5-01')} triệu đồng, đã giải ngân ${counted(v, 'cchc-5-02')} triệu đồng, đạt ${share(amount(v, 'cchc-5-02'), amount(v, 'cchc-5-01'))}. Trong ${counted(v, 'cchc-5-03')} đơn vị sự nghiệp có ${counted(v, 'cchc-5-04-n2')} đơn vị tự bảo đảm chi thường xuyên và ${counted(v, 'cchc-5-04-n3')} đơn vị tự bảo đảm một phần.`,
  b5: `Thu ngân sách lũy kế từ đầu năm đạt ${counted(v, 'cchc-7-02')} triệu đồng, bằng ${share(amount(v, 'cchc-7-02'), amount(v, 'cchc-7-01'))} dự toán. Ước ${counted(v, 'cchc-7-04')}/${counted(v, 'cchc-7-03')} chỉ tiêu kinh tế - xã hội bảo đảm tiến độ; thủ tục đăng ký kinh doanh rút ngắn góp phần tăng số hộ kinh doanh mới.`,
  b6: `Cấp huyện ban hành ${counted(v, 'cchc-2-01')} văn bản quy phạm pháp luật, cấp xã ban hành ${counted(v, 'cchc-2-02')}. Đã kiểm tra ${counted(v, 'cchc-2-03')} văn bản, chưa phát hiện văn bản trái pháp luật. Kết quả rà soát toàn huyện là ${counted(v, 'cchc-2-07')}/${counted(v, 'cchc-2-06')} văn bản, đã xử lý ${counted(v, 'cchc-2-08')}.`,
  b7: `Các xã, thị trấn tiếp nhận ${count(v.totals.received)} hồ sơ, đã giải quyết ${count(v.totals.settled)} hồ sơ, trước hạn và đúng hạn ${share(v.totals.inTime, v.totals.settled)}; còn ${count(v.totals.late)} hồ sơ giải quyết quá hạn, đều thuộc lĩnh vực đất đai. Danh mục cấp xã có ${counted(v, 'cchc-3-p2')} thủ tục, cấp huyện ${counted(v, 'cchc-3-p1')} thủ tục.`,
  b8: `Toàn huyện phát hành ${counted(v, 'cchc-6-01')} văn bản, trong đó ${counted(v, 'cchc-6-02')} văn bản ký số, đạt ${share(amount(v, 'cchc-6-02'), amount(v, 'cchc-6-01'))}. Số hồ sơ được số hóa ${counted(v, 'cchc-6-06')}, thanh toán trực tuyến ${counted(v, 'cchc-6-05')}. Phần hạ tầng và tổ công nghệ số cộng đồng do Phòng Văn hóa và Thông tin phối hợp cung cấp.`,
  b9: 'Các xã, thị trấn đều có tổ công nghệ số cộng đồng, hoạt động tại thôn, khu. Trang thông tin điện tử của huyện và 22 xã, thị trấn được cập nhật thường xuyên. Trong kỳ đã kiểm tra đường truyền tại các bộ phận một cửa và tuyên truyền dịch vụ công trực tuyến trên hệ thống truyền thanh.',
  c: 'Trong quý II, cơ quan tổng hợp tiến độ của từng xã vào cuối tháng và làm việc trực tiếp với các xã có kết quả thấp. Đề nghị UBND huyện đưa nội dung này vào giao ban hằng tháng.',
});
