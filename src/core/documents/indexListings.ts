import { type Amount, percent } from '../kernel/amount.ts';
import type { ForecastAnswer } from '../scoring/districtForecast.ts';
import { REMEDY_WORDS } from '../scoring/remediate.ts';
import type { RemediationAnswer } from '../scoring/remediationAnswers.ts';
import type { RoundAnswer, RoundUnit } from '../scoring/roundAnswers.ts';
import type { SetAnswer } from '../scoring/setAnswers.ts';
import type { Listing, ListingRow } from './listing.ts';
import { stageText } from './sheetListing.ts';

const byRank = (a: RoundUnit, b: RoundUnit): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER);

const upper = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

const areaShare = (unit: RoundUnit, code: string): Amount | null => {
  const area = unit.result?.areas.find((a) => a.code === code);
  if (!area) return null;
  return percent(area.achieved, area.survey === null ? area.appraisedMaximum : area.maximum) ?? null;
};

/** Units side by side: places, areas, and the years before with a sign where a survey is in them. */
export const compareListings = (answer: RoundAnswer): readonly Listing[] => {
  const units = [...answer.units].sort(byRank);
  const years = [...new Set(units.flatMap((u) => u.before.map((b) => b.year)))].sort();
  const ranking: Listing = {
    name: 'Xếp hạng',
    landscape: true,
    columns: [
      { title: 'Hạng', width: 6, align: 'center' },
      { title: 'Đơn vị', width: 28 },
      { title: 'Bước', width: 22 },
      { title: 'Điểm điều tra', width: 10, kind: 'figure' },
      { title: 'Điểm thẩm định', width: 10, kind: 'figure' },
      { title: 'Tổng điểm', width: 10, kind: 'figure' },
      { title: 'Điểm tối đa', width: 10, kind: 'figure' },
      { title: 'Chỉ số', width: 10, kind: 'percent' },
      { title: 'Xếp loại', width: 12, align: 'center' },
    ],
    rows: units.map((unit): ListingRow => {
      const { result } = unit;
      const total = result?.total;
      return {
        cells: [
          unit.rank === null ? null : String(unit.rank),
          unit.name,
          answer.round.state === 'published' ? 'Đã công bố' : upper(stageText(unit.stage)),
          total?.survey ?? null,
          total?.appraised ?? null,
          total?.achieved ?? null,
          total ? (total.survey === null ? total.appraisedMaximum : total.maximum) : null,
          result?.percent ?? null,
          result?.class ?? null,
        ],
      };
    }),
  };
  const areas: Listing = {
    name: 'Theo lĩnh vực',
    landscape: true,
    columns: [
      { title: 'Đơn vị', width: 26 },
      ...answer.areas.map((area) => ({ title: area.code, width: 9, kind: 'percent' as const })),
      { title: 'Chỉ số', width: 10, kind: 'percent' },
    ],
    rows: units.map((unit) => ({
      cells: [unit.name, ...answer.areas.map((a) => areaShare(unit, a.code)), unit.result?.percent ?? null],
    })),
    note: answer.areas.map((a) => `${a.code}: ${a.name}`).join('; '),
  };
  if (years.length === 0) return [ranking, areas];
  return [
    ranking,
    areas,
    {
      name: 'Qua các năm',
      landscape: false,
      columns: [
        { title: 'Đơn vị', width: 30 },
        ...years.map((year) => ({ title: String(year), width: 12, align: 'center' as const })),
        { title: String(answer.round.year), width: 12, align: 'center' },
      ],
      rows: units.map((unit) => ({
        cells: [
          unit.name,
          ...years.map((year) => {
            const one = unit.before.find((b) => b.year === year);
            return one ? shareText(one.percent, one.hasSurvey) : null;
          }),
          unit.result?.percent ? shareText(unit.result.percent, unit.result.basis === 'with-survey') : null,
        ],
      })),
      note: '* Chỉ số có điểm điều tra xã hội học; không có dấu là không gồm điều tra, chưa so được với nhau.',
    },
  ];
};

const shareText = (value: Amount, hasSurvey: boolean): string =>
  `${value.replace('.', ',')}%${hasSurvey ? '*' : ''}`;

const OUTCOMES = { better: 'tăng', worse: 'giảm', same: 'như cũ', unknown: '' } as const;

export const remediationListing = (answer: RemediationAnswer): Listing => ({
  name: `Khắc phục ${answer.year}`,
  landscape: true,
  columns: [
    { title: 'Đơn vị', width: 18 },
    { title: 'Mã', width: 7 },
    { title: 'Tiêu chí', width: 26 },
    { title: 'Điểm', width: 9, kind: 'figure' },
    { title: 'Tối đa', width: 9, kind: 'figure' },
    { title: 'Nguyên nhân', width: 24 },
    { title: 'Giải pháp', width: 26 },
    { title: 'Người phụ trách', width: 15 },
    { title: 'Thời hạn', width: 19, kind: 'day' },
    { title: 'Kết quả, tài liệu kiểm chứng', width: 28 },
    { title: 'Tình trạng', width: 13 },
    { title: 'Điểm năm sau', width: 12 },
  ],
  rows: answer.lines.map((l) => ({
    cells: [
      l.unitName,
      l.criterion,
      l.name,
      l.points,
      l.max,
      l.cause,
      l.measure,
      l.owner,
      l.due ?? '',
      [
        l.result,
        ...new Set([l.evidence, ...l.citations.map((c) => c.evidence.number || c.evidence.abstract)]),
      ]
        .filter((w) => w !== '')
        .join('; '),
      l.overdue ? `${REMEDY_WORDS[l.status]}, quá hạn` : REMEDY_WORDS[l.status],
      l.next ? [l.next.points.replace('.', ','), OUTCOMES[l.outcome]].filter(Boolean).join(', ') : '',
    ],
  })),
});

/** I8: criterion, maximum, expected, ground; no column of an appraisal, because none exists at that time. */
export const forecastListing = (answer: ForecastAnswer): Listing => ({
  name: 'Dự kiến tự chấm',
  landscape: true,
  columns: [
    { title: 'Mã', width: 7 },
    { title: 'Tiêu chí', width: 40 },
    { title: 'Điểm tối đa', width: 9, kind: 'figure' },
    { title: 'Dự kiến tự chấm', width: 10, kind: 'figure' },
    { title: 'Căn cứ', width: 46 },
    { title: 'Chủ trì', width: 22 },
  ],
  rows: [
    ...answer.areas.flatMap((area): ListingRow[] => [
      {
        role: 'total',
        cells: [area.key, area.name, area.maximum, area.expected, '', area.unitName],
      },
      ...answer.lines
        .filter((l) => l.area === area.key)
        .map((l) => ({
          cells: [
            l.code,
            l.name,
            l.maximum,
            l.expected,
            l.isSurvey ? 'Điểm điều tra xã hội học, không tự chấm' : l.ground,
            l.unitName,
          ],
        })),
    ]),
    {
      role: 'total',
      cells: ['', 'Tổng các tiêu chí đã dự kiến', answer.total.maximum, answer.total.expected, '', ''],
    },
  ],
  note: answer.note,
});

const NIL = {
  full: 'Không phát sinh: đủ điểm.',
  'reduce-max': 'Không phát sinh: giảm trừ điểm tối đa.',
  zero: 'Không phát sinh: 0 điểm.',
} as const;

/** A set of criteria as a table to sign: what each line gives, said in words. */
export const setListing = (answer: SetAnswer): Listing => ({
  name: 'Bộ tiêu chí',
  landscape: true,
  columns: [
    { title: 'Mã', width: 7 },
    { title: 'Lĩnh vực, tiêu chí, tiêu chí thành phần', width: 38 },
    { title: 'Điểm tối đa', width: 8, kind: 'figure' },
    { title: 'Cách chấm', width: 46 },
    { title: 'Chủ trì, phối hợp', width: 18 },
    { title: 'Tài liệu kiểm chứng', width: 26 },
  ],
  rows: answer.lines.map((l) => ({
    cells: [
      l.code,
      l.name,
      l.maxPoints ?? '',
      [
        l.rule,
        l.whenNil ? NIL[l.whenNil] : '',
        l.zeroWhen ? `Bằng 0 khi ${l.zeroWhen}.` : '',
        l.role === 'bonus' ? 'Điểm thưởng.' : l.role === 'penalty' ? 'Điểm trừ.' : '',
      ]
        .filter((w) => w !== '')
        .join(' '),
      l.depth === 0 || l.leadUnit !== null
        ? [l.leadUnit ?? '', ...l.partners].filter((w) => w !== '').join('; ')
        : '',
      l.evidence.join('; '),
    ],
    ...(l.depth === 0 ? { role: 'total' as const } : {}),
  })),
});
