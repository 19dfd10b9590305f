import type { PdfSignature } from '../evidence/signature.ts';
import { dayOfInstant, type Instant } from '../kernel/instant.ts';
import { lengthText, momentText } from '../kernel/wording.ts';
import { type Block, cell, type DocumentTree, paragraph, row, type Table, text } from './tree.ts';

export type ReceiptInput = {
  readonly receiptNumber: string;
  /** Who confirms: the receiving agency and the one above it. */
  readonly receivingUnit: string;
  readonly receivingSuperior: string | null;
  readonly place: string;
  readonly unit: string;
  readonly campaignTitle: string;
  /** 1 for the first submission. */
  readonly revision: number;
  readonly submittedAt: Instant;
  /** The first late moment, with its wording; null when the campaign has none. */
  readonly deadline: { readonly firstLate: Instant; readonly wording: string } | null;
  /** Hexadecimal hash of the content, at whatever length. */
  readonly contentHash: string;
  /** Where the journal wrote the sending down: kept on paper, it shows whether the line still stands. */
  readonly journal?: { readonly seq: number; readonly hash: string } | null;
  /** The legal original of this sending. */
  readonly original?: {
    readonly hash: string;
    readonly name: string;
    readonly at: Instant;
    /** What its digital signatures say, read when this paper is made. */
    readonly signatures?: { readonly at: Instant; readonly all: readonly PdfSignature[] };
  } | null;
  readonly signedBy: { readonly name: string; readonly position: string; readonly at: Instant };
  readonly received: { readonly by: string; readonly position: string; readonly at: Instant } | null;
  /** What a person types to check the receipt: letters and digits. */
  readonly checkCode: string;
  /** Page that checks it, with the code and the hash in the address; null when the system has no public address. */
  readonly checkAddress: string | null;
  readonly illustration: boolean;
};

/** Four letters at a time: a person compares them with a screen. */
export const hashInGroups = (hash: string): string =>
  hash
    .replace(/\s/g, '')
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';

/** '12-3f2a…': the line of the journal, and as much of its hash as nobody can make fit. */
export const journalMark = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string =>
  `${seq}-${hash.slice(0, 20)}`;

/** The moment itself is late: 'trước ngày X' ends with the last millisecond before it. */
export const punctuality = (submittedAt: Instant, firstLate: Instant): string =>
  submittedAt < firstLate
    ? `Đúng hạn, trước hạn ${lengthText(firstLate - submittedAt)}`
    : `Trễ ${lengthText(Math.max(1000, submittedAt - firstLate))}`;

/** Letterheads keep positions in capitals: 'TRƯỞNG PHÒNG' is 'Trưởng phòng' in a line; abbreviations stay. */
const inSentence = (position: string): string =>
  position === position.toLocaleUpperCase('vi')
    ? position
        .split(' ')
        .map((word) => (/^(UBND|HĐND)$/.test(word) ? word : word.toLocaleLowerCase('vi')))
        .join(' ')
        .replace(/^./u, (first) => first.toLocaleUpperCase('vi'))
    : position;

const INTEGRITY: Readonly<Record<PdfSignature['integrity'], string>> = {
  whole: 'nguyên vẹn',
  extended: 'phần đã ký nguyên vẹn, tệp có thêm phần sau khi ký',
  changed: 'ĐÃ BỊ SỬA sau khi ký',
  unreadable: 'chưa đọc được',
};
const TRUST: Readonly<Record<PdfSignature['signer']['trust'], string>> = {
  trusted: 'chứng thư tin cậy',
  'unknown-authority': 'chưa rõ tổ chức chứng thực',
  expired: 'chứng thư hết hạn lúc ký',
  none: 'không có chứng thư',
};
const REVOCATION: Readonly<Record<PdfSignature['revocation'], string>> = {
  good: 'chưa bị thu hồi',
  revoked: 'ĐÃ BỊ THU HỒI',
  'not-checked': 'chưa kiểm tra được',
};

/** Three facts, none of which stands for another: integrity, signer, revocation. */
const signatureLines = (
  read: NonNullable<NonNullable<ReceiptInput['original']>['signatures']> | undefined,
): [string, string][] => {
  if (!read) return [];
  if (read.all.length === 0) return [['Chữ ký số của bản gốc', 'Không có (bản quét)']];
  return read.all.map(({ integrity, signer, revocation }, at) => [
    read.all.length === 1 ? 'Chữ ký số của bản gốc' : `Chữ ký số ${at + 1} của bản gốc`,
    `Toàn vẹn: ${INTEGRITY[integrity]}. Người ký: ${[signer.name ?? 'không rõ', signer.organization]
      .filter(Boolean)
      .join(
        ', ',
      )} (${TRUST[signer.trust]}). Thu hồi: ${REVOCATION[revocation]}. Xem lúc ${momentText(read.at)}`,
  ]);
};

/** The stamped or digitally signed PDF is tied to the sending by its own hash. */
const originalLine = ({ original }: ReceiptInput): [string, string][] =>
  original
    ? [
        [
          'Bản gốc PDF (SHA-256)',
          `${original.name}, đính lúc ${momentText(original.at)}: ${hashInGroups(original.hash)}`,
        ],
        ...signatureLines(original.signatures),
      ]
    : [];

const journalLine = ({ journal }: ReceiptInput): [string, string][] =>
  journal
    ? [['Dấu nhật ký', `Dòng ${journal.seq}: ${hashInGroups(journalMark(journal).replace(/^\d+-/, ''))}`]]
    : [];

export const receiptDocument = (input: ReceiptInput): DocumentTree => {
  const { received, deadline, signedBy } = input;
  const lines: [string, string][] = [
    ['Đơn vị gửi', input.unit],
    ['Đợt báo cáo', input.campaignTitle],
    ['Lần gửi', `Lần ${input.revision}`],
    [
      'Người ký',
      `${signedBy.name}, ${inSentence(signedBy.position)}, ký lúc ${momentText(signedBy.at, true)}`,
    ],
    ['Thời điểm gửi', `${momentText(input.submittedAt, true)} (giờ máy chủ, GMT+7)`],
    ['Hạn gửi', deadline ? deadline.wording : 'Không ấn định'],
    ['Kết quả', deadline ? punctuality(input.submittedAt, deadline.firstLate) : 'Đã gửi'],
    [
      'Tiếp nhận',
      received
        ? `${received.by}, ${received.position}, lúc ${momentText(received.at, true)}`
        : 'Chưa tiếp nhận tại thời điểm lập giấy này',
    ],
    ['Mã nội dung (SHA-256)', hashInGroups(input.contentHash)],
    ...journalLine(input),
    ...originalLine(input),
  ];
  const table: Table = {
    kind: 'table',
    columns: [
      { width: 32, align: 'left' },
      { width: 68, align: 'left' },
    ],
    head: [],
    rows: lines.map(([name, value]) => row([cell(name, { bold: true }), value])),
  };
  const blocks: Block[] = [
    paragraph(`Hệ thống báo cáo cải cách hành chính xác nhận ${input.unit} đã gửi báo cáo như sau:`),
    table,
    { kind: 'qr', value: input.checkAddress ?? input.checkCode, alt: 'Mã QR để kiểm tra giấy xác nhận này' },
    { ...paragraph('Mã kiểm tra: ', text(input.checkCode, { bold: true })), align: 'center' },
    paragraph(
      input.checkAddress
        ? `Quét mã QR hoặc mở trang ${input.checkAddress.replace(/\/[^/]*$/, '')} và nhập mã kiểm tra.`
        : 'Mở trang Kiểm tra phiếu của hệ thống và nhập mã kiểm tra.',
    ),
    paragraph(
      'Giấy do hệ thống lập, có giá trị xác nhận thời điểm gửi và nội dung đã gửi; ' +
        'không thay cho báo cáo có chữ ký và con dấu.',
    ),
  ];
  return {
    kind: 'giấy xác nhận',
    head: {
      superior: input.receivingSuperior,
      body: input.receivingUnit,
      number: input.receiptNumber,
      symbol: '',
      place: input.place,
      day: dayOfInstant(input.submittedAt),
      title: `Đã gửi ${input.campaignTitle.replace(/^Báo cáo/, 'báo cáo')}`,
    },
    kinhGui: [],
    blocks,
    annexes: [],
    signature: null,
    noiNhan: [],
    marks: { draft: false, illustration: input.illustration },
  };
};
