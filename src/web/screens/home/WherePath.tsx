import type { CampaignHead, PathStep, ReportAnswer } from '../../../core/report/answers.ts';
import { progressOf } from '../../../core/report/gaps.ts';
import { useResource } from '../../http/useResource.ts';
import { Path, type Step } from '../../kit/Path.tsx';
import { Loading, View } from '../../kit/places.tsx';
import { listText, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { filledOf } from '../review/filled.ts';
import { committeeOf } from './letter-words.ts';

/** The stage that a state stands at: request, draft, sign, registry, receive. */
const STAGE: Readonly<Record<ReportAnswer['state'], number>> = {
  'not-opened': 1,
  drafting: 1,
  returned: 1,
  'awaiting-signature': 2,
  signed: 3,
  submitted: 4,
  received: 5,
};

const stepsOf = (report: ReportAnswer): Step[] => {
  const last = (type: string): PathStep | undefined => report.path.filter((s) => s.type === type).at(-1);
  const here = STAGE[report.state];
  const at = (stage: number): Step['state'] => (stage < here ? 'done' : stage === here ? 'here' : 'next');
  const acknowledged = last('report.acknowledged');
  const progress = progressOf(report.sections, filledOf(report));
  const share = `${progress.asked ? Math.floor((progress.filled / progress.asked) * 100) : 0}%`;
  const passed = last('report.passedToSign');
  const signed = last('report.signed');
  const begun = last('report.receivingBegun');
  const received = last('report.received');
  const sent = report.receipts[0];
  const drafters = report.people.preparers;
  const steps: Step[] = [
    {
      state: 'done',
      title: t('home.stepRequest', { name: committeeOf(report.campaign.authorityName) }),
      note: acknowledged
        ? t('home.stepAcknowledged', { at: moment(acknowledged.at) })
        : report.state === 'not-opened'
          ? t('home.stepNotAcknowledged')
          : undefined,
    },
    {
      state: at(1),
      title: drafters.length ? t('home.stepDraft', { names: listText(drafters) }) : t('home.stepDraftNobody'),
      note: t('home.stepFilled', { share }),
    },
    {
      state: at(2),
      title: t('home.stepSign', { names: listText(report.people.signers) }),
      note:
        here === 2 && passed
          ? t('home.stepPassed', { at: moment(passed.at) })
          : here > 2 && signed
            ? t('home.stepSigned', { at: moment(signed.at) })
            : report.registrySubmits
              ? undefined
              : t('home.stepSignSubmit'),
    },
  ];
  if (report.registrySubmits)
    steps.push({
      state: at(3),
      title: t('home.stepRegistry', { names: listText(report.people.registry) }),
    });
  steps.push({
    state: at(4),
    title: t('home.stepReceive', { office: report.campaign.receiverName }),
    note:
      here === 5 && received
        ? t('home.stepReceived', { at: moment(received.at) })
        : here === 4 && begun && sent && begun.at >= sent.submittedAt
          ? t('home.stepBegun', { by: begun.by ?? report.campaign.receiverName, at: moment(begun.at) })
          : here === 4 && sent
            ? t('home.stepSubmitted', { at: moment(sent.submittedAt, true) })
            : t('home.stepReceipt'),
  });
  return steps;
};

/** "Báo cáo đang ở đâu": whose hands it has been in, is in, and will be in. */
export const WherePath = ({ campaign, unitId }: { campaign: CampaignHead; unitId: string }) => {
  const report = useResource<ReportAnswer>(`/api/reports/${campaign.id}/${unitId}`, { live: true });
  return (
    <section className="sheet">
      <div className="pad">
        <h2>{t('home.whereIs')}</h2>
        <p className="s13 sec tt">{campaign.title}</p>
        <View of={report} loading={<Loading />}>
          {(answer) => <Path steps={stepsOf(answer)} />}
        </View>
      </div>
    </section>
  );
};
