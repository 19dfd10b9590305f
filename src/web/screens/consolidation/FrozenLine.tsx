import { Link } from 'wouter';
import type { FrozenAnswer } from '../../../core/consolidation/frozenAnswers.ts';
import { useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** Above the figures: which version is frozen, and that something came after it. */
export const FrozenLine = ({ campaignId }: { campaignId: string }) => {
  const frozen = useResource<FrozenAnswer>(`/api/campaigns/${campaignId}/frozen`);
  const [latest] = frozen.data?.versions ?? [];
  if (!latest) return null;
  const { moved } = frozen.data ?? {};
  return (
    <>
      <Banner
        icon="lock-keyhole"
        title={t('frozen.version', { n: latest.number })}
        actions={
          <span className="s13">
            {t('frozen.code')} <b className="num">{latest.code}</b>
          </span>
        }
      >
        {t('frozen.frozenBy', { at: moment(latest.at, true), name: latest.by })} {t('frozen.never')}{' '}
        {t('frozen.counted', { counted: latest.counted, obliged: latest.obliged })}{' '}
        <Link href={`/tong-hop/${campaignId}/chot`}>{t('frozen.see')}</Link>
      </Banner>
      {moved?.anything && !moved.decided && (
        <Banner tone="warn" icon="git-compare" title={t('frozen.movedShort', { n: moved.units.length })}>
          {t('frozen.movedTotalsShort', { n: moved.totals.length })}{' '}
          <Link href={`/tong-hop/${campaignId}/chot`}>{t('frozen.decideNow')}</Link>
        </Banner>
      )}
    </>
  );
};
