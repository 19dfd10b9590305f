import type { WriteContext } from '../http/context.ts';
import { acknowledgeRequest } from '../report/acknowledge.ts';
import { answerPinOfReport } from '../report/answerPin.ts';
import { beginReceivingReport } from '../report/beginReceiving.ts';
import { giveReasonFor } from '../report/giveReason.ts';
import { passReportToSign } from '../report/passToSign.ts';
import { receiveReport } from '../report/receive.ts';
import { registerReport } from '../report/register.ts';
import { returnReportToUnit } from '../report/returnReport.ts';
import { saveHeld } from '../report/save.ts';
import { sendReportBack } from '../report/sendBack.ts';
import { signReport } from '../report/sign.ts';
import {
  contentOf,
  contentsOf,
  evidenceOf,
  hashOfContent,
  sectionsOf,
  shownOf,
} from '../report/views/contents.ts';
import { loadReport } from '../report/views/load.ts';
import type { StoryStep } from './story/step.ts';

type At = { readonly campaignId: string; readonly unitId: string };

const saveWith = async (
  ctx: WriteContext,
  at: At,
  step: Extract<StoryStep, { verb: 'save' }>,
): Promise<void> => {
  const now = await contentsOf(ctx, at.campaignId, at.unitId);
  const cells = new Map(now.cells.map((c) => [`${c.form}/${c.row}/${c.column}`, c.version]));
  const words = new Map(now.words.map((w) => [w.section, w.version]));
  await saveHeld(ctx, at, {
    cells: step.cells.map((c) => ({ ...c, version: cells.get(`${c.form}/${c.row}/${c.column}`) ?? 0 })),
    words: step.words.map((w) => ({
      section: w.section,
      kind: w.kind,
      doc: w.doc,
      version: words.get(w.section) ?? 0,
    })),
  });
};

const signAsSeen = async (ctx: WriteContext, at: At): Promise<void> => {
  const loaded = await loadReport(ctx, at.campaignId, at.unitId);
  const sections = await sectionsOf(ctx, loaded);
  const contents = shownOf(sections, await contentsOf(ctx, at.campaignId, at.unitId));
  await signReport(ctx, at, hashOfContent(contentOf(loaded, contents, await evidenceOf(ctx, at))));
};

/** One step of the story through the verb it names: facts, receipts and notices are the real ones. */
export const replay = async (ctx: WriteContext, campaignId: string, step: StoryStep): Promise<void> => {
  const at = { campaignId, unitId: step.unitId };
  switch (step.verb) {
    case 'acknowledge':
      return acknowledgeRequest(ctx, at);
    case 'save':
      return saveWith(ctx, at, step);
    case 'give-reason':
      return giveReasonFor(ctx, at, step.check, step.reason);
    case 'pass-to-sign':
      return passReportToSign(ctx, at);
    case 'send-back':
      return sendReportBack(ctx, at, step.reason);
    case 'sign':
      return signAsSeen(ctx, at);
    case 'register':
      return registerReport(ctx, at, {
        number: step.number,
        symbol: step.symbol,
        day: step.day,
      });
    case 'begin-receiving':
      return beginReceivingReport(ctx, at);
    case 'receive':
      return receiveReport(ctx, at);
    case 'return':
      return returnReportToUnit(ctx, at, step.pins, step.resendBy);
    case 'answer':
      return answerPinOfReport(ctx, at, step.number, step.answer);
  }
};
