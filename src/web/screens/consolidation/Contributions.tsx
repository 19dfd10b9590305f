import { useEffect, useMemo, useRef, useState } from 'react';
import type { ContributionAnswer, TotalForm, TotalsAnswer } from '../../../core/consolidation/answers.ts';
import { compare } from '../../../core/kernel/amount.ts';
import { matches } from '../../../core/kernel/search.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { TextField } from '../../kit/Field.tsx';
import { View } from '../../kit/places.tsx';
import { compareText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { ChangeDialog, type UnitPart } from './ChangeDialog.tsx';
import { cellWords, differenceWords } from './cell-words.ts';
import { type Choice, queryOf } from './choice.ts';
import type { Line } from './lines.ts';
import { amountOf, isOut, type LineProps, UnitLine } from './UnitLine.tsx';

/** Counted ones first, the largest on top; then those that say nil, then those that are not in the total. */
const inOrder = (units: readonly UnitPart[]): UnitPart[] => {
  const rank = (u: UnitPart): number => (u.counted ? (amountOf(u.value) === undefined ? 1 : 0) : 2);
  return [...units].sort((a, b) => {
    const [x, y] = [amountOf(a.value), amountOf(b.value)];
    return (
      rank(a) - rank(b) ||
      (x !== undefined && y !== undefined ? compare(y, x) : 0) ||
      compareText(a.name, b.name)
    );
  });
};

const numberOf = (unit: UnitPart): number => Number(amountOf(unit.value) ?? 0);
const WHO_GAVE = {
  commune: 'consolidation.whoGave',
  agency: 'consolidation.whoGaveAgencies',
  area: 'consolidation.whoGaveLeads',
} as const;
const SLICE = 100;
/** More units than one reads through: then a name is looked for. */
const MANY = 40;

const Units = ({ units, ...line }: { units: readonly UnitPart[] } & Omit<LineProps, 'unit'>) => {
  const [shown, setShown] = useState(SLICE);
  return (
    <>
      <ol className="who">
        {units.slice(0, shown).map((unit) => (
          <UnitLine key={unit.unitId} unit={unit} {...line} />
        ))}
      </ol>
      {units.length > shown && (
        <Btn small kind="quiet" className="morew" onClick={() => setShown(shown + SLICE)}>
          {t('consolidation.more', { n: Math.min(SLICE, units.length - shown) })}
        </Btn>
      )}
    </>
  );
};

const Scope = ({
  title,
  note,
  units,
  ...line
}: { title: string; note?: string; units: readonly UnitPart[] } & Omit<
  LineProps,
  'unit' | 'largest' | 'sum'
>) => {
  const sorted = useMemo(() => inOrder(units), [units]);
  if (units.length === 0) return null;
  const counting = units.filter((u) => u.counted || u.scope === 'area').map(numberOf);
  const measure = {
    largest: counting.reduce((a, b) => Math.max(a, b), 0),
    sum: counting.reduce((a, b) => a + b, 0),
  };
  const out = sorted.filter(isOut);
  return (
    <section>
      <h3>{title}</h3>
      {note && <p className="s13 sec nt">{note}</p>}
      <Units units={sorted.filter((u) => !isOut(u))} {...measure} {...line} />
      {out.length > 0 && (
        <>
          <h4>{t('consolidation.notCounted', { n: out.length })}</h4>
          <Units units={out} {...measure} {...line} />
        </>
      )}
    </section>
  );
};

/** Who gave what to one total: each unit's part, who says nil, who is not in it and why, what to look at (G1). */
export const Contributions = ({
  totals,
  choice,
  form,
  line,
  onClose,
}: {
  totals: TotalsAnswer;
  choice: Choice;
  form: TotalForm;
  line: Line;
  onClose: () => void;
}) => {
  const { spot, cell, ratio } = line;
  const campaignId = totals.campaign.id;
  const query = new URLSearchParams({ form: spot.form, row: spot.row, column: spot.column });
  const given = useResource<ContributionAnswer>(
    `/api/campaigns/${campaignId}/contributions?${query}&${queryOf(choice, campaignId)}`,
  );
  const [changing, setChanging] = useState<UnitPart | undefined>(undefined);
  const [find, setFind] = useState('');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Under the table on narrow screens: the panel then comes to the reader.
    panel.current?.focus({ preventScroll: matchMedia('(min-width: 75rem)').matches });
  }, [spot.form, spot.row, spot.column]);
  const all = given.data?.units ?? [];
  const own = all.filter((u) => u.scope === line.scope);
  // A lead's figure is never added: what it says stands.
  const counted = line.scope === 'area' ? own : own.filter((u) => u.counted);
  const of = (scope: UnitPart['scope']): UnitPart[] =>
    all.filter((u) => u.scope === scope && matches(u.name, find));
  const lineProps = {
    campaignId,
    ratio,
    opens: totals.place.whole !== null,
    mayChange: totals.may.includes('correct'),
    onChange: setChanging,
  };
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
                {t(WHO_GAVE[line.scope], {
                  n: counted.filter((u) => amountOf(u.value) !== undefined).length,
                  nil: counted.filter((u) => u.value.kind === 'nil').length,
                  out: own.length - counted.length,
                })}
              </>
            )}
          </p>
        </div>
        <p className="tot num">{cellWords(line.main, ratio)}</p>
        <IconBtn icon="x" label={t('common.close')} onClick={onClose} />
      </header>
      <View of={given}>
        {(data) => (
          <>
            {data.units.length > MANY && (
              <div className="pad">
                <TextField label={t('consolidation.findUnit')} value={find} onText={setFind} type="search" />
              </div>
            )}
            <Scope title={t('consolidation.communeLevel')} units={of('commune')} {...lineProps} />
            <Scope title={t('consolidation.districtLevel')} units={of('agency')} {...lineProps} />
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
              {...lineProps}
            />
            {data.compared && (
              <p className="s12 sec foot-n">
                {t('consolidation.last', {
                  title: data.compared.title,
                  value: line.cell.last ? cellWords(line.cell.last, ratio) : '–',
                })}
              </p>
            )}
            {changing && (
              <ChangeDialog
                campaignId={campaignId}
                unit={changing}
                ratio={ratio}
                mayWhole={totals.place.whole === 'change'}
                onClose={() => setChanging(undefined)}
              />
            )}
          </>
        )}
      </View>
    </section>
  );
};
