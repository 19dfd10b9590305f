import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import {
  type Holder,
  isOwed,
  missingText,
  type Owed,
  reminderText,
  toldOf,
} from '../../../src/core/notifications/remind.ts';
import { momentOf, occasionOf, ruleNow, USUAL_RULES } from '../../../src/core/notifications/rules.ts';
import { REPORT_STATES } from '../../../src/core/report/states.ts';

const due = instantAt('2024-03-01');
const issued = instantAt('2024-02-01', 9);
const at = (now: number, since = issued): string | undefined => ruleNow(USUAL_RULES, due, since, now)?.id;

describe('when a reminder speaks', () => {
  it('counts days from the last day in time: 29/02 for a deadline of 01/03 00:00', () => {
    expect(USUAL_RULES.map((rule) => momentOf(rule, due))).toEqual([
      instantAt('2024-02-26', 8),
      instantAt('2024-02-28', 14),
      instantAt('2024-02-29', 8),
      instantAt('2024-03-01', 8),
    ]);
    expect(momentOf({ when: { kind: 'hours-before', hours: 2 } }, due)).toBe(instantAt('2024-02-29', 22));
    expect(momentOf({ when: { kind: 'days-before', days: 1, hour: 8 } }, instantAt('2023-03-01'))).toBe(
      instantAt('2023-02-27', 8),
    );
  });
  it('begins at its second, and each once', () => {
    expect(at(instantAt('2024-02-26', 8) - 1)).toBeUndefined();
    expect(at(instantAt('2024-02-26', 8))).toBe('before-3-days');
    expect(at(instantAt('2024-02-28', 14) - 1)).toBeUndefined();
    expect(at(instantAt('2024-02-28', 14))).toBe('before-1-day');
    expect(at(instantAt('2024-02-29', 23, 59))).toBe('last-day');
  });
  it('of several that passed while nothing ran, only the last speaks; none from before the deadline after it', () => {
    expect(at(instantAt('2024-02-29', 9))).toBe('last-day');
    expect(at(due)).toBeUndefined();
    expect(at(instantAt('2024-03-01', 8))).toBe('after-1-day');
    expect(at(instantAt('2024-03-04', 8))).toBeUndefined();
  });
  it('is silent about moments before the unit was given the deadline', () => {
    expect(at(instantAt('2024-02-26', 9), instantAt('2024-02-26', 8, 30))).toBeUndefined();
    expect(at(instantAt('2024-02-26', 9), instantAt('2024-02-26', 8))).toBe('before-3-days');
  });
  it('a new deadline is a new occasion', () => {
    const [rule] = USUAL_RULES;
    expect(rule && occasionOf(rule, due)).not.toBe(rule && occasionOf(rule, due + 1));
  });
});

const holders: readonly Holder[] = [
  { personId: 'lan', role: 'preparer', title: 'Công chức' },
  { personId: 'pho', role: 'signer', title: 'Phó Chủ tịch UBND xã' },
  { personId: 'hung', role: 'signer', title: 'Chủ tịch UBND xã' },
  { personId: 'thom', role: 'registry', title: 'Văn thư' },
];

describe('F1: whom it climbs to', () => {
  it('officer → deputy → head', () => {
    expect(toldOf('drafting', holders, ['holder'])).toEqual(['lan']);
    expect(toldOf('drafting', holders, ['holder', 'deputy'])).toEqual(['lan', 'pho']);
    expect(toldOf('drafting', holders, ['holder', 'deputy', 'head'])).toEqual(['lan', 'pho', 'hung']);
  });
  it('whoever has it in hand: signers while it waits for them, văn thư after', () => {
    expect(toldOf('awaiting-signature', holders, ['holder'])).toEqual(['pho', 'hung']);
    expect(toldOf('signed', holders, ['holder'])).toEqual(['thom']);
    expect(toldOf('returned', holders, ['holder'])).toEqual(['lan']);
  });
  it('without a deputy or an officer the next one up is told, once', () => {
    const small = holders.filter((h) => h.personId !== 'pho');
    expect(toldOf('drafting', small, ['deputy', 'head'])).toEqual(['hung']);
    expect(toldOf('drafting', [holders[2]!], ['holder', 'deputy', 'head'])).toEqual(['hung']);
    expect(toldOf('drafting', [], ['holder'])).toEqual([]);
  });
  it('only those who owe', () =>
    expect(REPORT_STATES.filter((state) => !isOwed(state))).toEqual(['submitted', 'received']));
});

const owed = (changes: Partial<Owed> = {}): Owed => ({
  state: 'drafting',
  due,
  filled: 10,
  parts: [
    { number: 'I', gaps: 2 },
    { number: 'II', gaps: 0 },
    { number: 'III', gaps: 5 },
  ],
  openPins: 0,
  ...changes,
});

describe('what it says', () => {
  it('names what is missing', () => {
    expect(missingText(owed())).toBe('còn thiếu 7 nội dung: mục I (2), mục III (5)');
    expect(missingText(owed({ filled: 0 }))).toBe('chưa điền mục nào');
    expect(missingText(owed({ parts: [] }))).toBe('đã điền đủ, chưa chuyển ký');
    expect(missingText(owed({ state: 'awaiting-signature' }))).toBe('báo cáo đang chờ ký');
    expect(missingText(owed({ state: 'returned', openPins: 3 }))).toBe(
      'còn 3 ý kiến của nơi nhận chưa trả lời',
    );
    const many = Array.from({ length: 8 }, (_, i) => ({ number: String(i + 1), gaps: 1 }));
    expect(missingText(owed({ parts: many }))).toMatch(/mục 6 \(1\) và 2 mục khác$/);
  });
  it('is ready for Zalo and for a letter, in official words, without a pronoun', () => {
    const campaign = {
      title: 'Báo cáo quý I',
      letter: 'Công văn số 112/UBND-NV',
      officeName: 'Phòng Nội vụ',
    };
    const unit = { name: 'Xã Bảo Lâm', kind: 'commune' };
    const text = reminderText(campaign, unit, owed(), due - 10 * 3_600_000, 'https://bc.example/bao-cao/1/2');
    expect(text.words).toBe(
      'Kính gửi UBND xã Bảo Lâm: Báo cáo quý I (Công văn số 112/UBND-NV), hạn cuối 24:00 ngày 29/02/2024, còn 10 giờ. Tình trạng: còn thiếu 7 nội dung: mục I (2), mục III (5). Đề nghị khẩn trương hoàn thành, ký và gửi báo cáo. Phòng Nội vụ.',
    );
    expect(text.subject).toBe('Đôn đốc: Báo cáo quý I, hạn cuối 24:00 ngày 29/02/2024');
    expect(text.letter).toContain('https://bc.example/bao-cao/1/2');
    const late = reminderText(campaign, unit, owed(), due + 40_000, null);
    expect(late.subject).toBe('Đôn đốc: Báo cáo quý I, đã quá hạn 40 giây');
    expect(late.letter).not.toContain('Mở báo cáo');
    for (const words of [text.words, text.letter, late.letter])
      expect(words).not.toMatch(/(^|\s)(bạn|anh|chị|quý vị)(\s|[,.])/i);
  });
});
