import { dayOfInstant, type Instant, timeOfInstant } from '../kernel/instant.ts';
import { lengthText, shortDay } from '../kernel/wording.ts';
import type { BoardRow, Contact } from './answers.ts';
import type { Lateness } from './lateness.ts';
import type { ReportState } from './states.ts';

const STATES: Readonly<Record<ReportState, string>> = {
  'not-opened': 'Chưa mở',
  drafting: 'Đang soạn',
  'awaiting-signature': 'Chờ ký',
  signed: 'Đã ký',
  submitted: 'Đã gửi',
  received: 'Đã tiếp nhận',
  returned: 'Trả lại',
};

const CONTACTS: Readonly<Record<Contact['kind'], string>> = {
  seen: 'Xác nhận đã nhận',
  reminder: 'Đôn đốc',
  phone: 'Gọi điện',
  zalo: 'Nhắn Zalo',
  visit: 'Gặp trực tiếp',
  letter: 'Gửi công văn',
  other: 'Cách khác',
};

const latenessText = (lateness: Lateness): string => {
  switch (lateness.kind) {
    case 'on-time':
      return 'Đúng hạn';
    case 'late':
      return `Trễ ${lengthText(lateness.by)}`;
    case 'overdue':
      return `Quá hạn ${lengthText(lateness.by)}`;
    case 'resend-overdue':
      return `Quá hạn gửi lại ${lengthText(lateness.by)}`;
    case 'at-risk':
      return `Nguy cơ trễ, còn ${lengthText(lateness.left)}`;
    case 'open':
      return `Còn ${lengthText(lateness.left)}`;
  }
};

const at = (instant: Instant | null): string => {
  if (instant === null) return '';
  const { hour, minute, second } = timeOfInstant(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${shortDay(dayOfInstant(instant))} ${two(hour)}:${two(minute)}:${two(second)}`;
};

const percent = (row: BoardRow): number => (row.asked > 0 ? Math.floor((row.filled / row.asked) * 100) : 0);

type Column = {
  readonly title: string;
  readonly width: number;
  readonly of: (row: BoardRow, n: number) => string | number;
};

/** The board on a sheet: the same facts as on the screen, one column each, so that an office can sort them itself. */
export const BOARD_COLUMNS: readonly Column[] = [
  { title: 'TT', width: 6, of: (_, n) => n },
  { title: 'Đơn vị', width: 32, of: (row) => row.name },
  { title: 'Trực thuộc', width: 24, of: (row) => row.parent?.name ?? '' },
  { title: 'Trạng thái', width: 14, of: (row) => STATES[row.state] },
  { title: 'Thời hạn', width: 26, of: (row) => latenessText(row.lateness) },
  { title: 'Đã điền (%)', width: 12, of: percent },
  { title: 'Đang ở ai', width: 26, of: (row) => row.holder?.name ?? '' },
  { title: 'Từ lúc', width: 20, of: (row) => at(row.since) },
  { title: 'Xác nhận đã nhận', width: 20, of: (row) => at(row.acknowledgedAt) },
  { title: 'Gửi lần đầu', width: 20, of: (row) => at(row.firstSubmittedAt) },
  { title: 'Gửi gần nhất', width: 20, of: (row) => at(row.submittedAt) },
  { title: 'Lần gửi', width: 9, of: (row) => row.revision },
  { title: 'Ý kiến chưa trả lời', width: 12, of: (row) => row.pins.open },
  { title: 'Gần như trống', width: 12, of: (row) => (row.nearEmpty ? 'Có' : '') },
  { title: 'Dự báo trễ', width: 12, of: (row) => (row.forecast.length > 0 ? 'Có' : '') },
  {
    title: 'Liên hệ gần nhất',
    width: 34,
    of: ({ contact }) =>
      contact
        ? [`${CONTACTS[contact.kind]} ${at(contact.at)}`, contact.spokeWith].filter(Boolean).join(', ')
        : '',
  },
  { title: 'Gia hạn đến', width: 20, of: (row) => at(row.extension?.until ?? null) },
];
