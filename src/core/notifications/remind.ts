import type { Day, Instant } from '../kernel/instant.ts';
import { deadlineText, lengthText, momentText, shortDay } from '../kernel/wording.ts';
import type { Step } from './rules.ts';

/** A report that is owed, as far as a reminder asks. States are those of the report. */
export type Owed = {
  readonly state: string;
  readonly due: Instant;
  readonly filled: number;
  /** What is missing, part by part of the outline. */
  readonly parts: readonly { readonly number: string; readonly gaps: number }[];
  readonly openPins: number;
};

const OWING: readonly string[] = ['not-opened', 'drafting', 'awaiting-signature', 'signed', 'returned'];

/** Only those who owe are reminded, and only until the second of sending (F1). */
export const isOwed = (state: string): boolean => OWING.includes(state);

export type Holder = {
  readonly personId: string;
  readonly role: 'preparer' | 'signer' | 'registry';
  readonly title: string;
};

const isDeputy = (holder: Holder): boolean => /^(quyền\s+)?phó(\s|$)/i.test(holder.title.normalize('NFC'));

/**
 * Who at the unit is told: the report is in the hands of the preparers, then of the signers, then of văn thư. A unit
 * without a deputy climbs from the officer to the head.
 */
export const toldOf = (
  state: string,
  holders: readonly Holder[],
  steps: readonly Step[],
): readonly string[] => {
  const of = (role: Holder['role']): readonly Holder[] => holders.filter((h) => h.role === role);
  const signers = of('signer');
  const deputies = signers.filter(isDeputy);
  const heads = signers.filter((h) => !isDeputy(h));
  const some = (...choices: (readonly Holder[])[]): readonly Holder[] =>
    choices.find((c) => c.length > 0) ?? [];
  const atStep: Readonly<Record<Step, () => readonly Holder[]>> = {
    holder: () =>
      state === 'awaiting-signature'
        ? some(signers, of('preparer'))
        : state === 'signed'
          ? some(of('registry'), signers)
          : some(of('preparer'), deputies, heads),
    deputy: () => some(deputies, heads),
    head: () => some(heads, deputies),
  };
  return [...new Set(steps.flatMap((step) => atStep[step]().map((h) => h.personId)))];
};

const NAMED_PARTS = 6;

/** What is missing, in few words: 'còn thiếu 7 nội dung: mục I (2), mục III (5)'. */
export const missingText = (owed: Owed): string => {
  if (owed.state === 'returned')
    return owed.openPins > 0
      ? `còn ${owed.openPins} ý kiến của nơi nhận chưa trả lời`
      : 'đã trả lời các ý kiến, chưa gửi lại';
  if (owed.state === 'awaiting-signature') return 'báo cáo đang chờ ký';
  if (owed.state === 'signed') return 'báo cáo đã ký, chờ văn thư cấp số và gửi';
  if (owed.filled === 0) return 'chưa điền mục nào';
  const open = owed.parts.filter((p) => p.gaps > 0);
  const all = open.reduce((n, p) => n + p.gaps, 0);
  if (all === 0) return 'đã điền đủ, chưa chuyển ký';
  const named = open.slice(0, NAMED_PARTS).map((p) => `mục ${p.number} (${p.gaps})`);
  const more = open.length > NAMED_PARTS ? ` và ${open.length - NAMED_PARTS} mục khác` : '';
  return `còn thiếu ${all} nội dung: ${named.join(', ')}${more}`;
};

/** A commune is written to as its committee: 'Xã Bảo Lâm' → 'UBND xã Bảo Lâm'. */
const addressee = (unit: { readonly name: string; readonly kind: string }): string =>
  unit.kind === 'commune' ? `UBND ${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}` : unit.name;

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export type ReminderText = {
  /** One paragraph, for inside the program and ready for Zalo. */
  readonly words: string;
  readonly subject: string;
  readonly letter: string;
};

type Asked = { readonly title: string; readonly letter: string | null; readonly officeName: string };

const titled = (campaign: Asked): string =>
  campaign.letter ? `${campaign.title} (${campaign.letter})` : campaign.title;

const dueWords = (owed: Owed): string =>
  `hạn ${owed.state === 'returned' ? 'gửi lại' : 'cuối'} ${deadlineText(owed.due)}`;

const timeWords = (left: number): string =>
  left > 0 ? `còn ${lengthText(left)}` : `đã quá hạn ${lengthText(left)}`;

export type DigestLine = {
  readonly campaign: Asked;
  readonly unit: { readonly name: string; readonly kind: string };
  readonly owed: Owed;
  readonly link: string | null;
};

/** One letter for all that a person is reminded of on a day; what was sent meanwhile is not in it. */
export const digestText = (
  lines: readonly DigestLine[],
  day: Day,
  now: Instant,
): { readonly subject: string; readonly letter: string } => ({
  subject: `Đôn đốc ngày ${shortDay(day)}: ${lines.length} báo cáo cần hoàn thành`,
  letter: [
    `Các báo cáo còn phải hoàn thành, tính đến ${momentText(now)}:`,
    ...lines.map(({ campaign, unit, owed, link }, at) =>
      [
        `${at + 1}. ${addressee(unit)}: ${titled(campaign)}.`,
        `${upper(dueWords(owed))}, ${timeWords(owed.due - now)}. Tình trạng: ${missingText(owed)}.`,
        ...(link ? [`Mở báo cáo: ${link}`] : []),
      ].join('\n'),
    ),
    `${[...new Set(lines.map((l) => l.campaign.officeName))].join(', ')}\nThư gộp mỗi ngày một lần, gửi tự động; cách nhận thư chọn ở trang Tài khoản.`,
  ].join('\n\n'),
});

/** The words of a reminder; no pronoun, no name of a person. */
export const reminderText = (
  campaign: Asked,
  unit: { readonly name: string; readonly kind: string },
  owed: Owed,
  now: Instant,
  link: string | null,
): ReminderText => {
  const left = owed.due - now;
  const again = owed.state === 'returned';
  const due = dueWords(owed);
  const time = timeWords(left);
  const title = titled(campaign);
  const ask = again
    ? 'Đề nghị trả lời từng ý kiến và gửi lại báo cáo.'
    : 'Đề nghị khẩn trương hoàn thành, ký và gửi báo cáo.';
  const missing = missingText(owed);
  return {
    words: `Kính gửi ${addressee(unit)}: ${title}, ${due}, ${time}. Tình trạng: ${missing}. ${ask} ${campaign.officeName}.`,
    subject: `Đôn đốc: ${campaign.title}, ${left > 0 ? due : time}`,
    letter: [
      `Kính gửi ${addressee(unit)},`,
      `${title}: ${due}, ${time}.`,
      `Tình trạng: ${missing}.`,
      ask,
      ...(link ? [`Mở báo cáo: ${link}`] : []),
      `${campaign.officeName}\nThư gửi tự động; báo cáo gửi rồi thì việc đôn đốc dừng lại.`,
    ].join('\n\n'),
  };
};
