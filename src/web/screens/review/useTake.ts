import { useEffect, useState } from 'react';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import type { Answer, Failure } from '../../http/failure.ts';
import { useAction } from '../../http/useAction.ts';
import { t } from '../../texts/text.ts';

/** Begins, where nobody has, and receives: two commands under keys of one act, so that a repeat begins nothing twice. */
export const takeReport = async (
  path: string,
  begin: boolean,
  key: string,
): Promise<Answer<ReportAnswer>> => {
  if (begin) {
    const begun = await api.post<ReportAnswer>(`${path}/begin-receiving`, undefined, { key: `${key}-begin` });
    if (!begun.ok) return begun;
  }
  return api.post<ReportAnswer>(`${path}/receive`, undefined, { key });
};

export type Take = {
  /** The key T: false where it means nothing. */
  press(): boolean;
  /** It would receive at once: sent again, and every remark has its answer. */
  ready: boolean;
  said: string | undefined;
  failure: Failure | undefined;
};

/** One key receives what came back answered (E4); of anything else it says why not. */
export const useTake = (
  report: ReportAnswer,
  drafts: number,
  writing: boolean,
  onTaken: (report: ReportAnswer) => void,
): Take => {
  const [said, setSaid] = useState<string | undefined>(undefined);
  const take = useAction(({ path, begin }: { path: string; begin: boolean }, key) =>
    takeReport(path, begin, key),
  );
  useEffect(() => setSaid(undefined), [report, drafts, writing]);
  const begin = report.may.includes('begin-receiving');
  const may = begin || report.may.includes('receive');
  const answered = report.revision > 1 && report.pins.every((pin) => pin.answer !== null);
  const stop = writing
    ? t('review.openForm')
    : drafts > 0
      ? t('review.receiveHasPins', { n: drafts })
      : answered
        ? undefined
        : t('review.takeOnlyAnswered');
  const run = async (): Promise<void> => {
    const answer = await take.run({ path: `/api/reports/${report.campaign.id}/${report.unit.id}`, begin });
    if (answer.ok) onTaken(answer.data);
  };
  return {
    press: () => {
      if (!may) return false;
      setSaid(stop);
      if (stop === undefined) void run();
      return true;
    },
    ready: may && stop === undefined,
    said,
    failure: take.failure,
  };
};
