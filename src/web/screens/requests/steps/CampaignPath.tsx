import type { CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { CampaignState } from '../../../../core/campaign/campaign.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { Path, type Step } from '../../../kit/Path.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';

type Fact = CampaignAnswer['path'][number];

const wordsOf = (fact: Fact): string | undefined => {
  switch (fact.type) {
    case 'campaign.drafted':
      return t('requests.didDraft');
    case 'campaign.passedToSign':
      return t('requests.didPass');
    case 'campaign.sentBack':
      return t('requests.didSendBack', { reason: String(fact.data.reason ?? '') });
    case 'campaign.signed':
      return t('requests.didSign');
    case 'campaign.issued':
      return t('requests.didIssue', {
        number: `${String(fact.data.number ?? '')}/${String(fact.data.symbol ?? '')}`,
        day: typeof fact.data.day === 'string' ? shortDay(fact.data.day) : '',
        n: Number(fact.data.units ?? 0),
      });
    case 'campaign.amended':
      return t('requests.didAmend', {
        n: Number(fact.data.version ?? 1) - 1,
        number: String(fact.data.number ?? ''),
      });
    default:
      return undefined;
  }
};

const HERE: Readonly<Record<CampaignState, number>> = {
  draft: 0,
  'awaiting-signature': 1,
  signed: 2,
  issued: 3,
  closed: 3,
};

/** Who did each step and when, who holds it, and what is still to come (A10). */
export const CampaignPath = ({ campaign }: { campaign: CampaignAnswer }) => {
  const done: Step[] = campaign.path.flatMap((fact) => {
    const title = wordsOf(fact);
    return title ? [{ state: 'done' as const, title, note: `${fact.by ?? ''}, ${moment(fact.at)}` }] : [];
  });
  const coming: Step[] = [t('requests.nextDraft'), t('requests.nextSign'), t('requests.nextIssue')].flatMap(
    (title, at) =>
      at < HERE[campaign.state]
        ? []
        : [{ state: at === HERE[campaign.state] ? ('here' as const) : ('next' as const), title }],
  );
  return (
    <Sheet title={t('requests.path')} pad>
      <Path steps={[...done, ...coming]} />
    </Sheet>
  );
};
