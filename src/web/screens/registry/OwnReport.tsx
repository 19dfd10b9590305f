import { useState } from 'react';
import { Link } from 'wouter';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { CampaignHead, ReportAnswer } from '../../../core/report/answers.ts';
import type { ReportState } from '../../../core/report/states.ts';
import { api } from '../../http/api.ts';
import { refreshSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { RegisterBox } from '../editor/RegisterBox.tsx';

/** What the book still lacks of a report, or the entry that stands in it. */
const entryWords = ({ registration }: Pick<ReportAnswer, 'registration'>): string => {
  if (!registration) return t('registry.waitsNumber');
  const entry = t('registry.entry', {
    number: `${registration.number}/${registration.symbol}`,
    day: shortDay(registration.day),
  });
  return `${entry}. ${t(registration.stamped ? 'registry.stamped' : 'registry.waitsStamped')}`;
};

/** A report of the own office: signed and waiting to go, or sent and waiting for number, date and stamped PDF. */
export const OwnReport = ({
  campaign,
  unitId,
  unitName,
  state,
}: {
  campaign: CampaignHead;
  unitId: string;
  unitName: string;
  state: ReportState;
}) => {
  const address = `/api/reports/${campaign.id}/${unitId}`;
  const report = useResource<ReportAnswer>(address);
  const [open, setOpen] = useState(false);
  const submit = useAction((_: { state: string }, key) =>
    api.post<ReportAnswer>(`${address}/submit`, undefined, { key }),
  );
  const send = async (): Promise<void> => {
    const answer = await submit.run({ state });
    if (!answer.ok) return;
    reloadAll('/api/');
    void refreshSession();
  };
  return (
    <section className="own-report">
      <div className="row">
        <div>
          <Link className="name" href={`/bao-cao/${campaign.id}/${unitId}`}>
            {unitName}
          </Link>
          <p className="s13 sec">{campaign.title}</p>
        </div>
        <StateChip state={report.data?.state ?? state} />
        <p className="s13">{report.data && entryWords(report.data)}</p>
        <div className="acts">
          {report.data?.may.includes('submit') && (
            <Btn
              kind="main"
              icon="send"
              busy={submit.busy}
              reason={report.data.registration ? undefined : refusalText('report.numberFirst')}
              onReason={() => setOpen(true)}
              onClick={() => void send()}
            >
              {t('registry.submit')}
            </Btn>
          )}
          {report.data?.may.includes('register') && (
            <Btn small icon="stamp" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(report.data.registration ? 'registry.correct' : 'registry.enter')}
            </Btn>
          )}
        </div>
      </div>
      <FailureNote failure={submit.failure} />
      {open && (
        <View of={report}>
          {(data) => (
            <RegisterBox
              campaignId={campaign.id}
              unitId={unitId}
              report={data}
              onDone={(next) => {
                void report.mutate(next, { revalidate: false });
                void refreshSession();
              }}
            />
          )}
        </View>
      )}
    </section>
  );
};
