import { type Amount, compare, formatAmount, percent, ratio, sum } from '../kernel/amount.ts';
import type { Day } from '../kernel/instant.ts';
import { officialDay } from '../kernel/wording.ts';
import type { RoundAnswer, RoundUnit } from '../scoring/roundAnswers.ts';
import { capitals, closeBody } from './layout.ts';
import { type ResultLine, resultsAnnexes, type UnitResults } from './resultsAnnex.ts';
import {
  type Annex,
  type Block,
  type DocumentTree,
  type Head,
  paragraph,
  type Signature,
  text,
} from './tree.ts';

const wholeOf = (unit: RoundUnit): ResultLine | null => {
  const { result } = unit;
  if (!result) return null;
  const { survey, appraised, achieved } = result.total;
  return { name: unit.name, survey, appraised, total: achieved, percent: result.percent };
};

const unitResults = (unit: RoundUnit): UnitResults[] => {
  const whole = wholeOf(unit);
  if (!whole || !unit.result) return [];
  return [
    {
      unit: unit.name,
      rank: unit.rank,
      class: unit.result.class,
      whole,
      fields: unit.result.areas.map((area) => ({
        name: area.name,
        survey: area.survey === null || compare(area.surveyMaximum, '0') === 0 ? null : area.survey,
        appraised: area.appraised,
        total: area.achieved,
        percent: percent(area.achieved, area.survey === null ? area.appraisedMaximum : area.maximum) ?? null,
      })),
    },
  ];
};

const shared = (answer: RoundAnswer): { readonly subject: string; readonly units: readonly RoundUnit[] } => ({
  subject: `Chỉ số cải cách hành chính năm ${answer.round.year}`,
  units: answer.units.filter((u) => u.result !== null),
});

/** What the annexes of the decision say; a draft whose results have moved meanwhile is known by them. */
export const decisionAnnexes = (answer: RoundAnswer): Annex[] =>
  resultsAnnexes(shared(answer).subject, answer.units.flatMap(unitResults));

const share = (value: Amount): string => `${formatAmount(value, 2)}%`;

const named = (units: readonly RoundUnit[], value: Amount): string =>
  units
    .filter((u) => u.result?.percent != null && compare(u.result.percent, value) === 0)
    .map((u) => u.name)
    .join(', ');

/** Mean, highest, lowest and how many in each class, in one paragraph. */
const summaryOf = (units: readonly RoundUnit[]): string => {
  const values = units.flatMap((u) => (u.result?.percent ? [u.result.percent] : []));
  const [first] = values;
  if (first === undefined) return '';
  const mean = ratio(sum(values), String(values.length)) ?? '0';
  const highest = values.reduce((a, b) => (compare(a, b) >= 0 ? a : b), first);
  const lowest = values.reduce((a, b) => (compare(a, b) <= 0 ? a : b), first);
  const best = [...units].sort((a, b) => compare(b.result?.percent ?? '0', a.result?.percent ?? '0'));
  const classes = [...new Set(best.flatMap((u) => (u.result?.class ? [u.result.class] : [])))].map(
    (name) => `${name}: ${units.filter((u) => u.result?.class === name).length} đơn vị`,
  );
  return [
    `Chỉ số trung bình ${share(mean)}; cao nhất ${share(highest)} (${named(units, highest)}); thấp nhất ${share(lowest)} (${named(units, lowest)}).`,
    classes.length > 0 ? `Xếp loại ${classes.join('; ')}.` : '',
  ]
    .filter((w) => w !== '')
    .join(' ');
};

const surveyNote = (units: readonly RoundUnit[]): string =>
  units.some((u) => u.result?.basis === 'without-survey')
    ? 'Chỉ số không gồm điểm điều tra xã hội học (quy về điểm tối đa của phần thẩm định).'
    : units.some((u) => u.result?.basis === 'with-survey')
      ? 'Chỉ số gồm điểm thẩm định và điểm điều tra xã hội học.'
      : '';

export type DecisionInput = {
  readonly head: Pick<Head, 'superior' | 'body' | 'bodyInText' | 'symbol' | 'place' | 'month'>;
  readonly answer: RoundAnswer;
  /** The decision by which the set of criteria holds; null where the set names none. */
  readonly setDecision: { readonly number: string; readonly day: Day | null; readonly title: string } | null;
  /** 'Phòng Nội vụ'. */
  readonly officeName: string;
  /** Share below which a mark is low, as the authority chose it. */
  readonly lowShare: Amount;
  readonly signature: Signature;
  readonly copies: readonly string[];
  readonly illustration: boolean;
};

const article = (n: number, words: string): Block => paragraph(text(`Điều ${n}. `, { bold: true }), words);

/** Quyết định công bố: box by box as NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, with the results as annexes. */
export const indexDecision = (input: DecisionInput): DocumentTree => {
  const { answer, setDecision, officeName } = input;
  const { subject, units } = shared(answer);
  const body = input.head.bodyInText ?? input.head.body.replace(/\n/g, ' ');
  const annexes = decisionAnnexes(answer);
  // Signed TM., the decision is the committee's; without it, the Chairman's own.
  const signer = input.signature.authority === 'TM.' ? body : `${input.signature.position} ${body}`;
  return {
    kind: 'quyết định',
    head: {
      ...input.head,
      number: null,
      day: null,
      title: `Về việc công bố ${subject} ${ofWhom(answer)}`,
    },
    kinhGui: [],
    blocks: closeBody([
      { kind: 'paragraph', align: 'center', inlines: [text(capitals(spelledOut(signer)), { bold: true })] },
      {
        kind: 'legal-basis',
        items: [
          'Căn cứ Luật Tổ chức chính quyền địa phương',
          ...(setDecision
            ? [
                `Căn cứ Quyết định số ${setDecision.number}${setDecision.day ? ` ${officialDay(setDecision.day)}` : ''} ban hành ${setDecision.title}`,
              ]
            : []),
          `Theo đề nghị của ${officeName}`,
        ],
      },
      { kind: 'paragraph', align: 'center', inlines: [text('QUYẾT ĐỊNH:', { bold: true })] },
      article(
        1,
        `Công bố ${subject} của ${units.length} đơn vị (Phụ lục I: xếp hạng; Phụ lục II: kết quả theo lĩnh vực). ${surveyNote(units)}`.trim(),
      ),
      ...(summaryOf(units) ? [paragraph(summaryOf(units))] : []),
      article(
        2,
        `Căn cứ kết quả công bố, các đơn vị có tiêu chí đạt dưới ${formatAmount(percent(input.lowShare, '1', 0) ?? '0')}% điểm tối đa phân công người phụ trách, xác định giải pháp, thời hạn khắc phục và báo cáo trong báo cáo cải cách hành chính định kỳ.`,
      ),
      article(
        3,
        `Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Thủ trưởng ${officeName} và các đơn vị có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
      ),
    ]),
    annexes,
    signature: input.signature,
    noiNhan: input.copies,
    marks: { draft: true, illustration: input.illustration },
  };
};

const spelledOut = (words: string): string => words.replace(/\bUBND\b/g, 'Ủy ban nhân dân');

const LEVELS: Readonly<Record<string, string>> = {
  commune: 'của các xã, phường, thị trấn',
  department: 'của các cơ quan, đơn vị',
  'district-department': 'của các phòng, cơ quan chuyên môn',
};

const ofWhom = (answer: RoundAnswer): string =>
  LEVELS[answer.round.level] ?? `của ${answer.units.map((u) => u.name).join(', ')}`;
