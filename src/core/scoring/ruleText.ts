import { type Amount, formatAmount } from '../kernel/amount.ts';
import { unitWords } from './answer.ts';
import { boundsText } from './boundsText.ts';
import { condText, exprText } from './expressionText.ts';
import type { Rule, RuleBand } from './rule.ts';

const say = (value: Amount | undefined): string =>
  value === undefined ? 'điểm tối đa' : formatAmount(value);
const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const bandPoints = (band: RuleBand): string => {
  if (band.expr) return exprText(band.expr);
  if (band.from !== undefined && band.to !== undefined)
    return `tăng đều theo tỷ lệ từ ${say(band.from)} đến ${say(band.to)}`;
  return say(band.points ?? '0');
};

const bandsText = (rule: Rule & { type: 'tiers' }): string =>
  [
    ...rule.bands.map((band, i) => `${boundsText(rule.bands, i, rule.unit)}: ${bandPoints(band)}`),
    ...(rule.otherwise === undefined ? [] : [`còn lại: ${say(rule.otherwise)}`]),
  ].join('; ');

/** A rule in plain Vietnamese words, for people who sign under it. */
export const ruleText = (rule: Rule, max?: Amount): string => {
  switch (rule.type) {
    case 'boolean':
      return `Có: ${say(rule.yes)}; không: ${say(rule.no)}.`;
    case 'options':
      return `${upper(rule.options.map((o) => `${o.label}: ${say(o.points)}`).join('; '))}.`;
    case 'tiers':
      return `${upper(bandsText(rule))}.`;
    case 'linear': {
      const top = say(rule.max ?? max);
      return `${rule.unit === '%' ? 'Tỷ lệ' : 'Giá trị'}/${formatAmount(rule.per)} × ${top}, tối đa ${top}.`;
    }
    case 'linear-cap': {
      const top = say(rule.max ?? max);
      const unit = unitWords(rule.unit);
      const threshold = formatAmount(rule.threshold);
      const zero = rule.zeroBelow === undefined ? '' : ` Dưới ${formatAmount(rule.zeroBelow)}${unit}: 0.`;
      const middle =
        rule.zeroBelow === undefined
          ? `Dưới ${threshold}${unit}`
          : `Từ ${formatAmount(rule.zeroBelow)}${unit} đến dưới ${threshold}${unit}`;
      return `Từ ${threshold}${unit} trở lên: ${top}. ${middle}: ${rule.unit === '%' ? 'tỷ lệ' : 'giá trị'}/${threshold} × ${top}.${zero}`;
    }
    case 'count': {
      const start = rule.start === '0' ? '' : `${say(rule.start)} cộng `;
      return `${upper(`${start}${say(rule.per)} cho mỗi đơn vị đếm được`)}, tối đa ${say(rule.max ?? max)}.`;
    }
    case 'ratio-with-penalty': {
      const limit = rule.penaltyMax === undefined ? '' : `, trừ tối đa ${say(rule.penaltyMax)}`;
      return `Tỷ lệ/100 × ${say(rule.max ?? max)}, mỗi trường hợp vi phạm trừ ${say(rule.penaltyPerUnit)}${limit}, không dưới ${say(rule.floor)}.`;
    }
    case 'deduct': {
      const limit = rule.deductMax === undefined ? '' : `, trừ tối đa ${say(rule.deductMax)}`;
      return `${say(rule.start ?? max)}, mỗi trường hợp trừ ${say(rule.perUnit)}${limit}, không dưới ${say(rule.floor)}.`;
    }
    case 'conditional':
      return [
        ...rule.cases.map((c) => `Nếu ${condText(c.when)}: ${ruleText(c.gives, max)}`),
        `Còn lại: ${rule.otherwise ? ruleText(rule.otherwise, max) : '0.'}`,
      ].join(' ');
    case 'survey':
      return rule.rule
        ? `Theo kết quả điều tra xã hội học, không tự chấm. ${ruleText(rule.rule, max)}`
        : `Chỉ số điều tra xã hội học (%) × ${say(rule.max ?? max)}; không tự chấm.`;
    case 'penalty':
      return `Trừ ${say(rule.per)} cho mỗi trường hợp${rule.max === undefined ? '' : `, trừ tối đa ${say(rule.max)}`}.`;
    case 'bonus':
      return `Cộng ${say(rule.per)} cho mỗi trường hợp${(rule.max ?? max) === undefined ? '' : `, cộng tối đa ${say(rule.max ?? max)}`}.`;
    case 'late-penalty': {
      const begin = rule.start === '0' ? '' : `Đúng hạn: ${say(rule.start)}. `;
      const grace = rule.graceDays === '0' ? '' : ` kể từ ngày chậm thứ ${Number(rule.graceDays) + 1}`;
      const limit = rule.max === undefined ? '' : `, trừ tối đa ${say(rule.max)}`;
      const stop = rule.hardStop
        ? ` Quá ${formatAmount(rule.hardStop.afterDays)} ngày: ${say(rule.hardStop.points)}.`
        : '';
      return `${begin}Mỗi ngày chậm${grace} trừ ${say(rule.perDay)}${limit}.${stop}`;
    }
    case 'year-on-year': {
      const how = rule.direction === 'increase' ? 'tăng' : 'giảm';
      const measure = rule.measure === 'percent' ? 'tỷ lệ' : 'mức';
      return `Theo ${measure} ${how} so với năm trước. ${ruleText(rule.rule, max)}`;
    }
    case 'monitor-only':
      return 'Chỉ theo dõi, không chấm điểm.';
    case 'given':
      return `Người chấm cho điểm từ 0 đến ${say(max)}.`;
    case 'sum':
    case 'average':
    case 'min':
    case 'max': {
      const how = { sum: 'Cộng', average: 'Trung bình', min: 'Lấy nhỏ nhất', max: 'Lấy lớn nhất' }[rule.type];
      const parts = rule.parts.map(
        (p) => `${p.label}: ${ruleText(p.rule, max).replace(/\.$/, '').toLocaleLowerCase('vi')}`,
      );
      return `${how} các phần. ${parts.join('. ')}.${rule.max === undefined ? '' : ` Tối đa ${say(rule.max)}.`}`;
    }
    case 'formula':
      return `${upper(rule.text ?? exprText(rule.expr))}.`;
    default: {
      const never: never = rule;
      return never;
    }
  }
};
