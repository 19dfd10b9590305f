import type { z } from 'zod';
import type { BookSheet } from '../../../core/documents/book.ts';
import {
  compareListings,
  forecastListing,
  remediationListing,
  setListing,
} from '../../../core/documents/indexListings.ts';
import {
  type Listing,
  type ListingsInput,
  listingSheet,
  listingsDocument,
} from '../../../core/documents/listing.ts';
import { sheetListing, stageText } from '../../../core/documents/sheetListing.ts';
import { signatureOf } from '../../../core/documents/style.ts';
import { tasksListing } from '../../../core/documents/tasksListing.ts';
import { marked } from '../../../core/documents/totalsBook.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { formatAmount, multiply } from '../../../core/kernel/amount.ts';
import { partsOfDay } from '../../../core/kernel/instant.ts';
import { momentText, shortDay } from '../../../core/kernel/wording.ts';
import { REMEDY_WORDS } from '../../../core/scoring/remediate.ts';
import type { remedyFilterWire } from '../../../core/scoring/wire.ts';
import { shownTasks, type TaskFilter } from '../../../core/tasks/shown.ts';
import type { ReadContext } from '../../http/context.ts';
import { remediationAnswer } from '../../remediation/views/list.ts';
import { authorityFor, forecastAnswer } from '../../scoring/views/forecast.ts';
import { myOffices } from '../../scoring/views/offices.ts';
import { findRound, roundAnswer } from '../../scoring/views/rounds.ts';
import { setAnswer } from '../../scoring/views/sets.ts';
import { sheetAnswer } from '../../scoring/views/sheet.ts';
import { taskList } from '../../tasks/views/list.ts';
import { letterheadOf } from '../letterhead.ts';

/** One table of the index, for paper and for a spreadsheet. */
export type IndexPaper = {
  readonly kind: ListingsInput['kind'];
  /** The body whose paper it is. */
  readonly bodyId: string;
  readonly title: string;
  readonly about: readonly string[];
  readonly listings: readonly Listing[];
  readonly fileName: string;
};

const asOf = (ctx: ReadContext): string => `Số liệu tính đến ${momentText(ctx.now)}.`;

export const sheetPaper = async (ctx: ReadContext, roundId: string, unitId: string): Promise<IndexPaper> => {
  const sheet = await sheetAnswer(ctx, roundId, unitId);
  const { round, unit } = sheet;
  return {
    kind: 'phiếu chấm điểm',
    bodyId: unit.id,
    title: `Chỉ số cải cách hành chính năm ${round.year} của ${unit.name}`,
    about: [
      `${round.setTitle}, bản ${round.setVersion}. Phiếu ${stageText(sheet.stage)}; ${
        Object.values(sheet.locks)
          .map((lock) => `${lock.name} khóa lúc ${momentText(lock.at)}`)
          .join('; ') || 'chưa khóa bước nào'
      }.`,
      asOf(ctx),
    ],
    listings: [sheetListing(sheet)],
    fileName: `Phiếu chấm điểm CCHC ${round.year} ${unit.name}`,
  };
};

export const comparePaper = async (ctx: ReadContext, roundId: string): Promise<IndexPaper> => {
  const answer = await roundAnswer(ctx, roundId);
  const { round } = answer;
  return {
    kind: 'bảng tổng hợp',
    bodyId: (await findRound(ctx, roundId)).office_unit_id,
    title: `Kết quả Chỉ số cải cách hành chính năm ${round.year}`,
    about: [
      `${round.title}. ${round.setTitle}, bản ${round.setVersion}.`,
      round.decision
        ? `Công bố theo Quyết định số ${round.decision.number} ngày ${shortDay(round.decision.day)}.`
        : `Kết quả chưa công bố. ${asOf(ctx)}`,
    ],
    listings: compareListings(answer),
    fileName: `Kết quả Chỉ số CCHC ${round.year}`,
  };
};

/** The office's own paper where it sees several units; else that of the unit itself. */
const bodyOf = async (ctx: ReadContext, lines: readonly { readonly unitId: string }[]): Promise<string> => {
  const [office] = await myOffices(ctx);
  return office?.officeUnitId ?? lines[0]?.unitId ?? ctx.person.posts[0]?.unitId ?? '';
};

/** A part of a list says so: nobody takes it for the whole. */
const narrowed = (words: readonly (string | undefined)[]): string[] => {
  const said = words.filter((w) => w !== undefined && w !== '');
  return said.length > 0 ? [`Chỉ gồm: ${said.join('; ')}.`] : [];
};

export const remediationPaper = async (
  ctx: ReadContext,
  { year, unit, status }: z.infer<typeof remedyFilterWire>,
): Promise<IndexPaper> => {
  const answer = await remediationAnswer(ctx, year);
  const { all, closed, overdue } = answer.counts;
  const lines = answer.lines.filter((l) => (!unit || l.unitId === unit) && (!status || l.status === status));
  return {
    kind: 'danh sách',
    bodyId: await bodyOf(ctx, answer.lines),
    title: `Tiêu chí thấp của Chỉ số CCHC năm ${answer.year} và việc khắc phục`,
    about: [
      `Tiêu chí đạt dưới ${formatAmount(multiply(answer.share, '100'))}% điểm tối đa theo kết quả công bố năm ${answer.year}: ${all} tiêu chí, đã khắc phục ${closed}, quá hạn ${overdue}.`,
      asOf(ctx),
      ...narrowed([
        unit && answer.lines.find((l) => l.unitId === unit)?.unitName,
        status && REMEDY_WORDS[status],
      ]),
    ],
    listings: [remediationListing({ ...answer, lines })],
    fileName: `Khắc phục tiêu chí thấp ${answer.year}`,
  };
};

const SHOWS = { all: '', open: 'việc chưa hoàn thành', late: 'việc quá hạn' } as const;

export const tasksPaper = async (ctx: ReadContext, filter: TaskFilter): Promise<IndexPaper> => {
  const answer = await taskList(ctx);
  const { all, done, overdue } = answer.counts;
  return {
    kind: 'danh sách',
    bodyId: await bodyOf(ctx, answer.lines),
    title: 'Nhiệm vụ được giao và tiến độ thực hiện',
    about: [
      `${all} việc, đã hoàn thành ${done}, quá hạn ${overdue}. ${asOf(ctx)}`,
      ...narrowed([
        filter.unit && answer.lines.find((l) => l.unitId === filter.unit)?.unitName,
        SHOWS[filter.show ?? 'all'],
      ]),
    ],
    listings: [tasksListing({ ...answer, lines: shownTasks(answer.lines, filter) })],
    fileName: 'Danh sách nhiệm vụ',
  };
};

export const forecastPaper = async (ctx: ReadContext): Promise<IndexPaper> => {
  const answer = await forecastAnswer(ctx);
  return {
    kind: 'bảng tổng hợp',
    bodyId: (await authorityFor(ctx)).id,
    title: `Dự kiến tự chấm Chỉ số cải cách hành chính năm ${answer.year} của ${answer.authorityName}`,
    about: [`${answer.setTitle}. ${asOf(ctx)}`],
    listings: [forecastListing(answer)],
    fileName: `Dự kiến tự chấm CCHC ${answer.year}`,
  };
};

export const setPaper = async (
  ctx: ReadContext,
  setId: string,
  version: number | undefined,
): Promise<IndexPaper> => {
  const answer = await setAnswer(ctx, setId, version);
  const { set } = answer;
  const [office] = await myOffices(ctx);
  return {
    kind: 'bảng tổng hợp',
    bodyId: office?.officeUnitId ?? ctx.person.posts[0]?.unitId ?? '',
    title: set.title,
    about: [
      set.decision
        ? `Ban hành kèm theo Quyết định số ${set.decision.number}${set.decision.day ? ` ngày ${shortDay(set.decision.day)}` : ''}, bản ${set.version}.`
        : `Bản ${set.version}.`,
      `Tổng ${formatAmount(set.total)} điểm; ${set.areas} lĩnh vực, ${set.criteria} tiêu chí, ${set.components} tiêu chí thành phần.`,
      answer.classes.length > 0
        ? `Xếp loại: ${answer.classes.map((c) => `${c.name} từ ${formatAmount(c.from)}%`).join('; ')}.`
        : '',
    ],
    listings: [setListing(answer)],
    fileName: `Bộ tiêu chí ${set.id}`,
  };
};

export const treeOf = async (ctx: ReadContext, paper: IndexPaper): Promise<DocumentTree> => {
  const letterhead = await letterheadOf(ctx, paper.bodyId);
  const { year, month } = partsOfDay(ctx.today);
  const { superior, body, bodyInText, place, style } = letterhead;
  return listingsDocument({
    kind: paper.kind,
    head: { superior, body, bodyInText, place, month: { year, month } },
    title: paper.title,
    about: paper.about,
    listings: paper.listings,
    signature: signatureOf(style.signatures.report, null),
    illustration: ctx.services.mode === 'demo',
  });
};

export const sheetsOf = (ctx: ReadContext, paper: IndexPaper): BookSheet[] =>
  marked(
    paper.listings.map((listing) => listingSheet(listing, paper.title, paper.about.join(' '))),
    ctx.services.mode === 'demo',
  );
