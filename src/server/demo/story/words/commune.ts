import { amount, arose, count, counted, share, turned, type Voice } from './voice.ts';

type Tell = (v: Voice) => string;

const checked: Tell = (v) =>
  arose(v, 'cchc-1-04')
    ? `Đã tự kiểm tra ${counted(v, 'cchc-1-04')} cuộc, phát hiện ${counted(v, 'cchc-1-06')} nội dung cần chấn chỉnh, đã xử lý xong ${counted(v, 'cchc-1-07')} nội dung.`
    : 'Trong kỳ chưa tổ chức kiểm tra; lịch tự kiểm tra được bố trí vào quý II.';
const talked: Tell = (v) =>
  arose(v, 'cchc-1-15')
    ? `Chủ tịch UBND ${v.level} đã đối thoại với người dân về thủ tục đất đai và hộ tịch.`
    : `Cuộc đối thoại của Chủ tịch UBND ${v.level} với người dân được chuẩn bị để tổ chức trong tháng 4.`;
const planShare: Tell = (v) => share(amount(v, 'cchc-1-03'), amount(v, 'cchc-1-02'));

const LEADING: readonly Tell[] = [
  (v) =>
    `UBND ${v.unit} ban hành ${v.plan} về cải cách hành chính năm 2024 với ${counted(v, 'cchc-1-02')} nhiệm vụ, giao rõ người phụ trách và thời hạn. Đến ngày chốt số liệu đã hoàn thành ${counted(v, 'cchc-1-03')} nhiệm vụ, đạt ${planShare(v)} kế hoạch. Trong kỳ ban hành ${counted(v, 'cchc-1-01')} văn bản chỉ đạo và ${counted(v, 'cchc-1-16')} tin, bài tuyên truyền trên loa truyền thanh, trang thông tin điện tử. ${checked(v)} ${talked(v)}`,
  (v) =>
    `Ngay sau khi có kế hoạch của huyện, UBND ${v.unit} đã cụ thể hóa thành ${counted(v, 'cchc-1-02')} nhiệm vụ tại ${v.plan}; hằng tuần, cán bộ phụ trách báo cáo tiến độ tại giao ban. Kết quả đã xong ${counted(v, 'cchc-1-03')} nhiệm vụ (${planShare(v)}), các nhiệm vụ còn lại đang trong hạn. ${checked(v)} Công tác tuyên truyền có ${counted(v, 'cchc-1-16')} tin, bài, trong đó chú trọng hướng dẫn nộp hồ sơ trực tuyến. ${talked(v)}`,
  (v) =>
    `Công tác chỉ đạo được thực hiện theo ${v.plan} và ${counted(v, 'cchc-1-01')} văn bản chỉ đạo ban hành trong kỳ. Trong ${counted(v, 'cchc-1-02')} nhiệm vụ của năm, ${v.level} đã hoàn thành ${counted(v, 'cchc-1-03')} nhiệm vụ, bằng ${planShare(v)}. ${talked(v)} ${checked(v)} Đã phát ${counted(v, 'cchc-1-16')} tin, bài tuyên truyền tới các thôn, khu.`,
  (v) =>
    `Thực hiện ${v.plan}, lãnh đạo UBND ${v.unit} trực tiếp phụ trách Bộ phận Tiếp nhận và Trả kết quả, gắn kết quả cải cách hành chính với đánh giá hằng tháng của từng công chức. Kế hoạch năm có ${counted(v, 'cchc-1-02')} nhiệm vụ, đã hoàn thành ${counted(v, 'cchc-1-03')}, đạt ${planShare(v)}. ${checked(v)} Trong kỳ có ${counted(v, 'cchc-1-16')} tin, bài tuyên truyền và ${counted(v, 'cchc-1-01')} văn bản chỉ đạo.`,
];

const issued: Tell = (v) =>
  arose(v, 'cchc-2-02')
    ? `Trong kỳ ban hành ${counted(v, 'cchc-2-02')} văn bản quy phạm pháp luật đúng trình tự, thẩm quyền.`
    : 'Trong kỳ không phát sinh văn bản quy phạm pháp luật.';
const handled: Tell = (v) =>
  arose(v, 'cchc-2-08')
    ? `Qua rà soát đã xử lý ${counted(v, 'cchc-2-08')} văn bản không còn phù hợp.`
    : 'Qua rà soát chưa phát hiện văn bản phải xử lý.';

const LAW: readonly Tell[] = [
  (v) =>
    `${issued(v)} Đã rà soát ${counted(v, 'cchc-2-07')}/${counted(v, 'cchc-2-06')} văn bản thuộc trách nhiệm. ${handled(v)} Kế hoạch theo dõi tình hình thi hành pháp luật năm 2024 được ban hành trong tháng 01.`,
  (v) =>
    `Công chức Tư pháp - Hộ tịch đã rà soát ${counted(v, 'cchc-2-07')} trong tổng số ${counted(v, 'cchc-2-06')} văn bản phải rà soát. ${handled(v)} ${issued(v)} Việc phổ biến pháp luật được lồng ghép tại các cuộc họp thôn, tập trung vào Luật Căn cước và quy định về đăng ký hộ tịch.`,
  (v) =>
    `UBND ${v.level} tham gia góp ý đầy đủ các dự thảo do huyện gửi đến, đúng thời hạn. ${issued(v)} Kết quả rà soát: ${counted(v, 'cchc-2-07')}/${counted(v, 'cchc-2-06')} văn bản. ${handled(v)}`,
  (v) =>
    `Việc rà soát văn bản được làm thường xuyên, đến nay đạt ${counted(v, 'cchc-2-07')}/${counted(v, 'cchc-2-06')} văn bản. ${issued(v)} ${handled(v)} Tủ sách pháp luật và nhóm hòa giải ở cơ sở hoạt động nền nếp.`,
];

const late: Tell = (v) =>
  v.totals.late === 0
    ? v.totals.openLate === 0
      ? 'Không có hồ sơ trễ hạn.'
      : `Các hồ sơ đã trả đều không trễ; đang giải quyết có ${count(v.totals.openLate)} hồ sơ đã quá hạn, UBND ${v.level} đã hẹn lại ngày trả kết quả.`
    : `Có ${count(v.totals.late)} hồ sơ đất đai quá hạn do chờ trích lục bản đồ; UBND ${v.level} đã xin lỗi bằng văn bản và hẹn lại ngày trả kết quả.`;
const petitions: Tell = (v) =>
  arose(v, 'cchc-3-p5')
    ? `Đã tiếp nhận ${counted(v, 'cchc-3-p5')} phản ánh, kiến nghị, xử lý xong ${counted(v, 'cchc-3-p6')}.`
    : 'Trong kỳ không phát sinh phản ánh, kiến nghị về quy định hành chính.';
const inTimeShare: Tell = (v) => share(v.totals.inTime, v.totals.settled);

const PROCEDURES: readonly Tell[] = [
  (v) =>
    `Trong kỳ, Bộ phận Tiếp nhận và Trả kết quả tiếp nhận ${count(v.totals.received)} hồ sơ, gồm ${count(v.totals.online)} hồ sơ trực tuyến, ${count(v.totals.direct)} hồ sơ trực tiếp và qua dịch vụ bưu chính công ích, ${count(v.totals.carried)} hồ sơ kỳ trước chuyển sang. Đã giải quyết ${count(v.totals.settled)} hồ sơ, tỷ lệ trước hạn và đúng hạn đạt ${inTimeShare(v)}. ${late(v)} ${petitions(v)} Danh mục ${counted(v, 'cchc-3-p2')} thủ tục được niêm yết công khai.`,
  (v) =>
    `Trong kỳ phải giải quyết ${count(v.totals.received)} hồ sơ, trong đó nộp trực tuyến ${count(v.totals.online)} hồ sơ. Đến ngày chốt số liệu đã trả kết quả ${count(v.totals.settled)} hồ sơ, còn ${count(v.totals.open)} hồ sơ đang giải quyết. ${late(v)} Tỷ lệ giải quyết trước hạn và đúng hạn là ${inTimeShare(v)}. ${petitions(v)}`,
  (v) =>
    `UBND ${v.unit} thực hiện ${counted(v, 'cchc-3-p2')} thủ tục hành chính, tất cả được tiếp nhận tại một đầu mối. Đã tiếp nhận ${count(v.totals.received)} hồ sơ, giải quyết ${count(v.totals.settled)}, đạt ${inTimeShare(v)} trước hạn và đúng hạn. ${late(v)} Công chức một cửa hướng dẫn người dân lập tài khoản và nộp ${count(v.totals.online)} hồ sơ trực tuyến. ${petitions(v)}`,
  (v) =>
    `Kết quả giải quyết thủ tục hành chính: tiếp nhận ${count(v.totals.received)} hồ sơ, giải quyết ${count(v.totals.settled)} hồ sơ (${inTimeShare(v)} trước hạn và đúng hạn), chuyển kỳ sau ${count(v.totals.open)} hồ sơ. ${late(v)} Lĩnh vực chứng thực và hộ tịch chiếm phần lớn số hồ sơ; lĩnh vực đất đai còn phụ thuộc kết quả đo đạc. ${petitions(v)}`,
];

const STAFF: readonly Tell[] = [
  (v) =>
    `Tổng số cán bộ, công chức được giao ${counted(v, 'cchc-4-01')} người, có mặt ${counted(v, 'cchc-4-02')} người. Có ${counted(v, 'cchc-4-04')}/${counted(v, 'cchc-4-03')} công chức đạt chuẩn. Trong kỳ cử ${counted(v, 'cchc-4-05')} lượt người đi bồi dưỡng; không có trường hợp bị kỷ luật.`,
  (v) =>
    `UBND ${v.unit} có ${counted(v, 'cchc-4-02')} cán bộ, công chức (được giao ${counted(v, 'cchc-4-01')}). Việc đánh giá, xếp loại năm 2023 hoàn thành trước Tết Nguyên đán, đúng trình tự. Trong kỳ có ${counted(v, 'cchc-4-05')} lượt người dự lớp bồi dưỡng về chuyển đổi số và nghiệp vụ một cửa.`,
  (v) =>
    `Kỷ luật, kỷ cương hành chính được giữ nghiêm, không phát sinh trường hợp vi phạm phải xử lý. Công chức đạt chuẩn ${counted(v, 'cchc-4-04')} trong số ${counted(v, 'cchc-4-03')} người; ${counted(v, 'cchc-4-05')} lượt cán bộ, công chức được bồi dưỡng. Số có mặt ${counted(v, 'cchc-4-02')} trên ${counted(v, 'cchc-4-01')} được giao.`,
  (v) =>
    `Căn cứ số được giao ${counted(v, 'cchc-4-01')} người, UBND ${v.level} đã bố trí ${counted(v, 'cchc-4-02')} người đúng vị trí, phân công người thay khi công chức một cửa vắng mặt. Đã cử ${counted(v, 'cchc-4-05')} lượt người đi học, ưu tiên công chức trẻ. Số công chức đạt chuẩn là ${counted(v, 'cchc-4-04')}/${counted(v, 'cchc-4-03')}.`,
];

const audits: Tell = (v) =>
  arose(v, 'cchc-5-05')
    ? `Đã thực hiện ${counted(v, 'cchc-5-06')}/${counted(v, 'cchc-5-05')} kiến nghị của thanh tra, kiểm toán.`
    : 'Không phát sinh kiến nghị của thanh tra, kiểm toán phải thực hiện trong kỳ.';
const spent: Tell = (v) => share(amount(v, 'cchc-5-02'), amount(v, 'cchc-5-01'));

const MONEY: readonly Tell[] = [
  (v) =>
    `Kế hoạch vốn đầu tư công được giao ${counted(v, 'cchc-5-01')} triệu đồng, lũy kế từ đầu năm giải ngân ${counted(v, 'cchc-5-02')} triệu đồng, đạt ${spent(v)}. Dự toán năm 2024 được công khai tại trụ sở và nhà văn hóa các thôn. ${audits(v)}`,
  (v) =>
    `Quy chế chi tiêu nội bộ năm 2024 đã được sửa đổi và thông qua hội nghị công chức. Giải ngân vốn đầu tư công ${counted(v, 'cchc-5-02')}/${counted(v, 'cchc-5-01')} triệu đồng (${spent(v)}); các công trình còn lại đang hoàn thiện hồ sơ. ${audits(v)}`,
  (v) =>
    `UBND ${v.unit} công khai dự toán, quyết toán đúng nội dung và thời hạn. ${audits(v)} Tỷ lệ giải ngân vốn được giao đạt ${spent(v)}, tương ứng ${counted(v, 'cchc-5-02')} triệu đồng; phần lớn khối lượng sẽ thanh toán từ quý II.`,
  (v) =>
    `Trong kỳ, việc chi thường xuyên bám sát dự toán, thực hiện tiết kiệm theo quy định. Vốn đầu tư công giải ngân ${counted(v, 'cchc-5-02')} triệu đồng trên kế hoạch ${counted(v, 'cchc-5-01')} triệu đồng, bằng ${spent(v)}. ${audits(v)}`,
];

const signedShare: Tell = (v) => share(amount(v, 'cchc-6-02'), amount(v, 'cchc-6-01'));
const posted: Tell = (v) =>
  arose(v, 'cchc-6-07')
    ? `Có ${counted(v, 'cchc-6-07')} hồ sơ gửi qua dịch vụ bưu chính công ích.`
    : 'Chưa phát sinh hồ sơ qua dịch vụ bưu chính công ích.';

const DIGITAL: readonly Tell[] = [
  (v) =>
    `Trong ${counted(v, 'cchc-6-01')} văn bản đi, có ${counted(v, 'cchc-6-02')} văn bản được ký số và gửi qua trục liên thông, đạt ${signedShare(v)}. Số hồ sơ được số hóa là ${counted(v, 'cchc-6-06')}, thanh toán trực tuyến ${counted(v, 'cchc-6-05')} hồ sơ. ${posted(v)} Tổ công nghệ số cộng đồng hỗ trợ người dân ngay tại các thôn.`,
  (v) =>
    `UBND ${v.unit} duy trì ${counted(v, 'cchc-6-08')} cuộc họp trực tuyến với huyện. Tỷ lệ văn bản điện tử đạt ${signedShare(v)} (${counted(v, 'cchc-6-02')}/${counted(v, 'cchc-6-01')}). Đã số hóa ${counted(v, 'cchc-6-06')} hồ sơ khi tiếp nhận; có ${counted(v, 'cchc-6-05')} hồ sơ thanh toán phí, lệ phí trực tuyến. ${posted(v)}`,
  (v) =>
    `Công tác số hóa được thực hiện ngay khi tiếp nhận, trong kỳ số hóa ${counted(v, 'cchc-6-06')} hồ sơ. ${posted(v)} Văn bản đi ký số ${counted(v, 'cchc-6-02')}/${counted(v, 'cchc-6-01')}, bằng ${signedShare(v)}; văn bản giấy chỉ dùng với nội dung mật và hồ sơ cán bộ. Khó khăn là nhiều người cao tuổi chưa có điện thoại thông minh.`,
  (v) =>
    `Máy tính, mạng và chữ ký số của ${v.level} được bảo đảm, toàn bộ lãnh đạo xử lý văn bản trên phần mềm. Tỷ lệ văn bản đi điện tử là ${signedShare(v)}. Trong kỳ có ${counted(v, 'cchc-6-05')} hồ sơ thanh toán trực tuyến và ${counted(v, 'cchc-6-06')} hồ sơ được số hóa. ${posted(v)}`,
];

const TASKS: readonly Tell[] = [
  (v) =>
    `Trong kỳ, UBND ${v.unit} được giao ${counted(v, 'cchc-1-08')} nhiệm vụ; hoàn thành đúng hạn ${counted(v, 'cchc-1-09')}, đang thực hiện trong hạn ${counted(v, 'cchc-1-12')}. Từng nhiệm vụ của Kế hoạch số 14/KH-UBND được nêu tại biểu dưới đây.`,
  (v) =>
    `UBND ${v.level} lập sổ theo dõi ${counted(v, 'cchc-1-08')} nhiệm vụ do UBND huyện, Chủ tịch UBND huyện giao, rà soát vào thứ Sáu hằng tuần. Đã hoàn thành đúng hạn ${counted(v, 'cchc-1-09')} nhiệm vụ, số quá hạn chưa hoàn thành là ${counted(v, 'cchc-1-11')}.`,
  (v) =>
    `Kết quả thực hiện nhiệm vụ được giao: ${counted(v, 'cchc-1-09')}/${counted(v, 'cchc-1-08')} nhiệm vụ hoàn thành đúng hạn, ${counted(v, 'cchc-1-10')} nhiệm vụ hoàn thành nhưng quá hạn. Các nhiệm vụ theo Kế hoạch số 14/KH-UBND được triển khai đủ, trọng tâm là niêm yết và số hóa.`,
  (v) =>
    `Các nhiệm vụ của Kế hoạch số 14/KH-UBND được giao cụ thể cho từng công chức. Tổng số nhiệm vụ huyện giao trong kỳ là ${counted(v, 'cchc-1-08')}, trong đó ${counted(v, 'cchc-1-12')} nhiệm vụ đang thực hiện và còn trong hạn.`,
];

const REMEDIES: readonly Tell[] = [
  (v) =>
    `Sau khi Quyết định số 362/QĐ-UBND được công bố, UBND ${v.unit} đã họp kiểm điểm từng tiêu chí đạt thấp, giao người khắc phục và mốc thời gian. Kết quả từng tiêu chí nêu tại biểu dưới đây.`,
  (v) =>
    `UBND ${v.level} xác định các tiêu chí đạt thấp chủ yếu do chậm lưu tài liệu kiểm chứng và phân công chưa rõ. Trong tháng 02 đã bổ sung phân công, mở sổ theo dõi tài liệu; tiến độ cụ thể nêu trong biểu.`,
  (v) =>
    `Việc khắc phục được đưa vào chương trình công tác tháng của UBND ${v.unit}; Chủ tịch UBND ${v.level} nghe báo cáo hai tuần một lần. Đến ngày chốt số liệu, các giải pháp đã bắt đầu và có kết quả bước đầu.`,
  (v) =>
    `Căn cứ kết quả chỉ số năm 2023, ${v.level} chọn khắc phục trước các tiêu chí phụ thuộc vào nỗ lực của mình, sau đó đến tiêu chí cần phối hợp. Nguyên nhân, giải pháp của từng tiêu chí được nêu tại biểu.`,
];

const revenue: Tell = (v) => share(amount(v, 'cchc-7-02'), amount(v, 'cchc-7-01'));

const IMPACT: readonly Tell[] = [
  (v) =>
    `Thủ tục được rút ngắn giúp người dân thuận lợi hơn trong đăng ký kinh doanh, vay vốn và cấp giấy chứng nhận. Thu ngân sách lũy kế từ đầu năm đạt ${counted(v, 'cchc-7-02')} triệu đồng, bằng ${revenue(v)} dự toán. Ước ${counted(v, 'cchc-7-04')}/${counted(v, 'cchc-7-03')} chỉ tiêu kinh tế - xã hội đạt tiến độ.`,
  (v) =>
    `Trong ${counted(v, 'cchc-7-03')} chỉ tiêu được giao, ước có ${counted(v, 'cchc-7-04')} chỉ tiêu đạt hoặc vượt tiến độ. Cải cách thủ tục góp phần giữ nhịp thu ngân sách, hết tháng 02 thu ${counted(v, 'cchc-7-02')} triệu đồng (${revenue(v)} dự toán năm).`,
  (v) =>
    `UBND ${v.unit} đánh giá tác động rõ nhất ở lĩnh vực đất đai và an sinh: thời gian chờ giảm, người dân ít phải đi lại. Dự toán thu ${counted(v, 'cchc-7-01')} triệu đồng, đã thu ${counted(v, 'cchc-7-02')} triệu đồng, đạt ${revenue(v)}. Số chỉ tiêu ước đạt là ${counted(v, 'cchc-7-04')}/${counted(v, 'cchc-7-03')}.`,
  (v) =>
    `Kết quả cải cách hành chính tác động tích cực đến thu hút hộ kinh doanh và giải quyết chế độ cho đối tượng chính sách. Thu ngân sách đạt ${revenue(v)} dự toán. Đến nay ước ${counted(v, 'cchc-7-04')} trong ${counted(v, 'cchc-7-03')} chỉ tiêu bảo đảm tiến độ.`,
];

const DIRECTION: readonly Tell[] = [
  (v) =>
    `Quý II, UBND ${v.unit} tập trung: hoàn thành niêm yết thủ tục theo quyết định công bố mới trước ngày 15/4; nâng tỷ lệ hồ sơ trực tuyến của lĩnh vực hộ tịch; tổ chức đối thoại với người dân; tự kiểm tra Bộ phận Tiếp nhận và Trả kết quả. Các việc được nêu trong chương trình công tác tháng.`,
  (v) =>
    `Tiếp tục thực hiện ${v.plan}, hoàn thành ít nhất một nửa số nhiệm vụ trước ngày 30/6. Mỗi thôn có một tổ hướng dẫn nộp hồ sơ trực tuyến. Công chức Văn phòng - Thống kê tổng hợp tiến độ vào ngày 25 hằng tháng.`,
  (v) =>
    `UBND ${v.level} sẽ số hóa kết quả còn hiệu lực của lĩnh vực hộ tịch, không yêu cầu bản giấy khi dữ liệu đã có. Các tiêu chí thấp của năm 2023 được khắc phục dứt điểm trong quý II; công khai kết quả đánh giá mức độ hài lòng hằng tháng.`,
  (v) =>
    `Trong quý II, UBND ${v.unit} giao chỉ tiêu hồ sơ trực tuyến cho từng công chức, rà soát hồ sơ đất đai có nguy cơ trễ vào đầu tuần. Cử người dự lớp bồi dưỡng do huyện mở và chuẩn bị số liệu báo cáo 6 tháng từ sớm.`,
];

const REQUESTS: readonly (Tell | null)[] = [
  null,
  (v) =>
    `Đề nghị Văn phòng HĐND và UBND huyện mở lớp hướng dẫn số hóa hồ sơ cho công chức ${v.level}; đề nghị bổ sung 01 máy quét cho Bộ phận Tiếp nhận và Trả kết quả.`,
  null,
  () =>
    'Đề nghị UBND huyện chỉ đạo rút ngắn thời gian cung cấp trích lục bản đồ để hồ sơ đất đai không bị trễ hạn.',
];

/** The words of a commune by section; undefined where nothing arose and nothing is asked. */
export const communeWords = (v: Voice): Readonly<Record<string, string | undefined>> => ({
  s1: turned(v, 0, LEADING)(v),
  's2.1': turned(v, 1, LAW)(v),
  's2.2': turned(v, 2, PROCEDURES)(v),
  's2.3': turned(v, 3, STAFF)(v),
  's2.4': turned(v, 0, MONEY)(v),
  's2.5': turned(v, 1, DIGITAL)(v),
  s3: turned(v, 2, TASKS)(v),
  s4: turned(v, 3, REMEDIES)(v),
  s5: turned(v, 1, IMPACT)(v),
  s6: turned(v, 2, DIRECTION)(v),
  s7: turned(v, 3, REQUESTS)?.(v),
});
