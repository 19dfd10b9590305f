import { journalMark, receiptDocument } from '../../core/documents/receipt.ts';
import type { DocumentTree } from '../../core/documents/tree.ts';
import type { PdfSignature } from '../../core/evidence/signature.ts';
import { deadlineText } from '../../core/kernel/wording.ts';
import { inspectFile } from '../evidence/examine.ts';
import { readFileByHash } from '../evidence/files.ts';
import type { ReadContext } from '../http/context.ts';
import { notFound } from '../http/failures.ts';
import { reportAnswer } from '../report/views/answer.ts';
import { loadReport } from '../report/views/load.ts';
import { lineOfSending } from '../report/views/receiptCheck.ts';
import { letterheadOf } from './letterhead.ts';

/** Read anew for each paper: trust and revocation lists may have changed. */
const signaturesOf = async (
  { services }: ReadContext,
  { hash, name }: { readonly hash: string; readonly name: string },
): Promise<readonly PdfSignature[]> => {
  const bytes = Buffer.from(await readFileByHash(services, hash));
  return (await inspectFile(services, bytes, name)).signatures;
};

/** Giấy xác nhận of the latest sending: number, second, hash, and where anybody can check it. */
export const receiptSlip = async (
  ctx: ReadContext,
  campaignId: string,
  unitId: string,
): Promise<DocumentTree> => {
  const report = await reportAnswer(ctx, campaignId, unitId);
  const receipt = report.receipts[0];
  if (!receipt) throw notFound('receipt');
  const loaded = await loadReport(ctx, campaignId, unitId);
  const office = await letterheadOf(ctx, loaded.receiverUnitId);
  const unit = await letterheadOf(ctx, unitId);
  const firstLate = receipt.due;
  const received = report.path.findLast((p) => p.type === 'report.received');
  const { publicUrl } = ctx.services;
  const journal = await lineOfSending(ctx.db, { campaignId, unitId, revision: receipt.revision });
  return receiptDocument({
    receiptNumber: `${receipt.number}/${receipt.year}`,
    receivingUnit: office.body,
    receivingSuperior: office.superior,
    place: office.place,
    unit: report.unit.name,
    campaignTitle: report.campaign.title,
    revision: receipt.revision,
    submittedAt: receipt.submittedAt,
    deadline: { firstLate, wording: deadlineText(firstLate) },
    contentHash: receipt.contentHash,
    journal: journal ?? null,
    original: receipt.original && {
      ...receipt.original,
      signatures: { at: ctx.now, all: await signaturesOf(ctx, receipt.original) },
    },
    signedBy: {
      name: receipt.signedInPlace
        ? `${receipt.signedBy} (ký thay ${receipt.signedInPlace.forName}, văn bản số ${receipt.signedInPlace.documentNumber})`
        : receipt.signedBy,
      position: unit.signerPosition,
      at: receipt.submittedAt,
    },
    received: received ? { by: received.by ?? '', position: office.name, at: received.at } : null,
    checkCode: receipt.code,
    checkAddress: publicUrl
      ? `${publicUrl.replace(/\/+$/, '')}/kiem-tra-phieu/${encodeURIComponent(receipt.code)}?hash=${receipt.contentHash}${journal ? `&nhat-ky=${journalMark(journal)}` : ''}`
      : null,
    illustration: ctx.services.mode === 'demo',
  });
};
