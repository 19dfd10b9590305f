import { memo, useState } from 'react';
import type { PeriodAnswer, TotalForm } from '../../../core/consolidation/answers.ts';
import { formatAmount, isZero, subtract } from '../../../core/kernel/amount.ts';
import type { Aggregation } from '../../../core/template/template.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Table } from '../../kit/Table.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t, useLanguage } from '../../texts/text.ts';
import { amountWords, cellWords, differenceWords, isFigure, periodWords } from './cell-words.ts';
import { isWide, type Line, linesOf, type Spot, sameSpot } from './lines.ts';
import { WideRows } from './WideRows.tsx';

/** Rules other than adding are said where the units are counted: nobody takes the largest for a sum. */
const RULE_WORDS: Readonly<Partial<Record<Aggregation, PlainKey>>> = {
  max: 'consolidation.ruleMax',
  'count-of-ones': 'consolidation.ruleOnes',
  list: 'consolidation.ruleList',
};

const WITH_FIGURE = {
  commune: 'consolidation.communesWithFigure',
  agency: 'consolidation.agenciesWithFigure',
  area: 'consolidation.leadsWithFigure',
} as const;

const Source = ({ line }: { line: Line }) => {
  const { cell } = line;
  if (line.ratio) return <span className="mut">{t('consolidation.fromTotals')}</span>;
  // A computed figure has no units of its own: it stands on the totals of others.
  if (cell.units + cell.nil === 0)
    return <span className="mut">{isFigure(line.main) ? t('consolidation.fromTotals') : '–'}</span>;
  const rule = RULE_WORDS[line.rule];
  return (
    <>
      {[
        line.rule === 'latest' && cell.from ? t('consolidation.ruleLatest', { unit: cell.from }) : '',
        rule ? t(rule) : '',
        cell.units > 0 ? t(WITH_FIGURE[line.scope], { n: cell.units }) : '',
        cell.nil > 0 ? t('consolidation.nilCount', { n: cell.nil }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    </>
  );
};

const Incomplete = ({ cell }: { cell: Line['cell']['commune'] }) =>
  cell.kind === 'incomplete' ? (
    <span className="sub t-warn">{t('consolidation.incomplete', { n: cell.missing })}</span>
  ) : null;

/** Somebody says that nothing arose, and nobody says more. */
const isNil = ({ commune, agency }: Line['cell']): boolean => {
  const said = [commune, agency].filter((one) => one !== null && one.kind !== 'empty');
  return said.length > 0 && said.every((one) => one?.kind === 'nil');
};

/** Nothing but "không phát sinh" does not become a zero. */
const Total = ({ line: { cell, ratio } }: { line: Line }) => {
  if (cell.total === null) return <span className="mut">{ratio ? t('consolidation.notAdded') : '–'}</span>;
  if (isNil(cell)) return <span className="mut">{t('consolidation.nilShort')}</span>;
  return <b className="big">{amountWords(cell.total, ratio)}</b>;
};

const Area = ({ line }: { line: Line }) => {
  const { area, difference } = line.cell;
  if (!area || area.kind === 'empty') return <span className="mut">–</span>;
  return (
    <>
      {cellWords(area, line.ratio)}
      {difference !== null && !isZero(difference) && (
        <span className="sub t-err">
          {t('consolidation.differs', { difference: differenceWords(difference) })}
        </span>
      )}
      {difference !== null && isZero(difference) && (
        <span className="sub t-ok">{t('consolidation.agrees')}</span>
      )}
    </>
  );
};

/** What the totals stand beside; a sum of some units is not set against the sum of all. */
type Compared = PeriodAnswer & { readonly whole: boolean };

/** The period beside, named every time and with the change; never added (G8). */
const Last = ({ line, compared }: { line: Line; compared: Compared }) => {
  const { main } = line;
  const { last } = line.cell;
  if (!last || !isFigure(last)) return null;
  const value = cellWords(last, line.ratio);
  const title = periodWords(compared);
  const both = (compared.whole || line.ratio) && main.kind === 'amount' && last.kind === 'amount';
  return (
    <span className="sub">
      {both
        ? t('consolidation.lastChange', {
            title,
            value,
            change: differenceWords(subtract(main.amount, last.amount)),
          })
        : t('consolidation.last', { title, value })}
    </span>
  );
};

const LineRow = ({
  line,
  on,
  compared,
  onPick,
}: {
  line: Line;
  on: boolean;
  compared: Compared | null;
  onPick: (spot: Spot) => void;
}) => {
  const { cell, ratio } = line;
  const last = compared && <Last line={line} compared={compared} />;
  return (
    <tr className={on ? 'on' : undefined}>
      <th scope="row">
        <button type="button" className="pickt" aria-pressed={on} onClick={() => onPick(line.spot)}>
          {line.title}
        </button>
        {line.group && <span className="sub">{line.group}</span>}
      </th>
      <td className="s13 sec num un">
        {line.parts ? `${formatAmount(line.parts.of)}/${formatAmount(line.parts.by)}` : line.unit}
      </td>
      <td className="r" data-l={t('consolidation.communeLevel')}>
        {line.scope === 'commune' ? (
          <>
            <span className={isFigure(cell.commune) ? 'big' : 'mut'}>{cellWords(cell.commune, ratio)}</span>
            <Incomplete cell={cell.commune} />
            {last}
          </>
        ) : (
          <span className="mut">–</span>
        )}
      </td>
      <td className="r" data-l={t('consolidation.districtLevel')}>
        {cell.agency && cell.agency.kind !== 'empty' ? (
          cellWords(cell.agency, ratio)
        ) : (
          <span className="mut">–</span>
        )}
        {line.scope === 'agency' && last}
      </td>
      <td className="r" data-l={t('consolidation.total')}>
        <Total line={line} />
      </td>
      <td className="r ar" data-l={t('consolidation.area')}>
        <Area line={line} />
        {line.scope === 'area' && last}
      </td>
      <td className="so s13" data-l={t('consolidation.source')}>
        <Source line={line} />
      </td>
    </tr>
  );
};

const FormRows = ({
  form,
  picked,
  compared,
  onPick,
}: {
  form: TotalForm;
  picked: Spot | undefined;
  compared: Compared | null;
  onPick: (spot: Spot) => void;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <tbody>
      <tr className="g">
        <th scope="rowgroup" colSpan={7}>
          {form.sectionNumber}. {form.sectionTitle} <span>{form.title}</span>
          {isWide(form) && (
            <button type="button" className="lnk" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name={open ? 'chevron-up' : 'chevron-down'} />{' '}
              {t(open ? 'consolidation.closeRows' : 'consolidation.openRows', {
                n: form.rows.filter((r) => r.id !== 'total').length,
              })}
            </button>
          )}
        </th>
      </tr>
      {open && (
        <tr className="widerow">
          <td colSpan={7}>
            <WideRows form={form} picked={picked} onPick={onPick} />
          </td>
        </tr>
      )}
      {linesOf(form).map((line) => (
        <LineRow
          key={`${line.spot.row}/${line.spot.column}`}
          line={line}
          on={sameSpot(picked, line.spot)}
          compared={compared}
          onPick={onPick}
        />
      ))}
    </tbody>
  );
};

/** Totals by indicator: communes, agencies, both, and the lead's whole-area figure beside, never added (G1). */
export const TotalsTable = memo(
  ({
    forms,
    picked,
    compared,
    whole,
    onPick,
  }: {
    forms: readonly TotalForm[];
    picked: Spot | undefined;
    compared: PeriodAnswer | null;
    /** Every obliged unit is in: only then the change of a sum says something. */
    whole: boolean;
    onPick: (spot: Spot) => void;
  }) => {
    useLanguage();
    const beside = compared && { ...compared, whole };
    return (
      <Table caption={t('consolidation.tableCaption')} className="ind">
        <thead>
          <tr>
            <th>{t('consolidation.indicator')}</th>
            <th>{t('consolidation.unitOrParts')}</th>
            <th className="r">{t('consolidation.communeLevel')}</th>
            <th className="r">{t('consolidation.districtLevel')}</th>
            <th className="r">{t('consolidation.total')}</th>
            <th className="r">{t('consolidation.area')}</th>
            <th>{t('consolidation.source')}</th>
          </tr>
        </thead>
        {forms.map((form) => (
          <FormRows key={form.id} form={form} picked={picked} compared={beside} onPick={onPick} />
        ))}
      </Table>
    );
  },
);
