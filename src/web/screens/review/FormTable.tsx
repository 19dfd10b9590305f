import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isZero } from '../../../core/kernel/amount.ts';
import type { PinPlace } from '../../../core/report/pin.ts';
import { type Cell, sameCell } from '../../../core/template/cell.ts';
import { bareNumber } from '../../../core/template/columnNumber.ts';
import { isComputed, type Values, valueAt } from '../../../core/template/compute.ts';
import type { UnitForm } from '../../../core/template/outline.ts';
import type { Column } from '../../../core/template/template.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Pin } from '../../kit/Path.tsx';
import { listText } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { CellWords, type Shown } from './CellWords.tsx';
import { cellName, columnName } from './place-words.ts';

export type CellPin = {
  readonly place: PinPlace;
  readonly n: number;
  readonly solved: boolean;
  readonly id: string;
};

type Props = {
  section: string;
  form: UnitForm;
  values: Values;
  /** Values of the sending before: what differs is drawn as a change. */
  before?: Values | undefined;
  onlyChanged: boolean;
  /** Figures of an earlier period, small under these; what they are of stands over the table. */
  last?: { readonly note: string; readonly values: Values } | undefined;
  pins: readonly CellPin[];
  selected: PinPlace | undefined;
  /** Absent where nobody may remark. */
  onSelect?: ((place: PinPlace) => void) | undefined;
};

const same = (a: Shown, b: Shown): boolean =>
  a.kind === b.kind &&
  (a.kind === 'incomplete'
    ? b.kind === 'incomplete' && a.amount === b.amount
    : a.kind === 'uncomputable' || sameCell(a as Cell, b as Cell));

const isAt = (place: PinPlace | undefined, form: string, row: string, column: string): boolean =>
  place?.kind === 'cell' && place.form === form && place.row === row && place.column === column;

const Heads = ({ form }: { form: UnitForm }) => {
  const grouped = form.columns.some((c) => c.group);
  const groups: { title: string | undefined; span: number; first: Column }[] = [];
  for (const column of form.columns) {
    const last = groups.at(-1);
    if (last && last.title === column.group && column.group) last.span++;
    else groups.push({ title: column.group, span: 1, first: column });
  }
  const head = (column: Column) => (
    <>
      {column.title}
      {column.number && <span>({bareNumber(column.number)})</span>}
    </>
  );
  if (!grouped)
    return (
      <thead>
        <tr>
          <th scope="col">{t('review.indicator')}</th>
          {form.columns.map((c) => (
            <th key={c.id} scope="col" className={c.kind === 'figure' ? undefined : 'tx'}>
              {head(c)}
            </th>
          ))}
        </tr>
      </thead>
    );
  return (
    <thead>
      <tr className="gr">
        <th rowSpan={2} scope="col">
          {t('review.indicator')}
        </th>
        {groups.map((g) =>
          g.title ? (
            <th key={g.first.id} colSpan={g.span} scope="colgroup">
              {g.title}
            </th>
          ) : (
            <th key={g.first.id} rowSpan={2} scope="col">
              {head(g.first)}
            </th>
          ),
        )}
      </tr>
      <tr>
        {form.columns
          .filter((c) => c.group)
          .map((c) => (
            <th key={c.id} scope="col">
              {head(c)}
            </th>
          ))}
      </tr>
    </thead>
  );
};

/** Where nothing came in there is no share to tell: a dash is enough, twice in each such row it would be noise. */
const nothingIn = (form: UnitForm, values: Values, row: string): boolean =>
  form.columns.every((column) => {
    if (column.kind !== 'figure' || isComputed(form, row, column.id)) return true;
    const cell = values(row, column.id);
    return cell.kind === 'nil' || (cell.kind === 'amount' && isZero(cell.amount));
  });

const hasFigures = (form: UnitForm, values: Values): boolean =>
  form.rows.some((row) =>
    form.columns.some((column) => column.kind === 'figure' && values(row.id, column.id).kind === 'amount'),
  );

/** The figure of the period beside; what was blank or nothing there is not said in every cell. */
const Before = ({ cell, percent }: { cell: Shown; percent: boolean }) =>
  cell.kind === 'amount' ? (
    <small className="was">
      <span className="vh">{t('review.lastWas')} </span>
      <CellWords cell={cell} percent={percent} />
    </small>
  ) : null;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows walk the cells; only the cell in hand is in the tab order. */
const walk = (event: KeyboardEvent<HTMLTableElement>): void => {
  const step = ARROWS[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.closest('tr');
  if (!step || !cell || !row) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr.v')];
  const next = rows[rows.indexOf(row) + step[0]];
  const to = next?.querySelectorAll('td')[[...row.querySelectorAll('td')].indexOf(cell) + step[1]];
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
};

/** A form of the report for reading: values typed and computed, what changed, where remarks stand. */
export const FormTable = ({
  section,
  form,
  values,
  before,
  onlyChanged,
  last,
  pins,
  selected,
  onSelect,
}: Props) => {
  const [all, setAll] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  // A total of the consolidation leads here: the form it rests on, which came after the address was read.
  useEffect(() => {
    if (location.hash === `#bieu-${form.id}`) table.current?.scrollIntoView();
  }, [form.id]);
  const changed = (row: string, column: string): boolean =>
    before !== undefined && !same(valueAt(form, values, row, column), valueAt(form, before, row, column));
  const folded = onlyChanged && !all;
  const rows = folded ? form.rows.filter((r) => form.columns.some((c) => changed(r.id, c.id))) : form.rows;
  const hidden = form.rows.filter((r) => !rows.includes(r));
  const first = rows[0]?.id;
  const inHand = rows.some((r) => form.columns.some((c) => isAt(selected, form.id, r.id, c.id)));
  return (
    <div
      className="scroll"
      // Without cells to walk, the box itself must be reached to be scrolled by keyboard.
      {...(onSelect ? {} : { tabIndex: 0, role: 'region', 'aria-label': form.title })}
    >
      <table
        ref={table}
        className={folded ? 'dt dt-ch' : 'dt'}
        {...(onSelect ? { role: 'grid', onKeyDown: walk } : {})}
        id={`bieu-${form.id}`}
      >
        <caption>
          {t('review.tableOf', { title: form.title })} {form.unit && <span className="mut">{form.unit}</span>}
          {last && hasFigures(form, last.values) && <span className="mut">{last.note}</span>}
        </caption>
        <Heads form={form} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === 'total' ? 'v sum' : 'v'}>
              <th scope="row">
                {row.title}
                {row.unit && <span className="mut"> ({row.unit})</span>}
              </th>
              {form.columns.map((column, at) => {
                const here = pins.filter((p) => isAt(p.place, form.id, row.id, column.id));
                const chosen = isAt(selected, form.id, row.id, column.id);
                const now = valueAt(form, values, row.id, column.id);
                const was =
                  before && changed(row.id, column.id) ? valueAt(form, before, row.id, column.id) : undefined;
                const classes = [
                  column.kind === 'figure' ? '' : 'tx',
                  was && 'ch',
                  here.length > 0 && 'pinned',
                  chosen && 'chosen',
                  isComputed(form, row.id, column.id) && 'calc',
                ];
                const place: PinPlace = {
                  kind: 'cell',
                  section,
                  form: form.id,
                  row: row.id,
                  column: column.id,
                };
                const percent = 'percent' in (column.formula ?? row.formula ?? {});
                const choose = onSelect && column.kind !== 'given' ? () => onSelect(place) : undefined;
                return (
                  <td
                    key={column.id}
                    className={classes.filter(Boolean).join(' ') || undefined}
                    data-l={columnName(column)}
                    {...(onSelect
                      ? {
                          tabIndex: chosen || (!inHand && row.id === first && at === 0) ? 0 : -1,
                          'aria-selected': chosen,
                          onFocus: choose,
                          onClick: choose,
                        }
                      : {})}
                    data-cell={`${form.id}/${row.id}/${column.id}`}
                  >
                    {was && (
                      <del>
                        <span className="vh">{t('review.was')}</span>
                        <CellWords cell={was} percent={percent} />
                      </del>
                    )}
                    {was ? (
                      <ins>
                        <span className="vh">{t('review.is')}</span>
                        <CellWords cell={now} percent={percent} />
                      </ins>
                    ) : column.kind === 'given' ? (
                      (row.given?.[column.id] ?? '')
                    ) : now.kind === 'uncomputable' && nothingIn(form, values, row.id) ? (
                      <abbr className="word mut" title={t('review.nothingToShare')}>
                        –<span className="vh"> {t('review.uncomputable')}</span>
                      </abbr>
                    ) : now.kind === 'empty' && column.optional ? null : (
                      <CellWords cell={now} percent={percent} />
                    )}
                    {last && column.kind === 'figure' && (
                      <Before cell={valueAt(form, last.values, row.id, column.id)} percent={percent} />
                    )}
                    {here.map((p) => (
                      <Fragment key={p.id}>
                        {' '}
                        <Pin
                          n={p.n}
                          solved={p.solved}
                          href={`#${p.id}`}
                          label={`${t('review.pinNumber', { n: p.n })}: ${cellName(form, row.id, column.id)}`}
                        />
                      </Fragment>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
          {hidden.length > 0 && (
            <tr className="f">
              <td colSpan={form.columns.length + 1}>
                <button type="button" className="lnk" onClick={() => setAll(true)}>
                  <Icon name="unfold-vertical" />
                  <span>
                    {t('review.rowsSame', { n: hidden.length, names: listText(hidden.map((r) => r.title)) })}
                  </span>
                </button>
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
};
