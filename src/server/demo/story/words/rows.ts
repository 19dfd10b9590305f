import type { Amount } from '../../../../core/kernel/amount.ts';
import type { Cell } from '../../../../core/template/cell.ts';
import { chanceOf } from '../random.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const figure = (value: number): Cell => ({ kind: 'amount', amount: String(value) });

const DONE = 'đã hoàn thành đúng hạn';
const LATE = 'hoàn thành quá hạn';
const RUNNING = 'đang thực hiện, trong hạn';

type Course = readonly [status: string, progress: number, result: string];

/** How tasks of plan 14 go, by key of the pack's tasks. All invented. */
const COURSES: Readonly<Record<string, readonly Course[]>> = {
  'ke-hoach-xa': [
    [
      DONE,
      100,
      'Kế hoạch đã ban hành trước thời hạn, giao rõ người phụ trách và kinh phí của từng nhiệm vụ.',
    ],
    [DONE, 100, 'Đã ban hành kế hoạch, gửi các thôn và niêm yết tại Bộ phận Tiếp nhận và Trả kết quả.'],
    [LATE, 100, 'Kế hoạch ban hành chậm 04 ngày do bổ sung phần kinh phí; đã rút kinh nghiệm.'],
    [DONE, 100, 'Đã ban hành kế hoạch và lập sổ theo dõi tiến độ, báo cáo tại giao ban hằng tuần.'],
  ],
  'niem-yet': [
    [
      RUNNING,
      80,
      'Đã rà soát xong danh mục, niêm yết được phần lớn lĩnh vực; còn lĩnh vực đất đai chờ quyết định mới.',
    ],
    [RUNNING, 60, 'Đang thay các tờ niêm yết cũ, lĩnh vực hộ tịch và chứng thực đã xong.'],
    [DONE, 100, 'Niêm yết đủ 128 thủ tục bằng bản giấy và mã QR, có biên bản kiểm tra.'],
    [
      RUNNING,
      70,
      'Đã cập nhật danh mục trên trang thông tin điện tử, bản giấy hoàn thành trong tuần đầu tháng 3.',
    ],
  ],
  'so-hoa': [
    [
      RUNNING,
      35,
      'Hồ sơ mới được số hóa khi tiếp nhận; kết quả còn hiệu lực của lĩnh vực hộ tịch đang nhập dần.',
    ],
    [RUNNING, 25, 'Đã phân loại xong kho hồ sơ hộ tịch, bắt đầu quét từ giữa tháng 02.'],
    [RUNNING, 40, 'Số hóa theo thứ tự năm gần trước, mỗi ngày bố trí một buổi chiều để thực hiện.'],
    [RUNNING, 30, 'Đang thực hiện, vướng ở máy quét cũ nên tốc độ còn chậm.'],
  ],
  'doi-thoai': [
    [RUNNING, 50, 'Đã ban hành kế hoạch đối thoại, thu thập ý kiến của các thôn.'],
    [RUNNING, 20, 'Dự kiến tổ chức trong tháng 4, đang chuẩn bị nội dung về thủ tục đất đai.'],
    [DONE, 100, 'Đã đối thoại trong tháng 02, trả lời đủ các ý kiến, thông báo kết quả bằng văn bản.'],
    [RUNNING, 40, 'Đã thống nhất thời gian với Mặt trận Tổ quốc, đang gửi giấy mời.'],
  ],
  'xin-loi': [
    [RUNNING, 60, 'Đã mở sổ theo dõi hồ sơ có nguy cơ trễ, mẫu thư xin lỗi đặt sẵn tại bộ phận một cửa.'],
    [DONE, 100, 'Mọi hồ sơ trễ hạn trong kỳ đều có văn bản xin lỗi nêu lý do và ngày hẹn lại.'],
    [DONE, 100, 'Trong kỳ không có hồ sơ trễ hạn; quy trình xin lỗi đã phổ biến tới công chức.'],
    [RUNNING, 70, 'Công chức một cửa rà soát hồ sơ sắp hết hạn vào đầu giờ mỗi ngày.'],
  ],
  'kiem-tra': [
    [RUNNING, 60, 'Đã trình dự thảo quyết định và kế hoạch kiểm tra, đang lấy ý kiến các xã được kiểm tra.'],
  ],
  'giai-ngan': [
    [
      RUNNING,
      15,
      'Đã báo cáo tháng 01 và tháng 02, đề xuất điều chuyển vốn của hai công trình chậm thủ tục.',
    ],
  ],
  'ra-soat-van-ban': [
    [DONE, 100, 'Đã lập danh mục văn bản hết hiệu lực, trình UBND huyện công bố đúng thời hạn.'],
  ],
  'mot-cua': [
    [RUNNING, 45, 'Đã khảo sát thiết bị, lập dự toán; phần kết nối phần mềm chờ lịch của đơn vị cung cấp.'],
    [RUNNING, 40, 'Đã phối hợp kiểm tra đường truyền và cấu hình máy tại quầy tiếp nhận.'],
  ],
  'ky-luat': [
    [RUNNING, 70, 'Lịch làm việc của lãnh đạo được đăng vào chiều thứ Sáu hằng tuần.'],
    [RUNNING, 65, 'Công chức ký cam kết giờ giấc; lịch làm việc được cập nhật trên trang thông tin điện tử.'],
  ],
};

/** The three typed cells of one task, by column. */
export const taskCells = (
  unitKey: string,
  taskKey: string,
  lateDossiers: number,
): Readonly<Record<string, Cell>> => {
  const courses = COURSES[taskKey] ?? [
    [RUNNING, 30, 'Đang triển khai theo kế hoạch, chưa phát sinh vướng mắc.'] as const,
  ];
  const chance = chanceOf(`${unitKey}:task:${taskKey}`);
  // The apology task speaks of late dossiers: it may not contradict the form.
  const fitting =
    taskKey === 'xin-loi'
      ? lateDossiers > 0
        ? [courses[1]!, courses[1]!]
        : [courses[2]!, courses[0]!]
      : courses;
  const [status, progress, result] = chance.pick(fitting);
  return { status: text(status), progress: figure(progress), result: text(result) };
};

type Remedy = readonly [cause: string, measure: string];

const REMEDIES: Readonly<Record<string, readonly Remedy[]>> = {
  '1': [
    [
      'Phân công chưa rõ người theo dõi, tài liệu kiểm chứng lưu rải rác.',
      'Giao một công chức làm đầu mối, lập danh mục tài liệu theo từng tiêu chí.',
    ],
    [
      'Một số nhiệm vụ để dồn vào quý IV nên hoàn thành chậm.',
      'Chia nhiệm vụ theo quý, kiểm điểm tiến độ tại giao ban tháng.',
    ],
  ],
  '2': [
    [
      'Rà soát văn bản chưa thường xuyên, báo cáo theo dõi thi hành pháp luật gửi chậm.',
      'Lập lịch rà soát theo quý, giao công chức Tư pháp - Hộ tịch chịu trách nhiệm.',
    ],
  ],
  '3': [
    [
      'Hồ sơ đất đai chờ trích lục bản đồ, có trường hợp chưa gửi thư xin lỗi.',
      'Rà soát hồ sơ sắp hết hạn vào đầu tuần, gửi thư xin lỗi ngay khi biết sẽ trễ.',
    ],
    [
      'Danh mục niêm yết chưa cập nhật kịp quyết định công bố mới.',
      'Cập nhật trong 05 ngày làm việc kể từ khi có quyết định công bố.',
    ],
  ],
  '4': [
    [
      'Công chức ít được cử đi bồi dưỡng do thiếu người làm thay.',
      'Lập kế hoạch bồi dưỡng cả năm, bố trí người thay theo lịch.',
    ],
    ['Hồ sơ đánh giá, xếp loại bổ sung chậm.', 'Hướng dẫn mẫu hồ sơ từ tháng 11, kiểm tra trước khi trình.'],
  ],
  '5': [
    [
      'Công trình vướng mặt bằng nên giải ngân chậm, công khai ngân sách chưa đúng thời hạn.',
      'Vận động bàn giao mặt bằng trong quý I, đặt lịch công khai theo quý.',
    ],
  ],
  '6': [
    [
      'Người dân còn quen nộp trực tiếp và trả tiền mặt.',
      'Công chức hướng dẫn lập tài khoản tại chỗ, đặt mã QR thanh toán ở quầy.',
    ],
    [
      'Máy quét cũ, công chức chưa quen quy trình số hóa.',
      'Bổ sung thiết bị, số hóa ngay khi tiếp nhận hồ sơ.',
    ],
  ],
  '7': [
    [
      'Nguồn thu trên địa bàn giảm so với dự toán giao đầu năm.',
      'Rà soát hộ kinh doanh, phối hợp với chi cục thuế thu đúng, thu đủ.',
    ],
  ],
};
const RESULTS: readonly (readonly [result: string, status: string])[] = [
  ['Đã khắc phục trong tháng 02, có tài liệu kiểm chứng kèm theo.', 'đã khắc phục'],
  ['Đang thực hiện, kết quả tháng 02 đã tốt hơn cùng kỳ năm trước.', 'đang khắc phục'],
  ['Đã triển khai giải pháp, dự kiến hoàn thành trước ngày 30/6.', 'đang khắc phục'],
  ['Mới phân công xong, chưa có kết quả để đánh giá.', 'chưa khắc phục'],
];

/** The four typed cells of one low criterion, by column. */
export const lowMarkCells = (unitKey: string, criterionId: string): Readonly<Record<string, Cell>> => {
  const chance = chanceOf(`${unitKey}:mark:${criterionId}`);
  const [cause, measure] = chance.pick(REMEDIES[criterionId.split('.')[0] ?? ''] ?? REMEDIES['1']!);
  const [result, status] = chance.pick(RESULTS);
  return { cause: text(cause), measure: text(measure), result: text(result), status: text(status) };
};

const GROUNDS: readonly string[] = [
  'Kết quả thực hiện Kế hoạch số 14/KH-UBND đến ngày chốt số liệu, tài liệu lưu tại cơ quan.',
  'Số liệu tại phần B của báo cáo này; tiếp tục bổ sung tài liệu kiểm chứng trong quý II.',
  'Tiến độ đến nay đạt theo kế hoạch quý, dự kiến giữ được đến cuối năm.',
  'Còn một số xã thực hiện chậm nên tạm tính chưa đạt điểm tối đa.',
];

/** Expected self-score of one criterion of the district, in quarters of a point; surveys are never self-scored. */
export const forecastCells = (criterion: {
  readonly code: string;
  readonly maxPoints: Amount | null;
  readonly children: readonly { readonly rule?: { readonly type: string } }[];
}): Readonly<Record<string, Cell>> => {
  if (criterion.children.every((c) => c.rule?.type === 'survey'))
    return {
      expected: { kind: 'not-applicable' },
      ground: text('Điểm do điều tra xã hội học quyết định, đến thời điểm báo cáo chưa có số liệu.'),
    };
  const chance = chanceOf(`forecast:${criterion.code}`);
  const max = Number(criterion.maxPoints);
  const full = chance.happens(0.35);
  const points = full ? max : Math.floor(max * chance.share(0.75, 0.99) * 4) / 4;
  return { expected: figure(points), ground: text(full ? GROUNDS[0]! : chance.pick(GROUNDS.slice(1))) };
};
