import { dayOfInstant } from '../kernel/instant.ts';
import { shortDay } from '../kernel/wording.ts';
import type { OutgoingLine, RegisterAnswer } from '../registry/answers.ts';
import type { RelatedDocument } from '../registry/outgoing.ts';
import type { BookCell, BookSheet } from './book.ts';

const KINDS = { letter: 'Công văn', report: 'Báo cáo', decision: 'Quyết định' } as const;

const numberOf = (one: { readonly number: number | null; readonly symbol: string | null }): string =>
  one.number === null ? '' : `${String(one.number).padStart(2, '0')}/${one.symbol ?? ''}`;

const relation = (one: RelatedDocument, replaced: string, corrected: string): string =>
  `${one.relation === 'replace' ? replaced : corrected} ${numberOf(one) || '(chưa cấp số)'}`;

const notes = (line: OutgoingLine): string =>
  [
    ...(line.of ? [relation(line.of, 'Thay thế', 'Đính chính')] : []),
    ...line.by.map((one) => relation(one, 'Bị thay thế bởi', 'Được đính chính bởi')),
  ].join('; ');

/** Sổ đăng ký văn bản đi, in the columns of NĐ 30/2020/NĐ-CP, Phụ lục IV, as far as the program knows them. */
export const registerBook = (register: RegisterAnswer): BookSheet => {
  const lines = register.documents
    .filter((one) => one.state === 'issued')
    .sort((a, b) => (a.kind === b.kind ? (a.number ?? 0) - (b.number ?? 0) : a.kind < b.kind ? -1 : 1));
  const label = (value: string): BookCell => ({ value, look: 'label' });
  return {
    name: 'Văn bản đi',
    headRow: 3,
    widths: [18, 14, 14, 60, 28, 24, 40],
    rows: [
      [{ value: `Sổ đăng ký văn bản đi năm ${register.year}: ${register.unit.name}`, look: 'title' }],
      [],
      [
        'Số, ký hiệu',
        'Ngày văn bản',
        'Loại',
        'Trích yếu',
        'Người ký',
        'Người cấp số, ngày cấp',
        'Ghi chú',
      ].map((value) => ({ value, look: 'head' as const })),
      ...lines.map((line) => [
        label(numberOf(line)),
        label(line.day ? shortDay(line.day) : ''),
        label(KINDS[line.kind]),
        label(line.aboutUnit ? `${line.subject} (${line.aboutUnit})` : line.subject),
        label(line.signedBy ?? ''),
        label(
          line.issuedAt === null ? '' : `${line.issuedBy ?? ''}, ${shortDay(dayOfInstant(line.issuedAt))}`,
        ),
        label(notes(line)),
      ]),
    ],
  };
};
