import { addDays, instantAt, isoInstant } from '../kernel/instant.ts';
import { aboutReport } from './aboutReport.ts';
import { type Block, sentenceAround } from './blocks.ts';
import { channelIn } from './channel.ts';
import { BEFORE_HOUR, clockWords, dailyAt } from './daily.ts';
import { dateAt, timeAt, type WrittenDate } from './dates.ts';
import { isDecoy } from './decoys.ts';
import type { DeadlineRule, ReadDeadline, ReadRecipient } from './reading.ts';
import { everyBefore, isRegime, recurringAfter } from './recurring.ts';
import { type RelativeContext, relativesIn } from './relative.ts';
import { scopeOf } from './scope.ts';
import { cite, joined, matchAt, type Source } from './source.ts';
import { weeklyIn } from './weekly.ts';
import { resolveDay } from './yearOf.ts';

const TRIGGER = new RegExp(
  `(?:(?<![a-z])|(?<=[a-z]))(?:${[
    'truoc',
    'cham nhat',
    'muon nhat',
    'tre nhat',
    'muon hon',
    'cham hon',
    'tre hon',
    'han cuoi',
    'han chot',
    'han nop',
    'han gui',
    'han bao cao',
    'han tra loi',
    'thoi han',
    'thoi gian gui',
    'thoi gian nop',
    'thoi gian bao cao',
    'thoi diem gui',
    'thoi gian hoan thanh',
    'thoi gian nhan',
    'den het ngay',
    'trong ngay',
    'het ngay',
    'vao ngay',
    'ngay gui bao cao',
    'ngay nop bao cao',
    'xong ngay',
    'ngay',
  ]
    .map(joined)
    .join('|')}|den(?=\\s{1,4}\\d{1,2}\\s{0,3}(?:gio|h)))`,
  'g',
);
const FILLER = new RegExp(
  `\\s{0,10}(?:,|:|;|\\(|-|(?:${[
    'la',
    'vao',
    'luc',
    'hoi',
    'den het',
    'den',
    'het',
    'ngay hom nay',
    'ngay mai',
    'hom nay',
    'thoi diem',
    'trong',
    'truoc',
    'cuoi gio chieu',
    'cuoi gio sang',
    'cuoi gio',
    'buoi sang',
    'buoi chieu',
    'sang',
    'chieu',
    'gui bao cao',
    'gui',
    'nop bao cao',
    'bao cao',
    'hoan thanh',
    'cua cac co quan don vi',
    'cham nhat',
    'muon nhat',
    'cac ngay',
    'ngay(?=\\s{0,4}(?:thu|ngay))',
    '(?:nhan|tiep nhan|cua|doi voi|nop|gui) [a-z ,-]{0,60}(?=:)',
    've [a-z ]{3,40}(?=:|truoc|cham)',
  ]
    .map(joined)
    .join('|')})(?![a-z]))`,
  'y',
);
/** "(tức ngày mùng 01 Tết)" may stand between the days. */
const AND_DATE =
  /\s{0,4}(?:\((?:tuc|nham|thu|chu)[^()\n]{2,60}\))?\s{0,6}(?:,|;|va|hoac)\s{0,6}(?=ngay|\d{1,2}\s?[/])/y;

/** No letter sets more deadlines; the bound keeps hostile texts cheap. */
const MOST = 200;
const LOOKS = 6000;

type Phrase = {
  /** Where the words to show begin. */
  named: number;
  start: number;
  end: number;
  exclusive: boolean;
  weak: boolean;
  time: { hour: number; minute: number } | undefined;
  dates: WrittenDate[];
};

/** Trigger, small words, perhaps a time, and one or more dates: "trước 16 giờ 00, ngày 01/3/2024". */
const phraseAt = (
  source: Source,
  m: RegExpExecArray | RegExpMatchArray,
  base: number,
  limit: number,
): Phrase | undefined => {
  const start = base + (m.index ?? 0);
  const trigger = m[0];
  const isBareDay = /^ngay$/.test(trigger);
  let at = start + (/ngay$/.test(trigger) ? trigger.length - 4 : trigger.length);
  let words = trigger;
  let named = start;
  let time: Phrase['time'];
  for (let i = 0; i < 10 && at < limit; i++) {
    const gap = /^\s{0,10}/.exec(source.bare.slice(at, at + 10))?.[0].length ?? 0;
    const clock = time ? undefined : timeAt(source, at + gap);
    if (clock) {
      time = { hour: clock.hour, minute: clock.minute };
      at = clock.end;
      continue;
    }
    const first = dateAt(source, at + gap);
    if (first && first.end <= limit) {
      const dates = [first];
      let end = first.end;
      for (let k = 0; k < 12; k++) {
        const and = matchAt(AND_DATE, source.bare, end);
        const next = and ? dateAt(source, end + and[0].length) : undefined;
        if (!next || next.month === undefined || next.end > limit) break;
        dates.push(next);
        end = next.end;
      }
      return {
        named,
        start,
        end,
        exclusive: /truoc/.test(words),
        weak: isBareDay || /^(?:vao|trong|xong|den)/.test(trigger),
        time,
        // "Trong ngày 13 và 14/5": the last of the days is the limit.
        dates: /^(?:trong|vao)/.test(trigger) ? dates.slice(-1) : dates,
      };
    }
    const filler = isBareDay ? null : matchAt(FILLER, source.bare, at);
    if (!filler || filler[0].length === 0) return undefined;
    // "Thời hạn gửi báo cáo: chậm nhất ngày …": the deadline's own words begin at "chậm nhất".
    const own = /truoc|cham\s{0,20}nhat|muon\s{0,20}nhat/.exec(filler[0]);
    if (own && named === start && /^(?:thoi|han)/.test(trigger)) named = at + own.index;
    words += filler[0];
    at += filler[0].length;
  }
  return undefined;
};

const TIME_AFTER =
  /\s{0,4}[,(]?\s{0,4}(?:truoc\s{0,4}|luc\s{0,4}|vao\s{0,4})?(?=\d{1,2}\s?(?:gio|h\d|h\s|g\d|:))/y;

export type DeadlineContext = RelativeContext & {
  readonly recipients: readonly ReadRecipient[];
  readonly receiver: string | null;
  readonly issuer: string | null;
};

export const readDeadlines = (
  source: Source,
  blocks: readonly Block[],
  context: DeadlineContext,
): ReadDeadline[] => {
  const found: (ReadDeadline & { weight: number })[] = [];
  const taken: number[] = [];
  let looked = 0;
  blocks.forEach((block, index) => {
    const stretch = source.bare.slice(block.start, block.end);
    for (const m of stretch.matchAll(TRIGGER)) {
      if (found.length >= MOST || ++looked > LOOKS) break;
      const at = block.start + m.index;
      if (taken.some((end) => at < end)) continue;
      const phrase = phraseAt(source, m, block.start, block.end);
      if (!phrase) continue;
      // "năm trước đến ngày …" is the year before; "báo cáo năm trước ngày …" is a deadline.
      const isYearBefore =
        m[0] === 'truoc' &&
        /(?:nam|ky|quy|thang|lan|tuan|nhu)\s{0,4}$/.test(
          source.bare.slice(Math.max(block.start, at - 10), at),
        ) &&
        !/^\s{0,6}(?:ngay|\d)/.test(source.bare.slice(at + 5, at + 16));
      if (isYearBefore) continue;
      const sentence = sentenceAround(source, block, phrase.start);
      const decoy = isDecoy(source, blocks, index, phrase, sentence, context);
      if (decoy === 'never') continue;
      let { end, time } = phrase;
      if (!time) {
        const gap = matchAt(TIME_AFTER, source.bare, end);
        const clock = gap ? timeAt(source, end + gap[0].length) : undefined;
        if (clock) {
          time = clock;
          end = clock.end;
        }
      }
      const timeOfDay = time ? clockWords(time) : null;
      const every =
        everyBefore(source, sentence.start, phrase.start) ??
        everyBefore(source, Math.max(sentence.start - 200, block.start), phrase.start);
      const recur = recurringAfter(source, end, every);
      const about = aboutReport(source, block, phrase.start);
      const yearly =
        recur === undefined && phrase.dates.every((d) => d.year === undefined) && every !== undefined;
      const channel = channelIn(source, sentence.start, sentence.end);
      const scope = scopeOf(source, blocks, index, sentence, phrase.start, context.recipients);
      for (const date of phrase.dates) {
        let rule: DeadlineRule | null = null;
        let last = end;
        if (recur && date.month === undefined) {
          rule = { ...recur.rule, day: date.day, time: timeOfDay };
          last = recur.end;
        } else if (recur && recur.rule.every === 'năm') {
          rule = { ...recur.rule, day: date.day, month: date.month ?? null, time: timeOfDay };
          last = recur.end;
        } else if (yearly && date.month === undefined)
          rule = {
            every: every ?? 'tháng',
            day: date.day,
            monthOfPeriod: null,
            month: null,
            time: timeOfDay,
          };
        else if (
          yearly &&
          every === 'năm' &&
          (context.period === null || isRegime(source, sentence.start, phrase.start))
        )
          rule = {
            every: 'năm',
            day: date.day,
            monthOfPeriod: date.yearShift === 1 ? 'sau' : null,
            month: date.month ?? null,
            time: timeOfDay,
          };
        else if (yearly && every === '6 tháng' && isRegime(source, sentence.start, phrase.start))
          rule = { every, day: date.day, monthOfPeriod: null, month: date.month ?? null, time: timeOfDay };
        const own =
          about?.period && context.period?.year && !rule
            ? { ...context, period: { ...about.period, year: about.period.year ?? context.period.year } }
            : context;
        const day = rule ? undefined : resolveDay(date, own, 'deadline');
        const inclusive = !phrase.exclusive;
        const at =
          day === undefined
            ? null
            : time
              ? isoInstant(instantAt(day, time.hour, time.minute))
              : isoInstant(instantAt(inclusive ? addDays(day, 1) : day));
        if (!rule && at === null && date.month === undefined && date.yearShift === undefined && phrase.weak)
          continue;
        const from = cite(source, phrase.named, last);
        found.push({
          text: from.text.replace(/\s+/g, ' '),
          at,
          inclusive,
          timeOfDay,
          rule,
          scope,
          about: about?.words ?? null,
          channel,
          from,
          weight: decoy === 'unlessAlone' ? 0 : 1,
        });
      }
      taken.push(end);
    }
    for (const m of stretch.matchAll(BEFORE_HOUR)) {
      if (found.length >= MOST || ++looked > LOOKS) break;
      const at = block.start + m.index;
      if (taken.some((end) => at < end)) continue;
      const sentence = sentenceAround(source, block, at);
      const daily = dailyAt(source, sentence, at, at + m[0].length);
      if (!daily) continue;
      const from = cite(source, at, daily.end);
      for (const time of daily.times)
        found.push({
          text: from.text.replace(/\s+/g, ' '),
          at: null,
          inclusive: false,
          timeOfDay: time,
          rule: { every: 'ngày', day: null, monthOfPeriod: null, month: null, time },
          scope: scopeOf(source, blocks, index, sentence, at, context.recipients),
          about: aboutReport(source, block, at)?.words ?? null,
          channel: channelIn(source, sentence.start, sentence.end),
          from,
          weight: 1,
        });
      taken.push(daily.end);
    }
    for (const weekly of weeklyIn(source, block.start, block.end)) {
      if (found.length >= MOST || taken.some((end) => weekly.start < end)) continue;
      const sentence = sentenceAround(source, block, weekly.start);
      const words = source.bare.slice(sentence.start, sentence.end);
      if (!/(?:gui|nop|cap\s{0,4}nhat)/.test(words) || !/bao\s{0,4}cao|so\s{0,4}lieu/.test(words)) continue;
      const time = weekly.time ? clockWords(weekly.time) : null;
      const from = cite(source, weekly.start, weekly.end);
      found.push({
        text: from.text.replace(/\s+/g, ' '),
        at: null,
        inclusive: weekly.inclusive,
        timeOfDay: time,
        rule: { every: 'tuần', day: weekly.day, monthOfPeriod: null, month: null, time },
        scope: scopeOf(source, blocks, index, sentence, weekly.start, context.recipients),
        about: aboutReport(source, block, weekly.start)?.words ?? null,
        channel: channelIn(source, sentence.start, sentence.end),
        from,
        weight: 1,
      });
      taken.push(weekly.end);
    }
    for (const relative of relativesIn(source, block, context)) {
      if (found.length >= MOST || ++looked > LOOKS) break;
      const { at, start } = relative;
      if (taken.some((end) => start < end)) continue;
      const sentence = sentenceAround(source, block, start);
      if (!/(?:gui|nop|bao\s{0,4}cao)/.test(source.bare.slice(sentence.start, sentence.end))) continue;
      found.push({
        text: relative.text.replace(/\s+/g, ' '),
        at,
        inclusive: true,
        timeOfDay: null,
        rule: null,
        scope: scopeOf(source, blocks, index, sentence, start, context.recipients),
        about: aboutReport(source, block, start)?.words ?? null,
        channel: channelIn(source, sentence.start, sentence.end),
        from: { start, end: start + relative.text.length, text: relative.text },
        weight: 1,
      });
    }
  });
  const sure = found.filter((d) => d.weight === 1);
  const kept = sure.length ? sure : found.slice(0, 1);
  const seen = new Set<string>();
  return kept.flatMap(({ weight: _weight, ...deadline }) => {
    // The same moment for the same people, said twice, is one deadline.
    const key = JSON.stringify([
      deadline.at ?? deadline.rule ?? deadline.text,
      deadline.inclusive,
      deadline.rule ? deadline.about : null,
      deadline.scope,
    ]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [deadline];
  });
};
