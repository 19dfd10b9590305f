import type { DeadlineRule } from './reading.ts';
import { joined, matchAt, type Source } from './source.ts';

type Rule = Omit<DeadlineRule, 'time' | 'day'>;

const EVERY = '(?:hang|moi|tung|cac)';
const QUARTER_END = new RegExp(
  `\\s{0,6}(?:cua\\s{0,6})?(?:thang\\s{0,6}(cuoi|dau|thu\\s{0,4}(?:ba|3)|thu\\s{0,4}nhat)(?:\\s{0,6}(?:cung|tien))?(?:\\s{0,6}(?:cua|trong))?(?:\\s{0,6}${EVERY})?\\s{0,6}(quy|ky(?:\\s{0,4}bao\\s{0,4}cao)?|nam)(?:\\s{0,6}(sau|tiep\\s{0,4}theo|ke\\s{0,4}tiep|lien\\s{0,4}ke|lien\\s{0,4}sau))?)`,
  'y',
);
const NEXT = new RegExp(
  `\\s{0,6}(?:cua\\s{0,6})?(thang|quy|nam|ky)(?:\\s{0,4}bao\\s{0,4}cao)?\\s{0,6}(?:sau|${joined('tiep theo')}|${joined('ke tiep')}|${joined('lien ke sau')}|${joined('lien ke')}|${joined('lien sau')}|${joined('ke sau')})(?:\\s{0,4}(?:cua\\s{0,4})?(quy|ky|thang)(?:\\s{0,4}bao\\s{0,4}cao)?)?`,
  'y',
);
const OF_EACH = new RegExp(`\\s{0,6}(?:cua\\s{0,6})?${EVERY}\\s{0,6}(thang|quy|nam|tuan|ngay)(?![a-z])`, 'y');
const OF_MONTH_REPORT = new RegExp(
  `\\s{0,6}(?:cua\\s{0,6})?(?:${joined('thang bao cao')}|${joined('cua thang')}(?!\\s{0,4}\\d))`,
  'y',
);

const UNITS: Readonly<Record<string, DeadlineRule['every']>> = {
  thang: 'tháng',
  quy: 'quý',
  nam: 'năm',
  tuan: 'tuần',
  ngay: 'ngày',
};

/** Words after a day that make it recur: "của tháng cuối quý", "hằng tháng", "tháng đầu quý sau". */
export const recurringAfter = (
  source: Source,
  at: number,
  every: DeadlineRule['every'] | undefined,
): { end: number; rule: Rule } | undefined => {
  const { bare } = source;
  const quarter = matchAt(QUARTER_END, bare, at);
  if (quarter) {
    const unit = quarter[2] === 'nam' ? 'năm' : quarter[2] === 'quy' ? 'quý' : (every ?? 'quý');
    const monthOfPeriod = quarter[3] ? 'sau' : /^dau|nhat$/.test(quarter[1] ?? '') ? 'đầu' : 'cuối';
    return { end: at + quarter[0].length, rule: { every: unit, monthOfPeriod, month: null } };
  }
  const each = matchAt(OF_EACH, bare, at);
  if (each)
    return {
      end: at + each[0].length,
      rule: { every: UNITS[each[1] ?? ''] ?? 'tháng', monthOfPeriod: null, month: null },
    };
  const next = matchAt(NEXT, bare, at);
  if (next && next[1] !== 'nam')
    return {
      end: at + next[0].length,
      rule: {
        every: next[1] === 'quy' || next[2] === 'quy' ? 'quý' : (every ?? 'tháng'),
        monthOfPeriod: 'sau',
        month: null,
      },
    };
  const month = matchAt(OF_MONTH_REPORT, bare, at);
  if (month)
    return { end: at + month[0].length, rule: { every: every ?? 'tháng', monthOfPeriod: null, month: null } };
  return undefined;
};

const BEFORE = new RegExp(
  `(?<![a-z])(?:${EVERY}|${joined('dinh ky')}(?:\\s{0,4}(?:hang|vao))?|${joined('bao cao')})\\s{0,6}(tuan|thang|quy|6\\s{0,4}thang|nam|ngay)(?![a-z]|\\s{0,4}\\d|\\s{0,4}[ivx]{1,3}(?![a-z]))`,
  'g',
);

/** "Định kỳ hằng quý (…), năm (…)": the second stands under the same "hằng". */
const ALSO = /(?:,|;|va|-)\s{0,4}(tuan|thang|quy|6\s{0,4}thang|nam)\s{0,4}[(:,]\s{0,4}$/;
const REGIME =
  /(?<![a-z])(?:hang|moi|tung|dinh\s{0,4}ky)\s{0,4}(?:hang\s{0,4})?(?:tuan|thang|quy|6\s{0,4}thang|nam)(?![a-z])/;

/** Whether the words before a day set a regime rather than name one report. */
export const isRegime = (source: Source, start: number, at: number): boolean =>
  REGIME.test(source.bare.slice(start, at));

/** "Hằng quý, …" or "báo cáo tháng:" before the deadline in the same sentence. */
export const everyBefore = (source: Source, start: number, at: number): DeadlineRule['every'] | undefined => {
  let found: DeadlineRule['every'] | undefined;
  for (const m of source.bare.slice(start, at).matchAll(BEFORE)) {
    const low = source.low.slice(start + m.index, start + m.index + m[0].length);
    // "báo cáo quy định" and "các ngày" are other words in the marked text.
    if (m[1] === 'quy' && !/qu[ýí]/u.test(low)) continue;
    if (/^các/u.test(low)) continue;
    found = (m[1] ?? '').startsWith('6') ? '6 tháng' : UNITS[m[1] ?? ''];
  }
  const also = found === undefined ? null : ALSO.exec(source.bare.slice(Math.max(start, at - 30), at));
  if (also?.[1]) found = also[1].startsWith('6') ? '6 tháng' : UNITS[also[1]];
  return found;
};
