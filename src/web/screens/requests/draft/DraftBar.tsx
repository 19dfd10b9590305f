import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { clockText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import type { Numbered } from '../letter/numbered.ts';
import type { Draft } from './useDraft.ts';

const saveWords = (draft: Draft): string => {
  switch (draft.state) {
    case 'saved':
      return draft.savedAt
        ? t('requests.savedAt', { time: clockText(draft.savedAt, true) })
        : t('requests.saved');
    case 'pending':
    case 'saving':
      return t('requests.saving');
    case 'waiting':
      return t('requests.waiting');
    case 'refused':
    case 'stale':
      return t('requests.notSaved');
  }
};

/** What is in hand: the letter, what was read in it, and whether it is saved. */
export const DraftBar = ({
  campaign,
  numbered,
  draft,
  fileName,
}: {
  campaign: CampaignAnswer;
  numbered: Numbered;
  draft: Draft;
  fileName: string | null | undefined;
}) => (
  <section className="ctx rq-ctx" aria-label={t('requests.draftTitle')}>
    <p className="ctx-t">
      <b>{campaign.request.subject === null ? t('requests.newTitle') : campaign.title}</b>
      {fileName && (
        <span className="tag">
          <Icon name="file-text" /> {fileName}
        </span>
      )}
    </p>
    <p className="s13 sec">
      {numbered.marks.length > 0 &&
        t('requests.readCount', { n: numbered.marks.length, missing: numbered.gaps.length })}{' '}
      {t('requests.sentToNobody')}
    </p>
    <div className="end">
      <span className="s13 sec num" role="status">
        {saveWords(draft)}
      </span>
      <Btn small icon="file-up" href="/yeu-cau/moi">
        {t('requests.readAnother')}
      </Btn>
    </div>
  </section>
);
