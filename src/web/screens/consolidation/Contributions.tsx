import { type CSSProperties, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ContributionAnswer, TotalForm } from '../../../core/consolidation/answers.ts';
import { compare } from '../../../core/kernel/amount.ts';
import type { Cell } from '../../../core/template/cell.ts';
import type { Computed } from '../../../core/template/compute.ts';
import { useResource } from '../../http/useResource.ts';
import { IconBtn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { View } from '../../kit/places.tsx';
import { type ShownState, StateChip } from '../../kit/StateChip.tsx';
import { compareText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { cellWords, differenceWords } from './cell-words.ts';
import type { Line } from './lines.ts';

type Unit = ContributionAnswer['units'][number];
const amountOf = (cell: Cell | Computed): string | undefined =>
  cell.kind === 'amount' || cell.kind === 'incomplete' ? cell.amount : undefined;

/** Not in the total: its report was not received. A lead's whole-area figure never is, whatever its state. */
const isOut = (unit: Unit): boolean => !unit.counted && unit.scope !== 'area';

/** Counted ones first, the largest on top; then those that say nil, then those that are not in the total. */
const inOrder = (units: readonly Unit[]): Unit[] => {
  const rank = (u: Unit): number => (u.counted ? (amountOf(u.cell) === undefined ? 1 : 0) : 2);
  return [...units].sort((a, b) => {
    const [x, y] = [amountOf(a.cell), amountOf(b.cell)];
    return (
      rank(a) - rank(b) ||
      (x !== undefined && y !== undefined ? compare(y, x) : 0) ||
      compareText(a.name, b.name)
    );
  });
};

const shareOf = (cell: Cell | Computed, largest: number): string => {
  const amount = Number(amountOf(cell) ?? 0);
  return `${largest > 0 ? Math.max(0, Math.round((amount / largest) * 100)) : 0}%`;
};

const UnitLine = ({
  unit,
  campaignId,
  ratio,
  largest,
}: {
  unit: Unit;
  campaignId: string;
  ratio: boolean;
  largest: number;
}) => {
  const out = isOut(unit);
  const amount = amountOf(unit.cell);
  return (
    <li className={out ? 'outx' : undefined}>
      <Link href={`/xem-xet/${campaignId}/${unit.unitId}`}>
        <span className="un">{unit.name}</span>
        {out ? (
          <span className="where">
            <StateChip state={unit.state as ShownState} />
          </span>
        ) : (
          <span className="bar" aria-hidden="true">
            {amount !== undefined && !ratio && (
              <i style={{ '--v': shareOf(unit.cell, largest) } as CSSProperties} />
            )}
          </span>
        )}
        {unit.cell.kind === 'nil' && !out ? (
          <StateChip state="nil" />
        ) : (
          <b className={amount === undefined ? 'mut' : 'num'}>{cellWords(unit.cell, ratio)}</b>
        )}
      </Link>
      {unit.cell.kind === 'amount' && 'estimate' in unit.cell && unit.cell.estimate && (
        <p>
          <Icon name="circle-dot" />
          <span>{t('consolidation.estimate')}</span>
        </p>
      )}
      {unit.cell.kind === 'incomplete' && (
        <p className="t-warn">
          <Icon name="triangle-alert" />
          <span>{t('consolidation.incompleteUnit', { n: unit.cell.missing })}</span>
        </p>
      )}
      {unit.note && (
        <p>
          <Icon name="message-square" />
          <span>{unit.note}</span>
        </p>
      )}
    </li>
  );
};

const Scope = ({
  title,
  note,
  units,
  ...line
}: {
  title: string;
  note?: string;
  units: readonly Unit[];
  campaignId: string;
  ratio: boolean;
}) => {
  if (units.length === 0) return null;
  const largest = Math.max(
    0,
    ...units.filter((u) => u.counted || u.scope === 'area').map((u) => Number(amountOf(u.cell) ?? 0)),
  );
  return (
    <section>
      <h3>{title}</h3>
      {note && <p className="s13 sec nt">{note}</p>}
      <ol className="who">
        {inOrder(units)
          .filter((u) => !isOut(u))
          .map((unit) => (
            <UnitLine key={unit.unitId} unit={unit} largest={largest} {...line} />
          ))}
      </ol>
      {units.some(isOut) && (
        <>
          <h4>{t('consolidation.notCounted', { n: units.filter(isOut).length })}</h4>
          <ol className="who">
            {inOrder(units)
              .filter(isOut)
              .map((unit) => (
                <UnitLine key={unit.unitId} unit={unit} largest={largest} {...line} />
              ))}
          </ol>
        </>
      )}
    </section>
  );
};

/** Who gave what to one total: each unit's part, who says nil, who is not in it yet and why (G1). */
export const Contributions = ({
  campaignId,
  form,
  line,
  onClose,
}: {
  campaignId: string;
  form: TotalForm;
  line: Line;
  onClose: () => void;
}) => {
  const { spot, cell, ratio } = line;
  const query = new URLSearchParams({ form: spot.form, row: spot.row, column: spot.column });
  const given = useResource<ContributionAnswer>(`/api/campaigns/${campaignId}/contributions?${query}`);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Under the table on narrow screens: the panel then comes to the reader.
    panel.current?.focus({ preventScroll: matchMedia('(min-width: 75rem)').matches });
  }, [spot.form, spot.row, spot.column]);
  const counted = (given.data?.units ?? []).filter((u) => u.scope === 'commune' && u.counted);
  const of = (scope: Unit['scope']): Unit[] => (given.data?.units ?? []).filter((u) => u.scope === scope);
  return (
    <section className="sheet drill" ref={panel} tabIndex={-1} aria-labelledby="drill-title">
      <header>
        <div>
          <h2 id="drill-title">{line.title}</h2>
          <p className="s13 sec">
            {[line.group, form.title].filter(Boolean).join(', ')}
            {given.data && (
              <>
                <br />
                {t('consolidation.whoGave', {
                  n: counted.filter((u) => amountOf(u.cell) !== undefined).length,
                  nil: counted.filter((u) => u.cell.kind === 'nil').length,
                  out: of('commune').length - counted.length,
                })}
              </>
            )}
          </p>
        </div>
        <p className="tot num">{cellWords(cell.commune, ratio)}</p>
        <IconBtn icon="x" label={t('common.close')} onClick={onClose} />
      </header>
      <View of={given}>
        {() => (
          <>
            <Scope
              title={t('consolidation.communeLevel')}
              units={of('commune')}
              campaignId={campaignId}
              ratio={ratio}
            />
            <Scope
              title={t('consolidation.districtLevel')}
              units={of('agency')}
              campaignId={campaignId}
              ratio={ratio}
            />
            <Scope
              title={t('consolidation.area')}
              note={[
                cell.difference === null
                  ? t('consolidation.areaNote')
                  : t('consolidation.areaDiffers', { difference: differenceWords(cell.difference) }),
                of('commune').some(isOut)
                  ? t('consolidation.areaPartial', { n: of('commune').filter(isOut).length })
                  : '',
              ].join(' ')}
              units={of('area')}
              campaignId={campaignId}
              ratio={ratio}
            />
          </>
        )}
      </View>
    </section>
  );
};
