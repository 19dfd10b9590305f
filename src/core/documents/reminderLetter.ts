import type { Day } from '../kernel/instant.ts';
import { closeBody } from './layout.ts';
import {
  cell,
  type DocumentTree,
  type Head,
  paragraph,
  row,
  type Signature,
  type Table,
  text,
} from './tree.ts';

export type LateUnit = {
  /** 'UBND xã Bảo Lâm'. */
  readonly name: string;
  /** 'Chưa gửi', 'Trả lại, chưa gửi lại'. */
  readonly state: string;
  /** 'quá hạn 2 ngày', 'còn 5 giờ'. */
  readonly time: string;
  /** What is missing, in few words. */
  readonly missing: string;
};

/** So many are named in Kính gửi; more stand in the table only, as offices do. */
const MOST_NAMED = 12;

const unitsTable = (units: readonly LateUnit[]): Table => ({
  kind: 'table',
  columns: [
    { width: 7, align: 'center' },
    { width: 30, align: 'left' },
    { width: 18, align: 'left' },
    { width: 18, align: 'left' },
    { width: 27, align: 'left' },
  ],
  head: [
    row(
      ['TT', 'Cơ quan, đơn vị', 'Tình trạng', 'Thời hạn', 'Còn thiếu'].map((one) =>
        cell(one, { bold: true }),
      ),
    ),
  ],
  rows: units.map((unit, at) => row([String(at + 1), unit.name, unit.state, unit.time, unit.missing])),
  landscape: false,
});

/**
 * Công văn đôn đốc: who has not sent what was ordered, and until when it is wanted. A draft: no number and no day until
 * văn thư gives them (NĐ 30/2020/NĐ-CP).
 */
export const reminderLetter = (input: {
  readonly head: Pick<Head, 'superior' | 'body' | 'bodyInText' | 'symbol' | 'place' | 'month'>;
  /** 'Phòng Nội vụ'. */
  readonly we: string;
  /** 'báo cáo công tác cải cách hành chính quý I năm 2024'. */
  readonly subject: string;
  /** 'Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc'; null without a number. */
  readonly order: string | null;
  /** '24:00 ngày 29/02/2024'. */
  readonly deadline: string;
  /** '09:00 ngày 01/3/2024': when it was looked at. */
  readonly asOf: string;
  readonly units: readonly LateUnit[];
  readonly obliged: number;
  readonly sent: number;
  readonly signature: Signature;
  readonly copies: readonly string[];
  readonly illustration: boolean;
  readonly day?: Day | null;
}): DocumentTree => {
  const { units, we, subject } = input;
  const named = units.length <= MOST_NAMED;
  const open = input.order ? `Thực hiện ${input.order}, ` : '';
  return {
    kind: 'công văn',
    head: { ...input.head, number: null, day: null, regarding: `đôn đốc gửi ${subject}` },
    kinhGui: named ? units.map((unit) => unit.name) : ['Các cơ quan, đơn vị có tên trong danh sách'],
    blocks: closeBody([
      paragraph(
        `${open}các cơ quan, đơn vị gửi ${subject} chậm nhất `,
        text(input.deadline, { bold: true }),
        '.',
      ),
      paragraph(
        `Tính đến ${input.asOf}, ${we} đã nhận được báo cáo của ${input.sent}/${input.obliged} cơ quan, đơn vị. Còn ${units.length} cơ quan, đơn vị sau chưa hoàn thành:`,
      ),
      unitsTable(units),
      paragraph(
        `Đề nghị các cơ quan, đơn vị nêu trên khẩn trương hoàn thành, ký và gửi báo cáo về ${we}; trường hợp có khó khăn, báo ngay bằng văn bản để được xem xét gia hạn.`,
      ),
    ]),
    annexes: [],
    signature: input.signature,
    noiNhan: input.copies,
    marks: { draft: true, illustration: input.illustration },
  };
};
