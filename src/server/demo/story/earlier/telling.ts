import type { Telling } from '../contents.ts';
import { chanceOf } from '../random.ts';
import { count } from '../words/voice.ts';
import { agencyFiguresIn, areaFiguresIn } from './figures.ts';
import type { EarlierPeriod } from './periods.ts';

/** Words that these units sent a year ago and send again, with last year's plan in them (C6). */
const COPIED: Readonly<Record<string, readonly string[]>> = {
  'xa-bao-lam': ['s4', 's6'],
  'xa-loc-yen': ['s6'],
  'xa-yen-trach': ['s6', 's7'],
  'xa-thuy-hung': ['s6'],
  'xa-tan-lien': ['s6'],
  vhtt: ['b9', 'c'],
};

/** Days of January 2023 before and after Tết on which communes signed their plans. */
const PLAN_DAYS = [16, 17, 18, 19, 30, 31] as const;

const planIn2023 = (key: string): string => {
  const chance = chanceOf(`${key}:plan:2023`);
  return `Kế hoạch số ${count(chance.whole(3, 17))}/KH-UBND ngày ${chance.pick(PLAN_DAYS)}/01/2023`;
};

const yearBefore = (words: string): string =>
  words.replace(/(năm )(20\d\d)/g, (_, name: string, year: string) => `${name}${Number(year) - 1}`);

const OF_THE_PLAN: readonly (readonly [RegExp, string])[] = [
  [/Kế hoạch số 14\/KH-UBND ngày 15\/01\/2024/g, 'Kế hoạch số 09/KH-UBND ngày 13/01/2023'],
  [/số 14\/KH-UBND/g, 'số 09/KH-UBND'],
  [/số 362\/QĐ-UBND/g, 'số 298/QĐ-UBND'],
  [
    /Từng nhiệm vụ của Kế hoạch (.+?) được nêu tại biểu dưới đây\./g,
    'Từng nhiệm vụ của Kế hoạch $1 có người phụ trách.',
  ],
  [/Nhiệm vụ theo Kế hoạch (.+?) nêu tại biểu\./g, 'Nhiệm vụ theo Kế hoạch $1 được rà soát hằng tháng.'],
];

/** What looks ahead from the end of February looks ahead from the end of November. */
const AT_YEARS_END: readonly (readonly [RegExp, string])[] = [
  [/Trong quý II|Quý II/g, 'Năm 2024'],
  [/trong quý II|từ quý II|vào quý II/g, 'trong quý I năm 2024'],
  [/trước ngày 15\/4/g, 'trước ngày 15/02/2024'],
  [/trước ngày 30\/6/g, 'trong 6 tháng đầu năm 2024'],
  [/trước ngày 15\/6/g, 'trước ngày 15/02/2024'],
  [/báo cáo 6 tháng đầu năm được chuẩn bị từ tháng 5/g, 'báo cáo quý I năm 2024 được chuẩn bị từ tháng 02'],
  [/báo cáo 6 tháng/g, 'báo cáo quý I năm 2024'],
  [/trong tháng 4/g, 'trong tháng 01 năm 2024'],
  [/từ tháng 3\b/g, 'vào quý I năm 2024'],
  [/hết tháng 02/g, 'hết tháng 11'],
  [/Trong tháng 02 đã/g, 'Trong năm đã'],
  [/hoàn thành trước Tết Nguyên đán/g, 'được chuẩn bị từ tháng 11'],
  [/lũy kế từ đầu năm/g, 'lũy kế 11 tháng'],
  [/phần lớn khối lượng sẽ thanh toán từ quý II/g, 'phần còn lại thanh toán trong tháng 12'],
];

const replaced = (words: string, pairs: readonly (readonly [RegExp, string])[]): string =>
  pairs.reduce((text, [said, instead]) => text.replace(said, instead), words);

export const tellingOf = (period: EarlierPeriod): Telling => {
  const copied = (key: string, section: string) => period.id === 'quarter' && COPIED[key]?.includes(section);
  const steps = period.id === 'quarter' ? 1 : 2;
  return {
    agency: (key) => agencyFiguresIn(period.id, key),
    area: (keys) => areaFiguresIn(period.id, keys),
    plan: planIn2023,
    turn: (key, section) => (copied(key, section) ? 0 : steps),
    retold: (words, key, section) => {
      if (copied(key, section)) return words;
      const of2023 = yearBefore(replaced(words, OF_THE_PLAN));
      return period.id === 'year' ? replaced(of2023, AT_YEARS_END) : of2023;
    },
  };
};
