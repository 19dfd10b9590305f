import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLetter } from '../../../src/core/letter/read.ts';
import type { DeadlineRule } from '../../../src/core/letter/reading.ts';

type Wording = {
  readonly words: string;
  readonly deadlines: readonly (string | Partial<DeadlineRule>)[];
  /** Left out: not looked at; null: there is none. */
  readonly window?: readonly [string | null, string | null] | null;
};

const WORDINGS = JSON.parse(
  readFileSync(new URL('../../letters/wordings.json', import.meta.url), 'utf8'),
) as Wording[];

/** One letter of 12/5/2025 for quý II; only the sentence about sending changes. */
const letter = (
  words: string,
): string => `UBND TỈNH LẠNG SƠN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                                  Độc lập - Tự do - Hạnh phúc

Số: 812/SNV-CCHC                          Lạng Sơn, ngày 12 tháng 5 năm 2025
V/v báo cáo công tác cải cách hành chính quý II năm 2025

Kính gửi:
- Các sở, ban, ngành tỉnh;
- UBND các huyện, thành phố.

Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2025 của UBND tỉnh về cải cách hành chính năm 2025, Sở Nội vụ đề nghị các cơ quan, đơn vị báo cáo kết quả thực hiện như sau:
1. Công tác chỉ đạo, điều hành.
2. Kết quả thực hiện các nhiệm vụ.
${words}
Sở Nội vụ đề nghị các cơ quan, đơn vị quan tâm thực hiện./.

Nơi nhận:                                  KT. GIÁM ĐỐC
- Như trên;                                PHÓ GIÁM ĐỐC
- Lưu: VT, CCHC.
                                           Hoàng Văn Mẫu
`;

test.each(WORDINGS.map((w) => [w.words, w] as const))('%s', (words, { deadlines, window }) => {
  const read = readLetter(letter(words));
  const said = read.deadlines.flatMap((d) => ((d.rule ?? d.at) ? [d.rule ?? d.at] : []));
  expect(said.length).toBe(deadlines.length);
  for (const wanted of deadlines)
    expect(said).toContainEqual(typeof wanted === 'string' ? wanted : expect.objectContaining(wanted));
  if (window === null) expect(read.windows).toEqual([]);
  else if (window) expect([read.windows[0]?.from, read.windows[0]?.to]).toEqual(window);
});
