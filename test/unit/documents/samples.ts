import { type ReceiptInput, receiptDocument } from '../../../src/core/documents/receipt.ts';
import {
  type ReportDocumentInput,
  type ReportSection,
  reportDocument,
} from '../../../src/core/documents/reportDocument.ts';
import { type RequestDocumentInput, requestDocument } from '../../../src/core/documents/requestDocument.ts';
import {
  type Block,
  cell,
  type DocumentTree,
  list,
  paragraph,
  type Row,
  row,
  type Table,
  text,
} from '../../../src/core/documents/tree.ts';
import { formatAmount } from '../../../src/core/kernel/amount.ts';
import { instantAt } from '../../../src/core/kernel/instant.ts';
import { letterSamples } from './letterSamples.ts';

/** The order of Cao Lộc with an invented signer. Every figure and name below is invented. */
export const requestInput: RequestDocumentInput = {
  issuer: 'UBND huyện Cao Lộc',
  issuerInText: 'UBND huyện',
  superior: null,
  number: null,
  symbol: 'UBND-NV',
  place: 'Cao Lộc',
  day: null,
  month: { year: 2024, month: 2 },
  subject: 'báo cáo công tác cải cách hành chính quý I năm 2024',
  figuresOf: 'CCHC quý I năm 2024',
  recipients: [
    'Các Phòng: Tư pháp, Tài chính - Kế hoạch, Văn hóa và Thông tin, Nội vụ',
    'Văn phòng HĐND và UBND huyện',
    'UBND các xã, thị trấn',
  ],
  bases: [
    'Thực hiện Công văn số 983/SNV-TCBC ngày 30/6/2023 của Sở Nội vụ tỉnh Lạng Sơn về việc hướng dẫn xây dựng Kế hoạch cải cách hành chính hằng năm và thực hiện chế độ báo cáo cải cách hành chính định kỳ',
  ],
  purpose:
    'Để có cơ sở báo cáo UBND tỉnh kết quả thực hiện công tác cải cách hành chính (CCHC) quý I, năm 2024',
  obliged: 'các cơ quan, đơn vị, UBND các xã, thị trấn',
  groups: [
    {
      recipients: 'UBND các xã, thị trấn',
      plan: 'Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện về cải cách hành chính huyện Cao Lộc năm 2024',
      parts: [
        { title: 'Công tác chỉ đạo điều hành cải cách hành chính' },
        {
          title: 'Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực cải cách hành chính',
          fields: [
            'Cải cách thể chế',
            'Cải cách thủ tục hành chính',
            'Cải cách chế độ công vụ',
            'Cải cách tài chính công',
            'Xây dựng chính quyền điện tử, chính quyền số',
          ],
        },
        { title: 'Kết quả thực hiện các nhiệm vụ trọng tâm được UBND huyện, Chủ tịch UBND huyện giao' },
        {
          title:
            'Kết quả thực hiện các nhiệm vụ, giải pháp khắc phục Chỉ số CCHC bị đánh giá thấp hoặc kết quả chưa cao năm 2023',
          reference:
            'tại Quyết định số 362/QĐ-UBND ngày 05/02/2024 của UBND huyện về việc công bố chỉ số CCHC UBND các xã, thị trấn trên địa bàn huyện Cao Lộc năm 2023',
        },
        {
          title:
            'Đánh giá Tác động của Cải cách hành chính đến các chỉ tiêu phát triển kinh tế - xã hội của xã, thị trấn',
        },
        { title: 'Phương hướng, nhiệm vụ cải cách hành chính trọng tâm' },
        { title: 'Kiến nghị, đề xuất', optional: true },
      ],
      leads: [],
    },
    {
      recipients: 'Các phòng, cơ quan chuyên môn thuộc UBND huyện',
      sameAs: 1,
      parts: [
        {
          title:
            'Kết quả thực hiện công tác CCHC trên địa bàn huyện, phương hướng, nhiệm vụ cải cách hành chính trọng tâm, kiến nghị, đề xuất đối với lĩnh vực được phân công chủ trì thực hiện',
          optional: true,
        },
        {
          title:
            'Dự kiến kết quả tự đánh giá, chấm điểm Chỉ số CCHC của huyện đến thời điểm báo cáo đối với các lĩnh vực được phân công chủ trì thực hiện',
        },
      ],
      leads: [
        { lead: 'Phòng Nội vụ', field: 'công tác chỉ đạo điều hành cải cách hành chính', partners: [] },
        { lead: 'Phòng Nội vụ', field: 'cải cách tổ chức bộ máy hành chính', partners: [] },
        { lead: 'Phòng Nội vụ', field: 'cải cách chế độ công vụ', partners: [] },
        { lead: 'Phòng Tài chính - Kế hoạch', field: 'cải cách tài chính công', partners: [] },
        {
          lead: 'Phòng Tài chính - Kế hoạch',
          field: 'Tác động của Cải cách hành chính đến các chỉ tiêu phát triển kinh tế - xã hội của huyện',
          partners: [],
        },
        { lead: 'Phòng Tư pháp', field: 'cải cách thể chế', partners: [] },
        { lead: 'Văn phòng HĐND và UBND huyện', field: 'cải cách thủ tục hành chính', partners: [] },
        {
          lead: 'Văn phòng HĐND và UBND huyện',
          field: 'xây dựng và phát triển chính quyền điện tử, chính quyền số',
          partners: ['Phòng Văn hóa và Thông tin'],
        },
      ],
    },
  ],
  window: { from: '2023-12-01', to: '2024-02-28' },
  deadline: 'trước ngày 01/3/2024',
  receiver: 'Phòng Nội vụ',
  signature: {
    authority: 'TL.',
    onBehalfOf: 'Chủ tịch',
    position: 'Chánh Văn phòng',
    name: 'Lương Minh Khôi',
  },
  copies: ['Như trên', 'CT, PCT UBND huyện', 'C, PCVP', 'Lưu: VT, NV'],
  draft: false,
  illustration: true,
};

const FIELDS = [
  'Văn hóa - Xã hội',
  'Tư pháp - Hộ tịch',
  'Địa chính - Xây dựng',
  'Tài chính - Kế toán',
  'Lao động - Thương binh và Xã hội',
  'Tôn giáo, tín ngưỡng',
];

const dossierFigures = (i: number): number[] => {
  const [online, direct, earlier] = [100 + i * 37, 12 + i, i % 4];
  const all = online + direct + earlier;
  return [all, online, direct, earlier, all - 3, all - 8, 5, 0, 2, 1];
};
const written = (figures: readonly number[]): string[] => figures.map((one) => formatAmount(String(one)));

/** The dossier form: eleven columns, three rows of headings. */
export const dossierTable = (rows = 12): Table => ({
  kind: 'table',
  unitNote: 'Đơn vị tính: hồ sơ',
  columns: [
    { width: 30, align: 'left' },
    ...Array.from({ length: 10 }, () => ({ width: 12, align: 'right' as const })),
  ],
  head: [
    row([
      cell('Lĩnh vực giải quyết', { rowspan: 3 }),
      cell('Số lượng hồ sơ tiếp nhận', { colspan: 4 }),
      cell('Số lượng hồ sơ đã giải quyết', { colspan: 4 }),
      cell('Đang giải quyết', { colspan: 2 }),
    ]),
    row([
      cell('Tổng số', { rowspan: 2 }),
      cell('Trong kỳ', { colspan: 2 }),
      cell('Từ kỳ trước', { rowspan: 2 }),
      cell('Tổng số', { rowspan: 2 }),
      cell('Trước hạn', { rowspan: 2 }),
      cell('Đúng hạn', { rowspan: 2 }),
      cell('Quá hạn', { rowspan: 2 }),
      cell('Trong hạn', { rowspan: 2 }),
      cell('Quá hạn', { rowspan: 2 }),
    ]),
    row(['Trực tuyến', 'Trực tiếp']),
  ],
  rows: [
    ...Array.from(
      { length: rows },
      (_, i): Row => row([`${i + 1}. ${FIELDS[i % FIELDS.length]}`, ...written(dossierFigures(i))]),
    ),
    row(
      [
        'Tổng số',
        ...written(
          Array.from({ length: rows }, (_, i) => dossierFigures(i)).reduce(
            (sums, one) => sums.map((sum, at) => sum + one[at]!),
            Array.from({ length: 10 }, () => 0),
          ),
        ),
      ],
      'total',
    ),
  ],
});

const words = (about: string): Block =>
  paragraph(
    `Trong quý I năm 2024, đơn vị tiếp tục quán triệt và tổ chức thực hiện ${about} theo Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện; phân công rõ người, rõ việc, rõ thời hạn, kiểm tra thường xuyên và kịp thời khắc phục những nội dung chưa đạt yêu cầu.`,
  );

const smallTable: Table = {
  kind: 'table',
  caption: 'Kết quả giải quyết thủ tục hành chính',
  columns: [
    { width: 10, align: 'center' },
    { width: 50, align: 'left' },
    { width: 20, align: 'right' },
    { width: 20, align: 'right' },
  ],
  head: [row(['TT', 'Chỉ tiêu', 'Kỳ này', 'Tỷ lệ (%)'])],
  rows: [
    row(['1', 'Hồ sơ tiếp nhận', '2.132', '']),
    row(['2', 'Hồ sơ giải quyết đúng hạn và trước hạn', '2.126', '99,72']),
    row(['3', 'Hồ sơ quá hạn', '0', '0,00']),
    row(['4', 'Phản ánh, kiến nghị', 'KPS', '']),
  ],
};

const section = (
  number: string,
  title: string,
  level: ReportSection['level'],
  blocks: readonly Block[],
  rest: Partial<ReportSection> = {},
): ReportSection => ({ number, title, level, blocks, ...rest });

export const communeInput: ReportDocumentInput = {
  body: 'UBND xã Bảo Lâm',
  superior: null,
  place: 'Bảo Lâm',
  number: '9',
  symbol: 'BC-UBND',
  day: '2024-02-28',
  title: 'Kết quả công tác cải cách hành chính quý I năm 2024',
  kinhGui: ['UBND huyện Cao Lộc (qua Phòng Nội vụ)'],
  opening: [
    paragraph(
      'Thực hiện Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc về việc báo cáo công tác cải cách hành chính quý I năm 2024, UBND xã Bảo Lâm báo cáo như sau:',
    ),
  ],
  sections: [
    section('I', 'Công tác chỉ đạo điều hành cải cách hành chính', 1, [
      words('công tác chỉ đạo điều hành'),
      list([
        'Ban hành 03 văn bản chỉ đạo, điều hành',
        [text('Tổ chức '), text('02', { bold: true }), text(' cuộc kiểm tra tại các thôn')],
      ]),
    ]),
    section('II', 'Kết quả thực hiện nhiệm vụ trên 05 lĩnh vực cải cách hành chính', 1, []),
    section('1', 'Cải cách thể chế', 2, [words('cải cách thể chế')]),
    section('2', 'Cải cách thủ tục hành chính', 2, [
      paragraph(
        'Đã giải quyết ',
        { kind: 'figure', cell: 'tthc.done', text: '2.126' },
        '/',
        { kind: 'figure', cell: 'tthc.all', text: '2.132' },
        ' hồ sơ, đạt 99,72%.',
      ),
      smallTable,
      paragraph('Số liệu chi tiết tại Phụ lục kèm theo.'),
    ]),
    section('3', 'Cải cách chế độ công vụ', 2, [words('cải cách chế độ công vụ')]),
    section('4', 'Cải cách tài chính công', 2, [], { nil: true }),
    section('5', 'Xây dựng chính quyền điện tử, chính quyền số', 2, [
      words('chính quyền điện tử, chính quyền số'),
    ]),
    section('III', 'Kết quả thực hiện các nhiệm vụ trọng tâm được giao', 1, [words('nhiệm vụ được giao')]),
    section('IV', 'Khắc phục Chỉ số CCHC bị đánh giá thấp hoặc chưa cao năm 2023', 1, [
      words('các giải pháp khắc phục'),
    ]),
    section('V', 'Tác động của cải cách hành chính đến phát triển kinh tế - xã hội', 1, [
      words('các chỉ tiêu kinh tế - xã hội'),
    ]),
    section('VI', 'Phương hướng, nhiệm vụ cải cách hành chính trọng tâm', 1, [
      words('phương hướng quý II năm 2024'),
    ]),
    section('VII', 'Kiến nghị, đề xuất', 1, [], { notApplicable: true }),
  ],
  annexes: [
    { title: 'Tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2024', table: dossierTable() },
  ],
  signature: {
    authority: 'TM.',
    onBehalfOf: 'Ủy ban nhân dân',
    position: 'Chủ tịch',
    name: 'Hoàng Văn Hùng',
  },
  noiNhan: ['UBND huyện Cao Lộc', 'Phòng Nội vụ', 'TT Đảng ủy, HĐND xã', 'Lưu: VT, VP'],
  draft: false,
  illustration: true,
};

export const departmentInput: ReportDocumentInput = {
  ...communeInput,
  body: 'Phòng Nội vụ',
  superior: 'UBND huyện Cao Lộc',
  place: 'Cao Lộc',
  number: null,
  symbol: 'BC-PNV',
  day: null,
  month: { year: 2024, month: 2 },
  kinhGui: ['UBND huyện (qua Phòng Nội vụ)'],
  opening: [
    {
      kind: 'legal-basis',
      items: [
        'Căn cứ Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện về cải cách hành chính năm 2024',
        'Căn cứ Công văn số 112/UBND-NV ngày 06/02/2024 của UBND huyện Cao Lộc;',
      ],
    },
    paragraph('Phòng Nội vụ báo cáo như sau:'),
  ],
  sections: [
    section('A', 'Kết quả tại cơ quan', 1, [words('công tác tại cơ quan')]),
    section('B', 'Kết quả trên địa bàn huyện đối với lĩnh vực chủ trì', 1, [words('lĩnh vực chủ trì')]),
    section('1', 'Chỉ đạo điều hành', 2, [words('chỉ đạo điều hành')]),
    section('a', 'Kiểm tra cải cách hành chính', 3, [words('kiểm tra')]),
    section('C', 'Dự kiến tự đánh giá, chấm điểm Chỉ số CCHC của huyện', 1, [smallTable]),
  ],
  annexes: [],
  signature: { authority: null, position: 'Trưởng phòng', name: 'Nông Thị Mai' },
  noiNhan: ['Như trên', 'Lãnh đạo phòng', 'Lưu: VT, NV'],
  draft: true,
};

const districtInput: ReportDocumentInput = {
  ...communeInput,
  body: 'UBND huyện Cao Lộc',
  place: 'Cao Lộc',
  number: '131',
  day: '2024-03-05',
  kinhGui: ['UBND tỉnh Lạng Sơn', 'Sở Nội vụ tỉnh Lạng Sơn'],
  opening: [],
  sections: [
    section('I', 'Công tác chỉ đạo điều hành', 1, [words('công tác chỉ đạo điều hành')]),
    section('II', 'Kết quả giải quyết thủ tục hành chính', 1, [dossierTable(6), words('thủ tục hành chính')]),
    section('III', 'Kiến nghị, đề xuất', 1, [words('kiến nghị')]),
  ],
  annexes: [
    { title: 'Tổng hợp kết quả giải quyết thủ tục hành chính', table: dossierTable(30) },
    { title: 'Chỉ tiêu tổng hợp', table: smallTable },
  ],
  signature: {
    authority: 'TM.',
    onBehalfOf: 'Ủy ban nhân dân',
    position: 'KT. Chủ tịch',
    subPosition: 'Phó Chủ tịch',
    name: 'Lý Quốc Bình',
  },
  noiNhan: ['Như trên', 'TT Huyện ủy, HĐND huyện', 'CT, PCT UBND huyện', 'Lưu: VT, NV'],
};

const receiptInput: ReceiptInput = {
  receiptNumber: '2024-Q1-0017',
  receivingUnit: 'Phòng Nội vụ',
  receivingSuperior: 'UBND huyện Cao Lộc',
  place: 'Cao Lộc',
  unit: 'UBND xã Bảo Lâm',
  campaignTitle: 'Báo cáo công tác cải cách hành chính quý I năm 2024',
  revision: 1,
  submittedAt: instantAt('2024-02-29', 16, 40, 5),
  deadline: { firstLate: instantAt('2024-03-01'), wording: 'trước ngày 01/3/2024' },
  contentHash: '9f2c41d07b6ae8135540cc19be72f0a39f2c41d07b6ae8135540cc19be72f0a3',
  signedBy: { name: 'Hoàng Văn Hùng', position: 'Chủ tịch', at: instantAt('2024-02-29', 16, 40, 4) },
  received: null,
  checkCode: 'K7QM2XWD9P',
  checkAddress:
    'https://cchc.example/kiem-tra-phieu/K7QM2XWD9P?hash=9f2c41d07b6ae8135540cc19be72f0a39f2c41d07b6ae8135540cc19be72f0a3',
  illustration: true,
};

/** Reports of 22 units with 60 rows each, one table. */
const longInput: ReportDocumentInput = {
  ...districtInput,
  annexes: [
    {
      title: 'Tổng hợp theo đơn vị',
      table: {
        ...dossierTable(0),
        rows: Array.from({ length: 22 }, (_, unit): Row[] => [
          row([cell(`UBND ${String(unit + 1).padStart(2, '0')}`, { colspan: 11, align: 'left' })], 'group'),
          ...dossierTable(60).rows.slice(0, 60),
        ]).flat(),
      },
    },
  ],
};

export const samples: Readonly<Record<string, DocumentTree>> = {
  'công văn': requestDocument(requestInput),
  'báo cáo của xã': reportDocument(communeInput),
  'báo cáo của phòng': reportDocument(departmentInput),
  'báo cáo của huyện': reportDocument(districtInput),
  'giấy xác nhận': receiptDocument(receiptInput),
  'báo cáo dài': reportDocument(longInput),
  ...letterSamples,
};
