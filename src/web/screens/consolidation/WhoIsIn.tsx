import { useState } from 'react';
import { Link } from 'wouter';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { Banner } from '../../kit/Banner.tsx';
import { type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** Which reports the totals rest on, and every unit that is not among them, with where its report stands. */
export const WhoIsIn = ({ totals }: { totals: TotalsAnswer }) => {
  const { communes, departments, missing, campaign } = totals;
  const [open, setOpen] = useState(false);
  const all = missing.length === 0;
  return (
    <Banner
      tone={all ? 'plain' : 'warn'}
      icon={all ? 'circle-check' : 'users'}
      title={t('consolidation.whoIsIn', {
        communes: `${communes.received}/${communes.obliged}`,
        departments: `${departments.received}/${departments.obliged}`,
      })}
    >
      {t('consolidation.asOf', { at: moment(totals.now, true) })}{' '}
      {!all && (
        <>
          {t('consolidation.missing', { n: missing.length })}{' '}
          <button type="button" className="lnk" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'consolidation.hideMissing' : 'consolidation.showMissing')}
          </button>
          {/* On paper the names always stand. */}
          <span className={open ? 'missing' : 'missing shut'}>
            {missing.map((unit) => (
              <span key={unit.unitId}>
                <Link href={`/xem-xet/${campaign.id}/${unit.unitId}`}>{unit.name}</Link>{' '}
                <StateChip state={unit.state as ShownState} />
              </span>
            ))}
          </span>
        </>
      )}
    </Banner>
  );
};
