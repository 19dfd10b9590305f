import { describe, expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';

const letter = (sentence: string): string => `UBND HUYỆN A LƯỚI BẮC
Số: 12/UBND-NV
V/v báo cáo CCHC quý I năm 2024
A Lưới Bắc, ngày 19 tháng 02 năm 2024

Kính gửi:
- Các phòng chuyên môn;
- UBND các xã, thị trấn.

Thực hiện Kế hoạch số 14/KH-UBND ngày 15/01/2024, UBND huyện yêu cầu các phòng, UBND các xã, thị trấn báo cáo kết quả CCHC quý I năm 2024.
${sentence}
Nơi nhận:
- Như trên;
- Lưu: VT, NV.
CHỦ TỊCH
Lê Văn An
`;

const at = (sentence: string): (string | null)[] => readLetter(letter(sentence)).deadlines.map((d) => d.at);
const windows = (sentence: string): string[] =>
  readLetter(letter(sentence)).windows.map((w) => `${w.from ?? ''}..${w.to ?? ''}`);

describe('deadlines in their wordings', () => {
  test.each([
    ['Báo cáo gửi về Phòng Nội vụ trước ngày 01/3/2024.', '2024-03-01T00:00:00+07:00'],
    ['Báo cáo gửi về Phòng Nội vụ chậm nhất là ngày 29 tháng 02 năm 2024.', '2024-03-01T00:00:00+07:00'],
    ['Báo cáo gửi về Phòng Nội vụ trước 16h00’ ngày 29/02/2024.', '2024-02-29T16:00:00+07:00'],
    ['Báo cáo gửi về Phòng Nội vụ trước 16 giờ, ngày 29/02.', '2024-02-29T16:00:00+07:00'],
    ['Báo cáo gửi về Phòng Nội vụ trong ngày 29.02.2024.', '2024-03-01T00:00:00+07:00'],
    ['Báo cáo gửi về Phòng Nội vụ ngày 29/02/2024 để tổng hợp.', '2024-03-01T00:00:00+07:00'],
    ['Gửi báo cáo trước thứ Sáu, ngày 01/3/2024.', '2024-03-01T00:00:00+07:00'],
    ['Thời hạn gửi báo cáo: Chậm nhất 17h ngày 28/2/2024.', '2024-02-28T17:00:00+07:00'],
    ['Thời hạn báo cáo: trước 01-3-2024.', '2024-03-01T00:00:00+07:00'],
    ['Gửi báo cáo về Phòng Nội vụ truớc ngày 01 tháng 3.', '2024-03-01T00:00:00+07:00'],
    ['Gửi báo cáo về Phòng Nội vụ chậm nhất là ngày 28.', '2024-02-29T00:00:00+07:00'],
    ['Báo cáo gửi chậm nhất ngày 28/02/2024.', '2024-02-29T00:00:00+07:00'],
    ['Hạn báo cáo: 28/02/2024.', '2024-02-29T00:00:00+07:00'],
    ['Hạn cuối nhận báo cáo: 16h30, thứ Sáu ngày 01/3/2024.', '2024-03-01T16:30:00+07:00'],
    ['Gửi báo cáo về Phòng Nội vụ chậm nhất 4 giờ chiều ngày 28/02/2024.', '2024-02-28T16:00:00+07:00'],
    ['Gửi báo cáo về Phòng Nội vụ trước ngày mùng 5 tháng 3.', '2024-03-05T00:00:00+07:00'],
    ['Báo cáo hoàn thành trước ngày 01/3/2024, gửi Phòng Nội vụ.', '2024-03-01T00:00:00+07:00'],
    [
      'Để kịp tổng hợp báo cáo UBND tỉnh trước ngày 05/3/2024, đề nghị các đơn vị gửi báo cáo trước ngày 01/3/2024.',
      '2024-03-01T00:00:00+07:00',
    ],
    [
      'Báo cáo gửi về Phòng Nội vụ chậm nhất 15 ngày kể từ ngày ban hành văn bản này.',
      '2024-03-06T00:00:00+07:00',
    ],
  ])('%s', (sentence, instant) => {
    expect(at(sentence)).toEqual([instant]);
  });

  test('what the letter does not say stays open', () => {
    expect(
      at('Báo cáo gửi về Phòng Nội vụ trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này.'),
    ).toEqual([null]);
    expect(at('Gửi báo cáo về Phòng Nội vụ đúng thời hạn quy định.')).toEqual([]);
  });

  test.each([
    [
      'Báo cáo định kỳ hằng quý trước ngày 20 của tháng cuối quý.',
      { every: 'quý', day: 20, monthOfPeriod: 'cuối' },
    ],
    [
      'Gửi báo cáo về Phòng Nội vụ trước ngày 20 hằng tháng.',
      { every: 'tháng', day: 20, monthOfPeriod: null },
    ],
    [
      'Gửi báo cáo trước ngày 05 tháng cuối cùng của mỗi quý.',
      { every: 'quý', day: 5, monthOfPeriod: 'cuối' },
    ],
    ['Gửi báo cáo quý trước ngày 05 của tháng đầu quý sau.', { every: 'quý', day: 5, monthOfPeriod: 'sau' }],
    [
      'Gửi báo cáo trước ngày 20 của tháng cuối cùng trong quý.',
      { every: 'quý', day: 20, monthOfPeriod: 'cuối' },
    ],
    [
      'Gửi báo cáo trước ngày 05 của tháng liền kề sau quý báo cáo.',
      { every: 'quý', day: 5, monthOfPeriod: 'sau' },
    ],
    [
      'Định kỳ vào ngày 25 hằng tháng, các đơn vị báo cáo kết quả về Phòng Nội vụ.',
      { every: 'tháng', day: 25 },
    ],
    ['Báo cáo năm gửi trước ngày 15 tháng 12 hàng năm.', { every: 'năm', day: 15, month: 12 }],
  ])('a recurring one stays a rule: %s', (sentence, rule) => {
    const [deadline] = readLetter(letter(sentence)).deadlines;
    expect(deadline?.rule).toMatchObject(rule);
    expect(deadline?.at).toBeNull();
  });

  test.each([
    'Hoàn thành nhiệm vụ khắc phục trước ngày 30/6/2024.',
    'Các xã trực Tết từ ngày 08/02/2024 đến ngày 14/02/2024.',
    'Rà soát hồ sơ tiếp nhận trước ngày 01/7/2024.',
    'Đoàn kiểm tra sẽ làm việc từ ngày 05/3/2024 đến ngày 10/3/2024.',
    'Tính đến ngày 15/02/2024, toàn huyện đã tiếp nhận 4.120 hồ sơ, kết quả đạt 98%.',
    'Sau ngày 01/3/2024, đơn vị nào chưa gửi báo cáo sẽ bị nhắc nhở.',
    'Thực hiện Công văn số 30/SNV-CCHC ngày 20/01/2024 của Sở Nội vụ.',
  ])('no deadline and no window: %s', (sentence) => {
    expect(at(sentence)).toEqual([]);
    expect(windows(sentence)).toEqual([]);
  });

  test("the issuer's own duty to the level above binds nobody else", () => {
    expect(
      at(
        'Các đơn vị gửi báo cáo về Phòng Nội vụ trước ngày 01/3/2024. Phòng Nội vụ tổng hợp, tham mưu UBND huyện báo cáo UBND tỉnh trước ngày 05/3/2024.',
      ),
    ).toEqual(['2024-03-01T00:00:00+07:00']);
  });
});

describe('windows in their wordings', () => {
  test.each([
    ['Số liệu tính từ ngày 15 tháng 12 năm 2023 đến hết ngày 14 tháng 3 năm 2024.', '2023-12-15..2024-03-14'],
    ['Mốc thời gian lấy số liệu: Từ 01/12/2023 - 28/02/2024.', '2023-12-01..2024-02-28'],
    ['Số liệu được tính từ đầu năm đến ngày 29/02/2024.', '2024-01-01..2024-02-29'],
    ['Kỳ báo cáo: 15/12/2023 đến 14/3/2024.', '2023-12-15..2024-03-14'],
    [
      'Số liệu tính từ ngày 15/12 của năm trước kỳ báo cáo đến ngày 14/3 thuộc kỳ báo cáo.',
      '2023-12-15..2024-03-14',
    ],
    ['Số liệu từ ngày 21/01đến 20/02/2024.', '2024-01-21..2024-02-20'],
    ['Số liệu lấy đến thời điểm 29/02/2024.', '..2024-02-29'],
    ['Thời gian chốt số liệu: 14/3/2024.', '..2024-03-14'],
    ['Thống kê số liệu từ 0h00 ngày 15/12/2023 đến 24h00 ngày 14/3/2024.', '2023-12-15..2024-03-14'],
    ['Báo cáo kết quả trong kỳ (15/12/2023 - 14/3/2024).', '2023-12-15..2024-03-14'],
    ['Báo cáo kết quả từ ngày 01/7/2023 (ngày vận hành) đến ngày 29/02/2024.', '2023-07-01..2024-02-29'],
    ['Số liệu cập nhật đến 17 giờ ngày 29/02/2024.', '..2024-02-29'],
    ['Thời điểm báo cáo số liệu: đến ngày 29/02/2024.', '..2024-02-29'],
  ])('%s', (sentence, window) => {
    expect(windows(sentence)).toEqual([window]);
  });

  test('28/02 is literal, also in a leap year', () => {
    expect(windows('Số liệu tính từ ngày 01/12/2023 đến ngày 28/02/2024.')).toEqual([
      '2023-12-01..2024-02-28',
    ]);
  });

  test('running totals belong to the window beside them', () => {
    const [window] = readLetter(
      letter(
        'Số liệu quý tính từ ngày 15/12/2023 đến ngày 14/3/2024; số liệu lũy kế từ ngày 01/01/2023 đến ngày 14/3/2024.',
      ),
    ).windows;
    expect(window).toMatchObject({ from: '2023-12-15', to: '2024-03-14', cumulativeFrom: '2023-01-01' });
  });
});

test('a letter without its own day resolves a date without year from the period', () => {
  const undated = letter('Gửi báo cáo trước ngày 01/3.').replace(
    'ngày 19 tháng 02 năm 2024',
    'ngày    tháng 02 năm 2024',
  );
  expect(readLetter(undated).deadlines.map((d) => d.at)).toEqual(['2024-03-01T00:00:00+07:00']);
});

test('a day that had just passed when the letter was written is a slip: it stays open', () => {
  expect(at('Gửi báo cáo về Phòng Nội vụ trước ngày 15/02.')).toEqual([null]);
});

const leads = (sentence: string): string[] =>
  readLetter(letter(sentence)).leads.map((l) => [l.lead, l.field, ...l.partners].join('|'));

describe('fields shared out in their shapes', () => {
  const [law, offices] = ['Phòng Tư pháp|cải cách thể chế', 'Văn phòng|thủ tục hành chính'];
  test.each([
    ['Cụ thể, các đơn vị báo cáo:\n1. Phòng Tư pháp: cải cách thể chế.\n2. Văn phòng: thủ tục hành chính.'],
    ['Phân công báo cáo:\n- Phòng Tư pháp (cải cách thể chế);\n- Văn phòng (thủ tục hành chính).'],
    [
      'Các đơn vị được giao đầu mối (Phòng Tư pháp - cải cách thể chế; Văn phòng - thủ tục hành chính) báo cáo thêm.',
    ],
    [
      'Trong đó, Phòng Tư pháp báo cáo nội dung cải cách thể chế; Văn phòng báo cáo nội dung thủ tục hành chính.',
    ],
    [
      'Nội dung báo cáo:\n1. cải cách thể chế: Phòng Tư pháp;\n2. thủ tục hành chính: Giao Văn phòng tổng hợp.',
    ],
    ['Nội dung báo cáo:\na) cải cách thể chế (Phòng Tư pháp);\nb) thủ tục hành chính (Văn phòng).'],
  ])('%s', (sentence) => {
    expect(leads(sentence)).toEqual([law, offices]);
  });

  test('a partner stands behind "phối hợp", and what a body enacted is led by nobody', () => {
    const sentence =
      'Nội dung báo cáo:\n1. Cải cách thể chế: UBND huyện ban hành 02 văn bản.\n2. Cải cách tài chính công: Phòng Tài chính chủ trì, phối hợp với Phòng Nội vụ.';
    expect(leads(sentence)).toEqual(['Phòng Tài chính|Cải cách tài chính công|Phòng Nội vụ']);
  });
});

test.each(["H'Loan Niê", "Ksor H'Bơ Khắp", "K'Brơi", 'Y-Bliu Arul'])(
  '%s signs with the whole name',
  (name) => {
    expect(readLetter(letter('').replace('Lê Văn An', name)).signer.name).toBe(name);
  },
);

test('an order given before is no order now', () => {
  const told = (sentence: string) => readLetter(letter('').replace(/UBND huyện yêu cầu[^\n]+/u, sentence));
  const past = told(
    'UBND huyện đã có Công văn số 10/UBND-NV đề nghị các đơn vị báo cáo kết quả trước ngày 20/3/2024.',
  );
  expect([past.isRequest.value, past.deadlines]).toEqual([false, []]);
  const renewed = told(
    'UBND huyện đã có Công văn số 10/UBND-NV đề nghị các đơn vị báo cáo. Nay yêu cầu các đơn vị gửi báo cáo về Phòng Nội vụ trước ngày 20/3/2024.',
  );
  expect([renewed.isRequest.value, renewed.deadlines.map((d) => d.at)]).toEqual([
    true,
    ['2024-03-20T00:00:00+07:00'],
  ]);
});
