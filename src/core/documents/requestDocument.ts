import type { Day } from '../kernel/instant.ts';
import type { Window } from '../kernel/window.ts';
import { officialDay } from '../kernel/wording.ts';
import { closeBody } from './layout.ts';
import { type Block, type DocumentTree, heading, paragraph, type Signature, text } from './tree.ts';

export type RequestPart = {
  readonly title: string;
  /** Fields of the part, written '(1) …; (2) …'. */
  readonly fields?: readonly string[];
  /** Behind the title in brackets: 'tại Quyết định số 362/QĐ-UBND …'. */
  readonly reference?: string;
  /** '(nếu có)'. */
  readonly optional?: boolean;
};

export type RequestLead = {
  readonly lead: string;
  readonly field: string;
  readonly partners: readonly string[];
};

export type RequestGroup = {
  /** 'UBND các xã, thị trấn'. */
  readonly recipients: string;
  /** 'Kế hoạch số 14/KH-UBND ngày 15/01/2024 của UBND huyện về …': what the results are measured against. */
  readonly plan?: string;
  /** Reports what group n (from 1) reports for its own agency, then the parts below. */
  readonly sameAs?: number;
  readonly parts: readonly RequestPart[];
  /** The whole sentence above the parts, where an office writes its own. */
  readonly intro?: string;
  readonly leads: readonly RequestLead[];
};

export type RequestDocumentInput = {
  readonly issuer: string;
  /** How the issuer speaks of itself in the text: 'UBND huyện'. */
  readonly issuerInText: string;
  readonly superior: string | null;
  readonly number: string | null;
  readonly symbol: string;
  readonly place: string;
  readonly day: Day | null;
  readonly month?: { readonly year: number; readonly month: number };
  /** After V/v: 'báo cáo công tác cải cách hành chính quý I năm 2024'. */
  readonly subject: string;
  /** Of what the figures are: 'CCHC quý I năm 2024'. */
  readonly figuresOf: string;
  /** Lines of Kính gửi. */
  readonly recipients: readonly string[];
  /** With their opening word: 'Thực hiện Công văn số …', 'Căn cứ …'. */
  readonly bases: readonly string[];
  /** 'Để có cơ sở báo cáo UBND tỉnh kết quả …'. */
  readonly purpose?: string;
  /** 'các cơ quan, đơn vị, UBND các xã, thị trấn'. */
  readonly obliged: string;
  readonly groups: readonly RequestGroup[];
  readonly window: Window;
  /** In place of the explicit days: '01 tháng 12 của năm trước kỳ báo cáo đến …'. */
  readonly windowWording?: string;
  /** 'trước ngày 01/3/2024', as it was ordered. */
  readonly deadline: string;
  /** Where groups of recipients have deadlines of their own: everybody by name, with the words of each deadline. */
  readonly deadlines?: readonly { readonly recipients: readonly string[]; readonly wording: string }[];
  /** 'Phòng Nội vụ'; null when reports go to the issuer itself. */
  readonly receiver: string | null;
  readonly signature: Signature;
  readonly copies: readonly string[];
  readonly draft: boolean;
  readonly illustration: boolean;
};

const partLine = (part: RequestPart): string => {
  const tail = [
    part.optional ? '(nếu có)' : undefined,
    part.reference ? `(${part.reference})` : undefined,
  ].filter(Boolean);
  const fields = part.fields?.length
    ? `: ${part.fields.map((field, i) => `(${i + 1}) ${field}`).join('; ')}`
    : '';
  return `- ${[part.title + fields, ...tail].join(' ')}.`;
};

const lower = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase('vi-VN') + words.slice(1) : words;

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;

/** One line per lead unit, its own fields first, then those that it shares with partners. */
const leadLines = (leads: readonly RequestLead[]): string[] => {
  const units = [...new Set(leads.map((one) => one.lead))];
  return units.map((unit) => {
    const own = leads.filter((one) => one.lead === unit && !one.partners.length);
    const shared = leads.filter((one) => one.lead === unit && one.partners.length);
    const sentences = [
      ...(own.length > 1 ? [`Báo cáo các tiêu chí: ${own.map((one) => one.field).join(', ')}`] : []),
      ...(own.length === 1 ? [`Báo cáo tiêu chí ${own[0]!.field}`] : []),
      ...shared.map((one) => `Chủ trì phối hợp với ${joined(one.partners)} báo cáo tiêu chí ${one.field}`),
    ];
    return `- ${unit}: ${sentences.join('; ')}.`;
  });
};

const intro = (group: RequestGroup): string => {
  if (group.intro) return group.intro;
  if (group.sameAs !== undefined) {
    const own = `Ngoài việc báo cáo các nội dung CCHC tại cơ quan theo quy định tại mục ${group.sameAs}`;
    const asked = joined(group.parts.map((part) => lower(part.title) + (part.optional ? ' (nếu có)' : '')));
    return asked
      ? `${own}, báo cáo ${asked}${group.leads.length ? ', cụ thể:' : '.'}`
      : `${own}, báo cáo lĩnh vực được phân công chủ trì thực hiện, cụ thể:`;
  }
  const results = group.plan
    ? `Trên cơ sở kết quả CCHC thực tế đạt được trong triển khai thực hiện ${group.plan}, `
    : '';
  return `${results}${group.recipients} báo cáo các nội dung sau:`;
};

const groupBlocks = (group: RequestGroup, index: number): Block[] => [
  heading(2, String(index + 1), `${group.recipients}:`),
  paragraph(intro(group)),
  // With `sameAs` the parts are inside the sentence, as the letter has them.
  ...(group.sameAs === undefined ? group.parts.map((part) => paragraph(partLine(part))) : []),
  ...leadLines(group.leads).map((line) => paragraph(line)),
];

const basisBlocks = (bases: readonly string[]): Block[] => {
  // NĐ 30/2020: "căn cứ" are italic lines; an opening "Thực hiện công văn …" is a part of the text.
  const grounds = bases.filter((one) => /^căn cứ/i.test(one));
  const opening = bases.filter((one) => !/^căn cứ/i.test(one));
  return [
    ...(grounds.length ? [{ kind: 'legal-basis', items: grounds } as const] : []),
    ...opening.map((one) => paragraph(`${one.trim().replace(/[;.,]+$/, '')};`)),
  ];
};

const sendingBlocks = ({
  issuerInText: we,
  receiver,
  deadline,
  deadlines,
}: RequestDocumentInput): Block[] => {
  const open = `Các cơ quan, đơn vị gửi báo cáo về ${we}${receiver ? ` (qua ${receiver})` : ''}`;
  if (!deadlines || deadlines.length < 2)
    return [paragraph(`${open} `, text(`${deadline}.`, { bold: true }))];
  return [
    paragraph(`${open}, thời hạn gửi như sau:`),
    ...deadlines.map(({ recipients, wording }, i) =>
      paragraph(
        `- ${recipients.join(', ')}: `,
        text(`${wording}${i < deadlines.length - 1 ? ';' : '.'}`, { bold: true }),
      ),
    ),
  ];
};

/** The công văn that orders the reports, in the words that offices use for it. */
export const requestDocument = (input: RequestDocumentInput): DocumentTree => {
  const { issuerInText: we, obliged, window } = input;
  const days = input.windowWording ?? `từ ${officialDay(window.from)} đến ${officialDay(window.to)}`;
  const order = `${we} yêu cầu ${obliged} báo cáo như sau:`;
  const n = input.groups.length;
  return {
    kind: 'công văn',
    head: {
      superior: input.superior,
      body: input.issuer,
      number: input.draft ? null : input.number,
      symbol: input.symbol,
      place: input.place,
      day: input.day,
      ...(input.month ? { month: input.month } : {}),
      regarding: input.subject,
    },
    kinhGui: input.recipients,
    blocks: closeBody([
      ...basisBlocks(input.bases),
      paragraph(input.purpose ? `${input.purpose.replace(/[,;.]+$/, '')}, ${order}` : order),
      ...input.groups.flatMap(groupBlocks),
      heading(2, String(n + 1), `Thời hạn chốt số liệu báo cáo ${input.figuresOf}:`),
      paragraph(`Thời gian chốt số liệu tính ${days}.`),
      heading(2, String(n + 2), 'Thời gian gửi báo cáo'),
      ...sendingBlocks(input),
      paragraph(`${we} yêu cầu ${obliged} nghiêm túc thực hiện.`),
    ]),
    annexes: [],
    signature: input.signature,
    noiNhan: input.copies,
    marks: { draft: input.draft, illustration: input.illustration },
  };
};
