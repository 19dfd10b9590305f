import { useMemo } from 'react';
import { officialDay, shortDay } from '../../../../core/kernel/wording.ts';
import { Page } from '../../../frame/Page.tsx';
import { useSession } from '../../../http/session.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Paper } from '../../../kit/Paper.tsx';
import { t } from '../../../texts/text.ts';
import { VersionsSheet } from '../amend/VersionsSheet.tsx';
import { CampaignStateChip } from '../campaign-state.tsx';
import { RequestParts } from '../draft/RequestParts.tsx';
import { type Given, LetterPaper, NOTHING_GIVEN } from '../letter/LetterPaper.tsx';
import { letterOfCampaign } from '../letter/letter-of.ts';
import { NO_LETTER, numberValues } from '../letter/numbered.ts';
import { useEnds } from '../letter/useEnds.ts';
import { TasksSheet } from '../tasks/TasksSheet.tsx';
import { CampaignPath } from './CampaignPath.tsx';
import { DraftNext } from './DraftNext.tsx';
import { IssueSheet } from './IssueSheet.tsx';
import { SignBar } from './SignBar.tsx';
import type { StepProps } from './step-props.ts';

/** A request that is not in hand any more: read, signed, numbered or issued. Only what the person may do is offered. */
export const ReadPage = ({ campaign, onAnswer, onStale }: StepProps) => {
  const { nav } = useSession().me;
  const letter = letterOfCampaign(campaign);
  const reading = letter?.reading;
  const { words } = campaign.request;
  const numbered = useMemo(() => (reading ? numberValues(reading, words) : NO_LETTER), [reading, words]);
  // What văn thư gave stands where the letter had left a blank.
  const given = useMemo<Given>(() => {
    const { number, documentDay } = campaign;
    if (number === null || documentDay === null) return NOTHING_GIVEN;
    return { number, date: officialDay(documentDay).split(' ')[1] ?? '' };
  }, [campaign.number, campaign.documentDay]);
  const ends = useEnds();
  const issued = campaign.state === 'issued' || campaign.state === 'closed';
  const step = { campaign, onAnswer, onStale };
  return (
    <Page
      title={campaign.title}
      bare
      className="lt-main"
      context={
        <section className="ctx rq-ctx" aria-label={campaign.title}>
          <p className="ctx-t">
            <b>{campaign.title}</b> <CampaignStateChip state={campaign.state} />
            {campaign.number && campaign.documentDay && (
              <span className="tag num">
                {t('requests.numberDay', {
                  number: `${campaign.number}/${campaign.symbol ?? ''}`,
                  day: shortDay(campaign.documentDay),
                })}
              </span>
            )}
            {letter?.fileName && !issued && (
              <span className="tag">
                <Icon name="file-text" /> {letter.fileName}
              </span>
            )}
          </p>
          <div className="end">
            <Paper small of={`/api/campaigns/${campaign.id}/request`} label={t('requests.print')} />
            {campaign.may.includes('amend') && (
              <Btn small icon="pencil" href={`/yeu-cau/${campaign.id}/dieu-chinh`}>
                {t('amend.open')}
              </Btn>
            )}
            {campaign.may.includes('draft-next') && <DraftNext campaign={campaign} />}
            {issued && nav.includes('board') && (
              <Btn small icon="layout-grid" href={`/theo-doi/${campaign.id}`}>
                {t('requests.toBoard')}
              </Btn>
            )}
            {issued && nav.includes('consolidation') && (
              <Btn small icon="sigma" href={`/tong-hop/${campaign.id}`}>
                {t('requests.toTotals')}
              </Btn>
            )}
          </div>
        </section>
      }
      foot={
        campaign.may.includes('sign') || campaign.may.includes('send-back') ? (
          <SignBar {...step} />
        ) : undefined
      }
    >
      <h1 className="vh">{campaign.title}</h1>
      <div
        className={`lt${reading ? '' : ' one'}${campaign.may.includes('issue') ? ' act' : ''}`}
        {...ends.touch}
      >
        {reading && <LetterPaper letter={reading} numbered={numbered} ends={ends} given={given} />}
        <div className="draft">
          {campaign.may.includes('issue') && <IssueSheet {...step} />}
          <CampaignPath campaign={campaign} />
          <VersionsSheet campaign={campaign} />
          {campaign.may.includes('give-tasks') && <TasksSheet campaignId={campaign.id} />}
          <RequestParts
            campaign={campaign}
            request={campaign.request}
            letter={reading}
            numbered={numbered}
            ends={ends}
            settled
            edit={undefined}
          />
        </div>
      </div>
    </Page>
  );
};
