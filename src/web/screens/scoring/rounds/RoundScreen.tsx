import { useState } from 'react';
import { useParams } from 'wouter';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { View } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { Takeaway } from '../Takeaway.tsx';
import { AreaCompare, Heat, Ranking, Years } from './Compare.tsx';
import { ContextDialog } from './ContextDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { VersionDialog } from './RoundActs.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';
import '../sheet/sheet.css';

type Dialog = 'survey' | 'context' | 'version' | 'publish';

/** The units of a round side by side: places, areas, years; and what the office does with the whole round. */
const RoundScreen = () => {
  const { roundId } = useParams<{ roundId: string }>();
  const round = useResource<RoundAnswer>(`/api/rounds/${roundId}`);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { data } = round;
  const done = (next: RoundAnswer): void => {
    void round.mutate(next, { revalidate: false });
    setDialog(null);
  };
  const act = data && { answer: data, onClose: () => setDialog(null), onDone: done };
  return (
    <ScoringPage
      title={data?.round.title ?? t('scoring.round')}
      note={
        data &&
        (data.round.decision
          ? t('scoring.publishedBy', {
              number: data.round.decision.number,
              day: shortDay(data.round.decision.day),
            })
          : t('scoring.setAt', { set: data.round.setTitle, version: data.round.setVersion }))
      }
      actions={
        <>
          {data?.may.includes('survey') && (
            <Btn icon="clipboard-paste" onClick={() => setDialog('survey')}>
              {t('scoring.surveyEnter')} ({t('scoring.surveyNote', data.survey)})
            </Btn>
          )}
          {data?.may.includes('set-context') && data.context.length > 0 && (
            <Btn onClick={() => setDialog('context')}>
              {t('scoring.contextTitle')} (
              {t('scoring.contextNote', {
                given: data.context.filter((c) => c.value !== null).length,
                asked: data.context.length,
              })}
              )
            </Btn>
          )}
          {data && <Takeaway of={`/api/rounds/${data.round.id}/comparison`} />}
          {data?.may.includes('publish') && (
            <Btn kind="main" icon="stamp" onClick={() => setDialog('publish')}>
              {t('scoring.publish')}
            </Btn>
          )}
        </>
      }
    >
      <View of={round}>
        {(answer) => (
          <>
            {answer.newest > answer.round.setVersion && answer.may.includes('move-version') && (
              <Banner
                tone="info"
                actions={
                  <Btn small onClick={() => setDialog('version')}>
                    {t('scoring.seeVersion')}
                  </Btn>
                }
              >
                {t('scoring.newVersion', { n: answer.newest, now: answer.round.setVersion })}
              </Banner>
            )}
            {answer.decision && (
              <Banner
                tone="info"
                actions={
                  <Btn small href={`/van-thu/so/${answer.decision.unitId}`}>
                    {t('scoring.decisionOpen')}
                  </Btn>
                }
              >
                {t(answer.decision.state === 'draft' ? 'scoring.decisionDraft' : 'scoring.decisionSigned')}
              </Banner>
            )}
            <div className="sc-grid">
              <div className="sc-cols">
                <Ranking answer={answer} />
                <Heat answer={answer} />
                <Years answer={answer} />
              </div>
              <aside className="sc-aside">
                <AreaCompare answer={answer} />
              </aside>
            </div>
          </>
        )}
      </View>
      {act && dialog === 'survey' && <SurveyDialog {...act} />}
      {act && dialog === 'context' && <ContextDialog {...act} />}
      {act && dialog === 'version' && <VersionDialog {...act} />}
      {act && dialog === 'publish' && <PublishDialog {...act} />}
    </ScoringPage>
  );
};

export default RoundScreen;
