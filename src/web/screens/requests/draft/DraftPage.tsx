import { useMemo } from 'react';
import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import {
  gapsOfRequest,
  REQUEST_PARTS,
  type RequestGap,
  recipientsOf,
} from '../../../../core/campaign/request.ts';
import { Page } from '../../../frame/Page.tsx';
import { api } from '../../../http/api.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Paper } from '../../../kit/Paper.tsx';
import { Empty, FailureNote } from '../../../kit/places.tsx';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { LetterPaper } from '../letter/LetterPaper.tsx';
import { letterOfCampaign } from '../letter/letter-of.ts';
import { NO_LETTER, numberValues } from '../letter/numbered.ts';
import { useEnds } from '../letter/useEnds.ts';
import { SentBack } from '../steps/SentBack.tsx';
import { TasksSheet } from '../tasks/TasksSheet.tsx';
import { DraftBar } from './DraftBar.tsx';
import { FromLast, OutlineText } from './FromLast.tsx';
import { LookFirst } from './LookFirst.tsx';
import { partAnchor, partTitle } from './PartSheet.tsx';
import type { Edit } from './part-props.ts';
import { RequestParts } from './RequestParts.tsx';
import { StaleNote } from './StaleNote.tsx';
import { useChoose } from './useChoose.ts';
import { useDraft } from './useDraft.ts';

const goToPart = (anchor: string): void => {
  const part = document.getElementById(anchor);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
};
const goTo = (gap: RequestGap | undefined): void => {
  if (gap) goToPart(partAnchor(gap.part));
};

const sentenceOf = (gap: RequestGap): string => refusalText(gap.code, { part: partTitle(gap.part) });

/** Left the letter as it was written, right the draft made from it; nothing is sent from here. */
export const DraftPage = ({
  campaign,
  onAnswer,
}: {
  campaign: CampaignAnswer;
  onAnswer: (answer: CampaignAnswer) => void;
}) => {
  const draft = useDraft(campaign, onAnswer);
  const { request } = draft;
  const letter = letterOfCampaign(campaign);
  const reading = letter?.reading;
  const { words } = request;
  const numbered = useMemo(() => (reading ? numberValues(reading, words) : NO_LETTER), [reading, words]);
  const ends = useEnds();
  const choose = useChoose(campaign, reading, draft);
  const pass = useAction((version: number, key) =>
    api.post<CampaignAnswer>(`/api/campaigns/${campaign.id}/pass-to-sign`, { version }, { key }),
  );
  const gaps = gapsOfRequest(request);
  const open = gaps.filter((g) => g.code !== 'request.partNotSeen');
  const first = open[0] ?? gaps[0];
  const units = campaign.units.filter((u) => recipientsOf(request).includes(u.id)).length;
  const edit: Edit = {
    change: draft.change,
    seen: (part) => (seen) =>
      draft.change((r) => ({
        ...r,
        seen: seen ? [...r.seen.filter((p) => p !== part), part] : r.seen.filter((p) => p !== part),
      })),
  };
  const passOn = async (): Promise<void> => {
    const version = await draft.flush();
    if (version === undefined) return;
    const answer = await pass.run(version);
    if (!answer.ok) {
      // Somebody was quicker: what stands now is shown beside the refusal.
      reloadAll(`/api/campaigns/${campaign.id}`);
      return;
    }
    onAnswer(answer.data);
    reloadAll('/api/campaigns');
    void refreshSession();
  };
  return (
    <Page
      title={t('requests.draftTitle')}
      bare
      className="lt-main"
      context={<DraftBar campaign={campaign} numbered={numbered} draft={draft} fileName={letter?.fileName} />}
      foot={
        <>
          <p className="fl">
            <b>{t('requests.unitCount', { n: units })}</b> {t('requests.willReceive')}{' '}
            <span className="sec">
              {t('requests.seenOf', { n: request.seen.length, all: REQUEST_PARTS.length })},{' '}
              {open.length > 0 ? t('requests.openValues', { n: open.length }) : t('requests.onlyNumber')}
            </span>
          </p>
          <div className="end">
            <FailureNote failure={pass.failure} />
            <Paper of={`/api/campaigns/${campaign.id}/request`} label={t('requests.print')} />
            <Btn icon="save" busy={draft.state === 'saving'} onClick={() => void draft.flush()}>
              {t('requests.saveDraft')}
            </Btn>
            <Btn
              kind="main"
              icon="signature"
              busy={pass.busy}
              reason={first && sentenceOf(first)}
              onReason={() => goTo(first)}
              onClick={() => void passOn()}
            >
              {t('requests.passToSign')}
            </Btn>
          </div>
        </>
      }
    >
      <h1 className="vh">{t('requests.draftTitle')}</h1>
      {draft.stale && <StaleNote campaign={campaign} draft={draft} stale={draft.stale} />}
      {draft.state === 'refused' && (
        <Banner tone="err" title={t('requests.notSaved')}>
          <FailureNote failure={draft.failure} />
        </Banner>
      )}
      <SentBack campaign={campaign} />
      <div className="lt" {...ends.touch}>
        {reading ? (
          <LetterPaper letter={reading} numbered={numbered} ends={ends} onChoose={choose} />
        ) : campaign.last ? (
          <OutlineText campaign={campaign} />
        ) : (
          <section className="paper" aria-label={t('requests.letterText')}>
            <Empty icon="file-text" title={t('requests.noLetter')}>
              {t('requests.noLetterText')}
            </Empty>
          </section>
        )}
        <div className="draft">
          <LookFirst request={request} letter={reading} onGo={goToPart} />
          {campaign.last && <FromLast last={campaign.last} request={request} />}
          <RequestParts
            campaign={campaign}
            request={request}
            letter={reading}
            numbered={numbered}
            ends={ends}
            settled={draft.state === 'saved'}
            edit={edit}
          />
          <TasksSheet campaignId={campaign.id} />
        </div>
      </div>
    </Page>
  );
};
