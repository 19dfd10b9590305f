import type { SheetAnswer, SheetLine, SideMark } from '../scoring/roundAnswers.ts';
import type { Listing, ListingColumn, ListingRow } from './listing.ts';

const STAGES = {
  self: 'đang tự chấm',
  'appraisal-1': 'đã tự chấm, đang thẩm định lần 1',
  settling: 'đang thống nhất thẩm định',
  explanation: 'đã thẩm định lần 1, đang giải trình',
  'appraisal-2': 'đã giải trình, đang thẩm định lần 2',
  done: 'đã thẩm định xong',
} as const;

export const stageText = (stage: keyof typeof STAGES): string => STAGES[stage];

const wordsOf = (mark: SideMark | null | undefined, who: string): string =>
  mark && mark.words !== '' ? `${who}: ${mark.words.replace(/[.\s]+$/, '')}.` : '';

/** What stands behind the points: papers, why, and what each side wrote. */
const groundOf = (line: SheetLine, sheet: SheetAnswer): string => {
  if (line.kind === 'branch') return '';
  if (line.kind === 'monitor') return 'Chỉ theo dõi.';
  const papers = sheet.evidence
    .filter((c) => c.place === line.code)
    .map((c) =>
      [c.evidence.number || c.evidence.abstract, c.pages ? `trang ${c.pages}` : '']
        .filter((w) => w !== '')
        .join(', '),
    );
  const standing = line.second ?? line.first ?? line.self;
  return [
    standing?.explanation ?? '',
    papers.length > 0 ? `Tài liệu: ${papers.join('; ')}.` : '',
    wordsOf(line.self?.mark, 'Đơn vị'),
    wordsOf(line.first?.mark, 'Thẩm định 1'),
    wordsOf(line.explained, 'Giải trình'),
    wordsOf(line.second?.mark, 'Thẩm định 2'),
  ]
    .filter((w) => w !== '')
    .join(' ');
};

/** Every line of a scoring sheet with all stages that stand side by side; an appraisal that has not begun has no column. */
export const sheetListing = (sheet: SheetAnswer): Listing => {
  const columns: ListingColumn[] = [
    { title: 'Mã', width: 7 },
    { title: 'Tiêu chí', width: 36 },
    { title: 'Tối đa', width: 8, kind: 'figure' },
    { title: 'Tự chấm', width: 8, kind: 'figure' },
    { title: 'Hệ thống tính', width: 9, kind: 'figure' },
    ...(sheet.first ? [{ title: 'Thẩm định 1', width: 9, kind: 'figure' as const }] : []),
    ...(sheet.second ? [{ title: 'Thẩm định 2', width: 9, kind: 'figure' as const }] : []),
    { title: 'Căn cứ, tài liệu kiểm chứng, giải trình', width: 50 },
  ];
  const rows = sheet.lines.map(
    (line): ListingRow => ({
      cells: [
        line.code,
        line.name,
        line.declared ?? '',
        line.self?.points ?? (line.kind === 'monitor' ? '' : null),
        line.computed ? line.computed.points : '',
        ...(sheet.first ? [line.first?.points ?? ''] : []),
        ...(sheet.second ? [line.second?.points ?? ''] : []),
        groundOf(line, sheet),
      ],
      ...(line.depth === 0 ? { role: 'total' as const } : {}),
    }),
  );
  const total = (stage: SheetAnswer['first']): string => stage?.total.achieved ?? '';
  const standing = sheet.second ?? sheet.first ?? sheet.self;
  const maximum = standing.total.survey === null ? standing.total.appraisedMaximum : standing.total.maximum;
  return {
    name: 'Phiếu chấm điểm',
    columns,
    landscape: true,
    rows: [
      ...rows,
      {
        role: 'total',
        cells: [
          '',
          'Tổng cộng',
          maximum,
          total(sheet.self),
          '',
          ...(sheet.first ? [total(sheet.first)] : []),
          ...(sheet.second ? [total(sheet.second)] : []),
          standing.index.percent === null
            ? ''
            : `Chỉ số: ${standing.index.percent.replace('.', ',')}%. ${standing.index.note}`.trim(),
        ],
      },
    ],
  };
};
