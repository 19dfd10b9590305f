import { useState } from 'react';
import { Link } from 'wouter';
import type { TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { Banner } from '../../kit/Banner.tsx';
import { type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { TakeBack } from './TakeBack.tsx';

/** Which reports the totals rest on, and every unit that is not among them, with where its report stands. */
export const WhoIsIn = ({ totals }: { totals: TotalsAnswer }) => {
  const { communes, departments, missing, campaign, basis } = totals;
  const leftOut = totals.changes.filter((c) => c.kind === 'leave-out' && c.form === null);
  const [open, setOpen] = useState(false);
  const all = missing.length === 0;
  return (
    <Banner
      tone={all ? 'plain' : 'warn'}
      icon={all ? 'circle-check' : 'users'}
      title={t(basis === 'received' ? 'consolidation.whoIsIn' : 'consolidation.whoIsInOther', {
        communes: `${communes.received}/${communes.obliged}`,
        departments: `${departments.received}/${departments.obliged}`,
      })}
    >
      {t('consolidation.asOf', { at: moment(totals.now, true) })}{' '}
      {basis !== 'received' && <b>{t('consolidation.notReceivedNote')} </b>}
      {leftOut.map((c) => (
        <span key={c.id} className="lefto">
          {c.unitName}: {t('consolidation.leftOutWhy', { reason: c.reason, by: c.by })}{' '}
          {totals.place.whole === 'change' && totals.may.includes('leave-out') && (
            <TakeBack campaignId={campaign.id} change={c} />
          )}
        </span>
      ))}
      {!all && (
        <>
          {t('consolidation.missing', { n: missing.length })}{' '}
          <button type="button" className="lnk" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'consolidation.hideMissing' : 'consolidation.showMissing')}
          </button>
          {/* On paper the names always stand. */}
          <span className={open ? 'missing' : 'missing shut'}>
            {(open ? missing : missing.slice(0, 200)).map((unit) => (
              <span key={unit.unitId}>
                {totals.place.whole ? (
                  <Link href={`/xem-xet/${campaign.id}/${unit.unitId}`}>{unit.name}</Link>
                ) : (
                  unit.name
                )}{' '}
                <StateChip state={unit.state as ShownState} />
              </span>
            ))}
          </span>
        </>
      )}
    </Banner>
  );
};
