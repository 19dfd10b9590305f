import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import type { ChangeAnswer } from '../../../core/consolidation/answers.ts';
import { formatAmount } from '../../../core/kernel/amount.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import { IconBtn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import type { IconName } from '../../kit/icons.ts';
import { type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { t } from '../../texts/text.ts';
import type { UnitPart } from './ChangeDialog.tsx';
import { cellWords } from './cell-words.ts';
import { TakeBack } from './TakeBack.tsx';

export const amountOf = (cell: Cell | Computed): string | undefined =>
  cell.kind === 'amount' || cell.kind === 'incomplete' ? cell.amount : undefined;

/** Not in the total, by the state of its report or by a person. A lead's whole-area figure never is. */
export const isOut = (unit: UnitPart): boolean => !unit.counted && unit.scope !== 'area';

const shareOf = (cell: Cell | Computed, of: number): number => {
  const amount = Number(amountOf(cell) ?? 0);
  return of > 0 ? Math.max(0, (amount / of) * 100) : 0;
};

const Note = ({ icon, tone, children }: { icon: IconName; tone?: 'warn'; children: ReactNode }) => (
  <p className={tone === 'warn' ? 't-warn' : undefined}>
    <Icon name={icon} />
    <span>{children}</span>
  </p>
);

const lookWords = (unit: UnitPart): string => {
  const { look } = unit;
  if (!look) return '';
  const words = (n: number): string => formatAmount(n.toFixed(1));
  if (look.kind === 'far') return t('consolidation.lookFar', { z: words(look.z) });
  return look.times >= 1
    ? t('consolidation.lookJump', { times: words(look.times) })
    : t('consolidation.lookDrop', { times: formatAmount(look.times.toFixed(2)) });
};

const correctionWords = (unit: UnitPart, change: ChangeAnswer, ratio: boolean): string =>
  unit.corrected.length === 1 && change.reported && change.amount === amountOf(unit.value)
    ? t('consolidation.correctedWhy', {
        reported: cellWords(change.reported, ratio),
        reason: change.reason,
        by: change.by,
      })
    : t('consolidation.correctedPart', { reason: change.reason, by: change.by });

export type LineProps = {
  unit: UnitPart;
  campaignId: string;
  ratio: boolean;
  largest: number;
  sum: number;
  /** Whether the caller may open the unit's whole report. */
  opens: boolean;
  mayChange: boolean;
  onChange: (unit: UnitPart) => void;
};

/** One unit's part: value, share, last period, what to look at, and what was changed with its reason (G1 G2). */
export const UnitLine = ({
  unit,
  campaignId,
  ratio,
  largest,
  sum,
  opens,
  mayChange,
  onChange,
}: LineProps) => {
  const out = isOut(unit);
  const amount = amountOf(unit.value);
  const share = !ratio && !out && amount !== undefined && unit.scope !== 'area' && sum > 0;
  const inside = (
    <>
      <span className="un">{unit.name}</span>
      {out ? (
        <span className="where">
          {unit.leftOut ? (
            <span className="outw">
              <Icon name="circle-minus" /> {t('consolidation.leftOut')}
            </span>
          ) : (
            <StateChip state={unit.state as ShownState} />
          )}
        </span>
      ) : (
        <span className="bar" aria-hidden="true">
          {amount !== undefined && !ratio && (
            <i style={{ '--v': `${Math.round(shareOf(unit.value, largest))}%` } as CSSProperties} />
          )}
        </span>
      )}
      {unit.value.kind === 'nil' && !out ? (
        <StateChip state="nil" />
      ) : (
        <b className={amount === undefined ? 'mut' : 'num'}>{cellWords(unit.value, ratio)}</b>
      )}
      <small className="num las">{unit.last ? cellWords(unit.last, ratio) : ''}</small>
    </>
  );
  return (
    <li className={out ? 'outx' : undefined}>
      <div className="ln">
        {opens ? (
          <Link href={`/xem-xet/${campaignId}/${unit.unitId}#bieu-${unit.at.form}`}>{inside}</Link>
        ) : (
          <span className="lnx">{inside}</span>
        )}
        {mayChange && unit.scope !== 'area' && !unit.leftOut && (
          <IconBtn
            icon="sliders-horizontal"
            label={t('consolidation.changeOf', { unit: unit.name })}
            onClick={() => onChange(unit)}
          />
        )}
      </div>
      {share && (
        <span className="vh">
          {t('consolidation.share', { n: formatAmount(shareOf(unit.value, sum).toFixed(1)) })}
        </span>
      )}
      {unit.look && (
        <Note icon="triangle-alert" tone="warn">
          {lookWords(unit)}
        </Note>
      )}
      {unit.cell.kind === 'amount' && 'estimate' in unit.cell && unit.cell.estimate && (
        <Note icon="circle-dot">{t('consolidation.estimate')}</Note>
      )}
      {unit.value.kind === 'incomplete' && (
        <Note icon="triangle-alert" tone="warn">
          {t('consolidation.incompleteUnit', { n: unit.value.missing })}
        </Note>
      )}
      {unit.note && <Note icon="message-square">{unit.note}</Note>}
      {unit.leftOut && (
        <Note icon="circle-minus">
          {t(unit.leftOut.form ? 'consolidation.leftOutForm' : 'consolidation.leftOutWhy', {
            reason: unit.leftOut.reason,
            by: unit.leftOut.by,
          })}{' '}
          {mayChange && <TakeBack campaignId={campaignId} change={unit.leftOut} />}
        </Note>
      )}
      {unit.corrected.map((change) => (
        <Note key={change.id} icon="pencil-line">
          {correctionWords(unit, change, ratio)}{' '}
          {mayChange && <TakeBack campaignId={campaignId} change={change} />}
        </Note>
      ))}
    </li>
  );
};
