import { memo, useId, useLayoutEffect, useState } from 'react';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { Column, Ref, Row } from '../../../../core/template/template.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { later } from '../../../kit/later.tsx';
import { t, useLanguage } from '../../../texts/text.ts';
import { cellKey, type Desk, formKey, rowKey } from '../desk/desk.ts';
import { usePicked } from '../desk/signals.ts';
import { previousName } from '../previous-text.ts';
import type { Spread } from './block.ts';
import { CellBox } from './CellBox.tsx';
import { columnNumber, valueText } from './cell-text.ts';
import { RowMessages } from './RowMessages.tsx';
import { type Shape, shapeFor } from './shape.ts';
import { useFrozen } from './useFrozen.ts';
import { useGrid } from './useGrid.ts';

const AboutCell = later(() => import('./AboutCell.tsx').then((m) => m.AboutCell));

export type PinAt = (form: string, row: string, column: string) => number | undefined;

/** '4+5+6' under the head of a sum. */
const signature = (column: Column, shape: Shape): string | undefined => {
  const refs = column.formula && 'sum' in column.formula ? column.formula.sum : [];
  const name = (ref: Ref) => {
    const of = shape.form.columns.find((c) => c.id === ref.column);
    return of && columnNumber(of);
  };
  const names = refs.map(name);
  return names.length > 0 && names.every(Boolean) ? names.join('+') : undefined;
};

const Heads = ({ shape }: { shape: Shape }) => {
  const grouped = shape.columns.some((c) => c.group);
  const groups: { title: string | undefined; columns: Column[] }[] = [];
  for (const column of shape.columns) {
    const last = groups.at(-1);
    if (last && column.group && last.title === column.group) last.columns.push(column);
    else groups.push({ title: column.group, columns: [column] });
  }
  const head = (column: Column) => (
    <th
      key={column.id}
      scope="col"
      className={[column.formula && 'sum', column.kind !== 'figure' && 'lft'].filter(Boolean).join(' ')}
    >
      {column.title}
      {signature(column, shape) && <span className="k">{signature(column, shape)}</span>}
      {column.number && <span className="k">{column.number}</span>}
    </th>
  );
  if (!grouped)
    return (
      <thead>
        <tr>
          <th scope="col">{t('editor.rowHead')}</th>
          {shape.columns.map(head)}
        </tr>
      </thead>
    );
  return (
    <thead>
      <tr>
        <th rowSpan={2} scope="col">
          {t('editor.rowHead')}
        </th>
        {groups.map((g) => (
          <th key={g.columns[0]?.id} colSpan={g.columns.length} scope="colgroup">
            {g.title}
          </th>
        ))}
      </tr>
      <tr>{shape.columns.map(head)}</tr>
    </thead>
  );
};

/**
 * What a column of a form with words needs, in rem: figures and given values by their length, choices by the
 * longest. Columns of words and the names of the rows share the rest; under these least widths the table scrolls
 * rather than squeezing words into a column of letters.
 */
const least = (column: Column, shape: Shape): number => {
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  if (column.kind === 'choice') return longest(column.choices ?? []) * 0.42 + 2.4;
  if (column.kind === 'given')
    return longest(shape.rows.map((row) => row.given?.[column.id] ?? '')) > 6 ? 6.5 : 4.75;
  return column.kind === 'figure' ? 5 : 8.5;
};
const ROW_NAME = 9;
const leastWidth = (shape: Shape): string =>
  `${shape.columns.reduce((sum, column) => sum + least(column, shape), ROW_NAME)}rem`;

type RowProps = {
  desk: Desk;
  shape: Shape;
  row: Row;
  locked: boolean;
  pinAt: PinAt;
  asked: boolean;
  onNil: (row: string) => void;
};

/** Nothing of several figures is there yet: one press says of all that nothing arose. */
const isBlank = (desk: Desk, shape: Shape, row: string): boolean => {
  const figures = shape.columns.filter((c) => shape.kind(row, c.id) === 'figure');
  return figures.length > 1 && figures.every((c) => desk.cellAt(shape.form.id, row, c.id).kind === 'empty');
};

const RowLine = memo(({ desk, shape, row, locked, pinAt, asked, onNil }: RowProps) => {
  useLanguage();
  const total = row.id === 'total' && shape.form.totalRow === true;
  const faulty = usePicked(
    desk,
    rowKey(shape.form.id, row.id),
    () => desk.gapsOfRow(shape.form.id, row.id).length > 0,
  );
  const blank = usePicked(desk, rowKey(shape.form.id, row.id), () => isBlank(desk, shape, row.id));
  const missing = usePicked(desk, total ? formKey(shape.form.id) : '', () =>
    total ? shape.rows.filter((r) => r.id !== 'total' && desk.lacksOfRow(shape, r.id)).length : 0,
  );
  const [unfolded, setUnfolded] = useState(false);
  useLayoutEffect(() => {
    if (asked) setUnfolded(true);
  }, [asked]);
  const open = unfolded || asked || faulty;
  const folds = shape.folds && !total;
  return (
    <>
      <tr
        className={
          [total && 'total', (open || !shape.folds) && 'open'].filter(Boolean).join(' ') || undefined
        }
      >
        <th scope="row">
          <span>{row.title}</span>
          {total && missing > 0 && <small>{t('editor.totalMissing', { n: missing })}</small>}
          {row.unit && <small>{row.unit}</small>}
          {folds && !faulty && (
            <button
              type="button"
              className="lnk fold"
              aria-expanded={open}
              onClick={() => setUnfolded(!unfolded)}
            >
              {open ? t('editor.fold') : t('editor.unfold')}
              <span className="vh"> {row.title}</span>
            </button>
          )}
          {blank && !locked && (
            <button type="button" className="lnk nilb" tabIndex={-1} onClick={() => onNil(row.id)}>
              {t('editor.nilRow')}
              <span className="vh">: {row.title}</span>
            </button>
          )}
        </th>
        {shape.columns.map((column) => (
          <CellBox
            key={column.id}
            desk={desk}
            shape={shape}
            row={row}
            column={column}
            open={!locked}
            pin={pinAt(shape.form.id, row.id, column.id)}
          />
        ))}
      </tr>
      <RowMessages desk={desk} shape={shape} row={row} span={shape.columns.length + 1} onNil={onNil} />
    </>
  );
});

/** What stands for a share of the totals: its value, what it was worked out from, the same before. */
const ratioOf = (desk: Desk, shape: Shape, column: Column) => {
  const sum = (refs: readonly Ref[]): string => {
    const texts = refs.map((r) => {
      const value = desk.valueIn(shape.form, 'total', r.column);
      return value.kind === 'amount' || value.kind === 'incomplete' ? formatAmount(value.amount) : '…';
    });
    return texts.length > 1 ? `(${texts.join(' + ')})` : (texts[0] ?? '');
  };
  const formula = column.formula && 'percent' in column.formula ? column.formula.percent : undefined;
  const before = desk.previousIn(shape.form, 'total', column.id);
  return {
    text: valueText(desk.valueIn(shape.form, 'total', column.id), true),
    parts: formula && `${sum(formula.of)} / ${sum(formula.by)}`,
    before: before && before.kind !== 'empty' ? valueText(before, true) : undefined,
    mark: desk.markAt(cellKey(shape.form.id, 'total', column.id)),
  };
};

/** Percentages of the totals, each with the numbers that it was worked out from. */
const Ratios = ({ desk, shape }: { desk: Desk; shape: Shape }) => {
  const said = (): string => JSON.stringify(shape.ratios.map((column) => ratioOf(desk, shape, column)));
  usePicked(desk, formKey(shape.form.id), said);
  // A ratio that the words contradict is marked when its row is.
  usePicked(desk, rowKey(shape.form.id, 'total'), said);
  if (shape.ratios.length === 0) return null;
  return (
    <dl className="ratio">
      {shape.ratios.map((column) => {
        const { text, parts, before, mark } = ratioOf(desk, shape, column);
        return (
          <div key={column.id} className={mark}>
            <dt>{column.title}</dt>
            <dd>
              <b className="num">{text || t('editor.notComplete')}</b>{' '}
              {parts && <span className="num mut">{parts}</span>}
              {before !== undefined && (
                <span className="num mut"> · {t('editor.lastSame', { value: before })}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

const pastedText = (p: Spread): string =>
  [
    t('editor.pasted', { n: p.cells.length }),
    p.computed > 0 && t('editor.pastedComputed', { n: p.computed }),
    p.outside > 0 && t('editor.pastedOutside', { n: p.outside }),
    p.refused > 0 && t('editor.pastedRefused', { n: p.refused }),
  ]
    .filter(Boolean)
    .join(' ');

export const FormTable = ({
  desk,
  form,
  number,
  pinAt,
}: {
  desk: Desk;
  form: Shape['form'];
  number: string;
  pinAt: PinAt;
}) => {
  useLanguage();
  const shape = shapeFor(form);
  const id = useId();
  const report = desk.report.use();
  const locked = !report.may.includes('edit');
  const figures = shape.columns.filter((c) => c.kind === 'figure');
  const { window } = report.campaign;
  const last = figures.length > 0 ? report.previous : null;
  const [pasted, setPasted] = useState<Spread>();
  const [about, setAbout] = useState<{ row: string; column: string }>();
  const grid = useGrid(desk, shape, setPasted, setAbout);
  useFrozen(grid.table);
  const focus = desk.focus.use();
  const asked = focus?.form === form.id ? focus : undefined;
  // Before the browser takes the next key: what is typed right after a press on a gap belongs into its cell.
  useLayoutEffect(() => {
    if (!asked?.row || !asked.column) return;
    const { row, column } = asked;
    const field = grid.table.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row)}"][data-col="${CSS.escape(column)}"]`,
    );
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
    desk.focus.set(undefined);
  }, [asked]);
  const mark = (what: 'nil' | 'not-applicable' | 'estimate') => {
    const place = grid.current();
    if (place) grid.mark(what, place);
  };
  // The cursor stays in its cell while a button above the table is pressed.
  const stay = (event: { preventDefault(): void }): void => event.preventDefault();
  if (form.rows.length === 0)
    return (
      <section className="sheet" aria-labelledby={id}>
        <header className="bh">
          <h2 id={id}>{form.title}</h2>
        </header>
        <p className="pad sec">{t('editor.noRows')}</p>
      </section>
    );
  return (
    <section className="sheet grid" aria-labelledby={id}>
      <header className="bh">
        <h2 id={id}>{t('editor.formTitle', { number, title: form.title })}</h2>
        <p className="s12 mut">
          {[
            form.unit && `${t('editor.formUnit', { unit: form.unit })}.`,
            window && `${t('editor.window', { from: shortDay(window.from), to: shortDay(window.to) })}.`,
            last &&
              t('editor.lastFigures', {
                period: previousName(last),
                from: shortDay(last.window.from),
                to: shortDay(last.window.to),
              }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        {!locked && figures.length > 0 && (
          <div className="end marks" onMouseDown={stay} role="toolbar" aria-label={t('editor.marks')}>
            <Btn small kind="quiet" onClick={() => mark('nil')} aria-label={t('editor.markNil')}>
              KPS
            </Btn>
            <Btn small kind="quiet" onClick={() => mark('not-applicable')} aria-label={t('editor.markKad')}>
              KAD
            </Btn>
            <Btn small kind="quiet" onClick={() => mark('estimate')} aria-label={t('editor.markEstimate')}>
              {t('editor.estimate')}
            </Btn>
            <Btn
              small
              kind="quiet"
              icon="message-square"
              onClick={() => setAbout(grid.current())}
              aria-label={t('editor.aboutCell')}
            />
            <Btn small kind="quiet" icon="undo-2" onClick={grid.undo} aria-label={t('editor.undo')} />
            <Btn small kind="quiet" icon="redo-2" onClick={grid.redo} aria-label={t('editor.redo')} />
          </div>
        )}
      </header>
      <p role="status" className={pasted ? 'told s13' : 'vh'}>
        {pasted && (
          <>
            <Icon name="clipboard-paste" /> {pastedText(pasted)}{' '}
            <button
              type="button"
              className="lnk"
              onClick={() => {
                grid.undo();
                setPasted(undefined);
              }}
            >
              {t('editor.undoPaste')}
            </button>
          </>
        )}
      </p>
      <div className="scroll">
        <table
          className={`fgt${shape.folds ? ' many' : ''}${last ? ' lasts' : ''}${figures.length < shape.columns.length ? ' mixed' : ''}`}
          style={{ '--n': figures.length, '--min': leastWidth(shape) } as never}
          ref={grid.table}
          onKeyDown={grid.onKeyDown}
          onInput={grid.onInput}
          onFocus={grid.onFocusIn}
          onBlur={grid.onFocusOut}
          onMouseDown={grid.onMouseDown}
          onPaste={grid.onPaste}
          onCopy={grid.onCopy}
        >
          <caption className="vh">{t('editor.formTitle', { number, title: form.title })}</caption>
          {shape.columns.some((c) => c.kind !== 'figure') && (
            <colgroup>
              <col className="rowhead" />
              {shape.columns.map((c) => (
                <col
                  key={c.id}
                  className={c.kind}
                  style={c.kind === 'text' ? undefined : { width: `${least(c, shape)}rem` }}
                />
              ))}
            </colgroup>
          )}
          <Heads shape={shape} />
          <tbody>
            {shape.rows.map((row) => (
              <RowLine
                key={row.id}
                desk={desk}
                shape={shape}
                row={row}
                locked={locked}
                pinAt={pinAt}
                asked={asked?.row === row.id}
                onNil={grid.nilRow}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Ratios desk={desk} shape={shape} />
      {about && <AboutCell desk={desk} shape={shape} place={about} onClose={() => setAbout(undefined)} />}
      {!locked && figures.length > 0 && <p className="legend s12 mut">{t('editor.legend')}</p>}
    </section>
  );
};
