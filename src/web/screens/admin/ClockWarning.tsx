import type { ClockAnswer } from '../../../core/directory/answers.ts';
import { useResource } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { length } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** Wherever the administrator is: a clock that is wrong makes receipts that do not hold up in a dispute (E10). */
export const ClockWarning = () => {
  const { data } = useResource<ClockAnswer>('/api/clock');
  if (!data) return null;
  return (
    <>
      {!data.apart.synchronised && (
        <Banner
          tone="err"
          icon="alarm-clock"
          title={t('admin.clockApart', { length: length(Math.abs(data.apart.ms)) })}
        >
          {t('admin.clockApartText')}
        </Banner>
      )}
      {data.kept === false && (
        <Banner tone="err" icon="alarm-clock" title={t('admin.clockUnkept')}>
          {t('admin.clockUnkeptText')}
        </Banner>
      )}
    </>
  );
};
