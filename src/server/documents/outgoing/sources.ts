import {
  extensionLetter,
  type LetterInput,
  type ReturnedPoint,
  returnLetter,
} from '../../../core/documents/letters.ts';
import { signatureOf } from '../../../core/documents/style.ts';
import type { DocumentTree } from '../../../core/documents/tree.ts';
import { partsOfDay } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import { isOwed } from '../../../core/notifications/remind.ts';
import type { PinAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import type { PinReason } from '../../../core/report/pin.ts';
import { latestFrozen } from '../../consolidation/views/frozen.ts';
import type { ReadContext } from '../../http/context.ts';
import { notFound, refused } from '../../http/failures.ts';
import { reportAnswer } from '../../report/views/answer.ts';
import { boardRows } from '../../report/views/board.ts';
import { districtReport } from '../districtReport.ts';
import { bodyInText, letterheadOf } from '../letterhead.ts';
import { reminderLetterOf } from '../reminderLetter.ts';

/** What a person may have drafted from what the program knows. */
export type Draftable = 'extension' | 'return' | 'reminder' | 'area-report';

export type Drafted = {
  readonly bodyId: string;
  readonly subject: string;
  readonly tree: DocumentTree;
  /** The frozen version that it was drafted from. */
  readonly frozen?: number | null;
};

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

const REASONS: Readonly<Record<PinReason, string>> = {
  figures: 'Số liệu',
  evidence: 'Tài liệu kiểm chứng',
  outdated: 'Nội dung kỳ trước',
  unclear: 'Chưa rõ',
};

const numberOf = (report: ReportAnswer, id: string): string => {
  const section = report.sections.find((one) => one.id === id);
  if (!section) return '';
  const above = section.parentId === null ? '' : numberOf(report, section.parentId);
  return above ? `${above}.${section.number}` : section.number;
};

const placeOf = (report: ReportAnswer, { place }: PinAnswer): string => {
  const section = `Mục ${numberOf(report, place.section)}`;
  if (place.kind === 'section')
    return `${section}. ${report.sections.find((one) => one.id === place.section)?.title ?? ''}`.trim();
  if (place.kind === 'words') return `${section}: “${place.quote}”`;
  const form = report.sections.flatMap((one) => one.forms).find((one) => one.id === place.form);
  const row = form?.rows.find((one) => one.id === place.row)?.title ?? '';
  const column = form?.columns.find((one) => one.id === place.column)?.title ?? '';
  return `${section}, ${form?.title ?? ''}: ${row}${column ? `, cột ${column}` : ''}`;
};

const pointsOf = (report: ReportAnswer): ReturnedPoint[] =>
  report.pins
    .filter((pin) => pin.revision === report.revision)
    .map((pin) => ({
      place: placeOf(report, pin),
      reason: REASONS[pin.reason],
      sentence: pin.sentence,
    }));

const common = async (
  ctx: ReadContext,
  report: ReportAnswer,
  bodyId: string,
  note: string,
): Promise<LetterInput> => {
  const letterhead = await letterheadOf(ctx, bodyId);
  const { number, symbol, documentDay, authorityName, title } = report.campaign;
  const { year, month } = partsOfDay(ctx.today);
  return {
    head: {
      superior: letterhead.superior,
      body: letterhead.body,
      bodyInText: letterhead.bodyInText,
      symbol: letterhead.style.symbols.letter,
      place: letterhead.place,
      month: { year, month },
    },
    we: letterhead.bodyInText,
    unit: bodyInText(report.unit.name),
    subject: lower(title),
    order:
      number && documentDay
        ? `Công văn số ${number}/${symbol ?? ''} ngày ${shortDay(documentDay)} của ${bodyInText(authorityName)}`
        : null,
    note,
    signature: signatureOf(letterhead.style.signatures.letter, null),
    copies: letterhead.style.copies.letter,
    illustration: ctx.services.mode === 'demo',
  };
};

export type Wanted = {
  readonly purpose: Draftable;
  readonly campaignId: string;
  readonly unitId: string | null;
  /** Chosen by the drafter; null while nothing is frozen. */
  readonly frozen: number | null;
  /** Whom a reminder is for; null: everybody who owes. */
  readonly unitIds: readonly string[] | null;
  readonly note: string;
};

/** What goes out is a version that somebody chose; only before the first one is it the draft of the moment. */
const frozenFor = async (
  ctx: ReadContext,
  campaignId: string,
  chosen: number | null,
): Promise<number | null> => {
  const newest = await latestFrozen(ctx, campaignId);
  if (chosen === null && newest !== null) throw refused('registry.versionMissing', { newest });
  if (chosen !== null && (newest === null || chosen > newest)) throw notFound('version');
  return chosen;
};

/** The document as it would be drafted now, from facts that are kept; nothing that nobody wrote is added. */
export const draftOf = async (
  ctx: ReadContext,
  place: { readonly receiverUnitId: string; readonly authorityUnitId: string },
  { purpose, campaignId, unitId, unitIds, frozen: chosen, note }: Wanted,
): Promise<Drafted> => {
  if (purpose === 'area-report') {
    const frozen = await frozenFor(ctx, campaignId, chosen);
    const tree = await districtReport(ctx, campaignId, frozen);
    return { bodyId: place.authorityUnitId, subject: tree.head.title ?? '', tree, frozen };
  }
  if (purpose === 'reminder') {
    const owing = async () =>
      (await boardRows(ctx, { campaignId })).filter((row) => isOwed(row.state)).map((row) => row.unitId);
    const tree = await reminderLetterOf(ctx, campaignId, unitIds ?? (await owing()));
    return { bodyId: place.receiverUnitId, subject: tree.head.regarding ?? '', tree };
  }
  if (unitId === null) throw refused('registry.unitMissing', { purpose });
  const report = await reportAnswer(ctx, campaignId, unitId);
  const input = await common(ctx, report, place.receiverUnitId, note);
  if (purpose === 'extension') {
    const { extension } = report;
    if (!extension) throw refused('registry.notExtended', { unit: report.unit.name });
    const tree = extensionLetter({
      ...input,
      until: extension.until,
      before: report.campaign.deadline ?? extension.until,
      ground: extension.document,
      reason: extension.reason,
    });
    return { bodyId: place.receiverUnitId, subject: tree.head.regarding ?? '', tree };
  }
  const points = pointsOf(report);
  if (report.resendBy === null || points.length === 0)
    throw refused('registry.notReturned', { unit: report.unit.name });
  const tree = returnLetter({
    ...input,
    revision: report.revision,
    submittedAt: report.receipts[0]?.submittedAt ?? null,
    points,
    resendBy: report.resendBy,
  });
  return { bodyId: place.receiverUnitId, subject: tree.head.regarding ?? '', tree };
};
