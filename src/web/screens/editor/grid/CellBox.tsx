import { memo, useLayoutEffect, useRef } from 'react';
import { sameCell } from '../../../../core/template/cell.ts';
import type { Column, Row } from '../../../../core/template/template.ts';
import { Icon } from '../../../kit/Icon.tsx';
import { Pin } from '../../../kit/Path.tsx';
import { t, useLanguage } from '../../../texts/text.ts';
import { cellKey, type Desk } from '../desk/desk.ts';
import { usePicked, useSignal } from '../desk/signals.ts';
import { readCell } from './block.ts';
import { cellLabel, cellText, columnNumber, isPercentCell, valueText } from './cell-text.ts';
import type { Shape } from './shape.ts';

type Box = {
  desk: Desk;
  shape: Shape;
  row: Row;
  column: Column;
  open: boolean;
  pin: number | undefined;
};

/** Whether it is saved, waits, was refused or has two values: an icon with its word. */
const SaveSign = ({ desk, place }: { desk: Desk; place: string }) => {
  const status = desk.entryAt(place)?.status.kind;
  if (status === 'conflict')
    return (
      <span className="sv err">
        <Icon name="users" />
        <span className="vh">{t('editor.twoValues')}</span>
      </span>
    );
  if (status === 'refused')
    return (
      <span className="sv err">
        <Icon name="cloud-off" />
        <span className="vh">{t('editor.refusedCell')}</span>
      </span>
    );
  if (status === 'waiting')
    return (
      <span className="sv">
        <Icon name="cloud-upload" />
        <span className="vh">{t('editor.waitingCell')}</span>
      </span>
    );
  return desk.isJustSaved(place) ? (
    <span className="sv ok">
      <Icon name="check" />
      <span className="vh">{t('editor.savedCell')}</span>
    </span>
  ) : null;
};

/** The same figure of the period before, small under the value; which window it is of stands over the table. */
const LastValue = ({ desk, shape, row, column }: Omit<Box, 'open' | 'pin'>) => {
  const value = desk.previousIn(shape.form, row.id, column.id);
  const text = value && valueText(value, isPercentCell(shape.form, row.id, column.id));
  return text ? (
    <small className="was num">
      <span className="vh">{t('editor.lastSame', { value: text })}</span>
      <span aria-hidden="true">{text}</span>
    </small>
  ) : null;
};

const shortLabel = (column: Column): string => {
  const number = columnNumber(column);
  const words = column.group && column.formula ? column.group : column.title;
  return number ? `(${number}) ${words}` : words;
};

/** A value that the program works out: grey, never in the way of the cursor. */
const ComputedBox = memo(({ desk, shape, row, column }: Box) => {
  useLanguage();
  const key = cellKey(shape.form.id, row.id, column.id);
  usePicked(desk, key, () => JSON.stringify([desk.valueIn(shape.form, row.id, column.id), desk.markAt(key)]));
  const value = desk.valueIn(shape.form, row.id, column.id);
  const incomplete = value.kind === 'incomplete' || value.kind === 'empty';
  const mark = desk.markAt(key);
  const label = cellLabel(shape.form, row.id, column.id);
  const total = row.id === 'total' && shape.form.totalRow;
  const sum = total ? (column.formula ? 'c sum' : 'c tc') : 'c sum';
  const word = value.kind === 'nil' || value.kind === 'not-applicable' || value.kind === 'uncomputable';
  return (
    <td
      className={`${sum}${mark ? ` ${mark}` : ''}${word ? ' word' : ''}${incomplete ? ' part' : ''}`}
      data-l={shortLabel(column)}
      data-s={column.group}
    >
      <output aria-label={`${label}, ${incomplete ? t('editor.notComplete') : t('editor.computed')}`}>
        {valueText(value, isPercentCell(shape.form, row.id, column.id))}
      </output>
      <LastValue desk={desk} shape={shape} row={row} column={column} />
    </td>
  );
});

const TypedBox = memo(({ desk, shape, row, column, open, pin }: Box) => {
  useLanguage();
  const key = cellKey(shape.form.id, row.id, column.id);
  const revision = useSignal(desk, key);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(null);
  const kind = shape.kind(row.id, column.id);
  const cell = desk.cellAt(shape.form.id, row.id, column.id);
  useLayoutEffect(() => {
    const here = field.current;
    if (!here) return;
    // Asked anew: a key may have come between the drawing and this effect, and the drawn value would take it back.
    const now = desk.cellAt(shape.form.id, row.id, column.id);
    // What is being typed means the value already: it is left alone until the cursor leaves it.
    const means = readCell(shape, row.id, column.id, here.value);
    const bare = now.kind === 'amount' ? { kind: now.kind, amount: now.amount } : now;
    if (!means || !sameCell(means, bare)) here.value = cellText(now);
    if (here instanceof HTMLTextAreaElement) {
      here.style.height = 'auto';
      here.style.height = `${here.scrollHeight}px`;
    }
  }, [revision, open]);
  const mark = desk.markAt(key);
  const status = desk.entryAt(key)?.status.kind;
  const estimate = cell.kind === 'amount' && cell.estimate === true;
  const note = desk.noteAt(key);
  const wrong = cell.kind === 'unparsed' || status === 'refused' || status === 'conflict';
  const classes = [
    'c',
    kind !== 'figure' && 'txt',
    mark ?? (wrong && 'wrong'),
    cell.kind === 'nil' && 'nil',
    cell.kind === 'not-applicable' && 'kad',
    cell.kind === 'empty' && !column.optional && 'none',
    estimate && 'est',
  ];
  const props = {
    'data-row': row.id,
    'data-col': column.id,
    'aria-label': `${cellLabel(shape.form, row.id, column.id)}${estimate ? `, ${t('state.estimate')}` : ''}`,
    'aria-invalid': mark === 'bad' || mark === 'wrong' || wrong || undefined,
    'aria-describedby': mark || status ? `m-${shape.form.id}-${row.id}` : undefined,
  };
  return (
    <td className={classes.filter(Boolean).join(' ')} data-l={shortLabel(column)}>
      {!open ? (
        <output aria-label={props['aria-label']}>
          {kind === 'figure' ? cellText(cell) : <span className="doc">{cellText(cell)}</span>}
        </output>
      ) : kind === 'choice' ? (
        <select {...props} ref={field as never} defaultValue={cellText(cell)}>
          <option value="">{t('editor.choose')}</option>
          {column.choices?.map((c) => (
            <option key={c} value={c}>
              {c}
            </option>
          ))}
        </select>
      ) : kind === 'text' ? (
        <textarea {...props} ref={field as never} rows={1} defaultValue={cellText(cell)} maxLength={10_000} />
      ) : (
        <input
          {...props}
          ref={field as never}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={cellText(cell)}
          maxLength={200}
        />
      )}
      {kind === 'figure' && <LastValue desk={desk} shape={shape} row={row} column={column} />}
      {note && (
        <span className="noted" title={note}>
          <span className="vh">{t('editor.noteHere', { note })}</span>
        </span>
      )}
      {estimate && <small className="uoc">{t('editor.estimate')}</small>}
      {pin !== undefined && <Pin n={pin} href={`#pin-${pin}`} label={t('editor.pinHere', { n: pin })} />}
      <SaveSign desk={desk} place={key} />
    </td>
  );
});

export const CellBox = (box: Box) => {
  const kind = box.shape.kind(box.row.id, box.column.id);
  if (kind === 'computed') return <ComputedBox {...box} />;
  if (kind !== 'given') return <TypedBox {...box} />;
  return (
    <td className="c giv" data-l={box.column.title}>
      <span>{box.row.given?.[box.column.id] ?? ''}</span>
    </td>
  );
};
