import { type Day, type Instant, instantAt } from '../../../../core/kernel/instant.ts';

/** A campaign that was over before the demonstration opens. All of it is invented but the form of the letter. */
export type EarlierPeriod = {
  readonly id: 'quarter' | 'year';
  /** What its letter says where the real one of February 2024 says something else, in this order. */
  readonly letter: readonly (readonly [words: string, instead: string])[];
  readonly fileName: string;
  readonly drafted: Instant;
  readonly signed: Instant;
  readonly issued: Instant;
  readonly number: string;
  readonly day: Day;
  /** First and last working day on which units sent, in time. */
  readonly sending: readonly Day[];
  readonly deadline: Instant;
  /** Who sent late, and by how much. */
  readonly late: Readonly<Record<string, number>>;
  /** Who was returned once, and received at the second sending. */
  readonly returned: readonly string[];
  readonly frozen: Instant;
  readonly note: string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Báo cáo quý I năm 2023: the same period of the year before, the same window one year earlier. */
const QUARTER: EarlierPeriod = {
  id: 'quarter',
  letter: [
    ['Công văn số 983/SNV-TCBC ngày 30/6/2023', 'Công văn số 96/SNV-TCBC ngày 18/01/2023'],
    ['Cao Lộc, ngày tháng 02 năm 2024', 'Cao Lộc, ngày tháng 02 năm 2023'],
    ['số 14/KH-UBND ngày 15/01/2024', 'số 09/KH-UBND ngày 13/01/2023'],
    ['năm 2023', 'năm 2022'],
    ['số 362/QĐ-UBND ngày 05/02/2024', 'số 298/QĐ-UBND ngày 06/02/2023'],
    ['tháng 02 năm 2022', 'tháng 02 năm 2023'],
    ['năm 2024', 'năm 2023'],
    ['01/3/2024', '01/3/2023'],
  ],
  fileName: 'Công văn CCHC quý I năm 2023.txt',
  drafted: instantAt('2023-02-06', 14, 10),
  signed: instantAt('2023-02-07', 9, 20),
  issued: instantAt('2023-02-07', 15, 30),
  number: '98',
  day: '2023-02-07',
  sending: ['2023-02-22', '2023-02-23', '2023-02-24', '2023-02-27', '2023-02-28'],
  deadline: instantAt('2023-03-01'),
  late: {
    'xa-mau-son': 33 * HOUR + 12 * MINUTE,
    'xa-cong-son': 8 * HOUR + 41 * MINUTE,
    'xa-xuat-le': 9 * HOUR,
  },
  returned: ['xa-hai-yen'],
  frozen: instantAt('2023-03-08', 15, 20),
  note: 'Chốt để trình UBND huyện ký báo cáo quý I năm 2023.',
};

/** Báo cáo năm 2023: its window ends the day before this one begins, so that what was left open is carried over. */
const YEAR: EarlierPeriod = {
  id: 'year',
  letter: [
    ['Cao Lộc, ngày tháng 02 năm 2024', 'Cao Lộc, ngày tháng 11 năm 2023'],
    ['số 14/KH-UBND ngày 15/01/2024', 'số 09/KH-UBND ngày 13/01/2023'],
    ['năm 2023 (tại', 'năm 2022 (tại'],
    ['huyện Cao Lộc năm 2023', 'huyện Cao Lộc năm 2022'],
    ['số 362/QĐ-UBND ngày 05/02/2024', 'số 298/QĐ-UBND ngày 06/02/2023'],
    ['quý I, năm 2024', 'năm 2023'],
    ['quý I năm 2024', 'năm 2023'],
    ['năm 2024', 'năm 2023'],
    ['ngày 28 tháng 02 thuộc kỳ', 'ngày 30 tháng 11 thuộc kỳ'],
    ['01/3/2024', '05/12/2023'],
  ],
  fileName: 'Công văn CCHC năm 2023.txt',
  drafted: instantAt('2023-11-06', 14, 10),
  signed: instantAt('2023-11-07', 9, 20),
  issued: instantAt('2023-11-07', 15, 30),
  number: '1046',
  day: '2023-11-07',
  sending: ['2023-11-28', '2023-11-29', '2023-11-30', '2023-12-01', '2023-12-04'],
  deadline: instantAt('2023-12-05'),
  late: { 'xa-mau-son': 33 * HOUR + 5 * MINUTE, 'xa-cong-son': 9 * HOUR + 40 * MINUTE },
  returned: ['xa-xuat-le', 'xa-hai-yen'],
  frozen: instantAt('2023-12-12', 10, 5),
  note: 'Chốt để trình UBND huyện ký báo cáo năm 2023.',
};

export const EARLIER_PERIODS: readonly EarlierPeriod[] = [QUARTER, YEAR];
