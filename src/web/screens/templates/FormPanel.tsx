import { useState } from 'react';
import type { Edit } from '../../../core/template/edit.ts';
import { formulaText } from '../../../core/template/ruleSource.ts';
import type { Check, Column, Form, Row } from '../../../core/template/template.ts';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { CheckField, TextField } from '../../kit/Field.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { t } from '../../texts/text.ts';
import { CheckDialog } from './CheckDialog.tsx';
import { ColumnDialog } from './ColumnDialog.tsx';
import { checkWords, fixedRows, KIND_OF_COLUMN, ROWS_FROM, SEVERITY } from './form-words.ts';
import { MeaningNote } from './MeaningNote.tsx';
import { RowDialog } from './RowDialog.tsx';
import type { DraftHand } from './useTemplateDraft.ts';

type Open =
  | { readonly what: 'row'; readonly row: Row | undefined }
  | { readonly what: 'column'; readonly column: Column | undefined }
  | { readonly what: 'check'; readonly check: Check | undefined }
  | { readonly what: 'form' };

/** Up, down, change, away; each names the thing it is about. */
const Acts = ({
  name,
  onUp,
  onDown,
  onEdit,
  onRemove,
}: {
  name: string;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onEdit: () => void;
  onRemove: () => void;
}) => (
  <span className="acts-in">
    {onUp && <IconBtn icon="arrow-up" label={`${t('templates.moveUp')}: ${name}`} onClick={onUp} />}
    {onDown && <IconBtn icon="arrow-down" label={`${t('templates.moveDown')}: ${name}`} onClick={onDown} />}
    <IconBtn icon="pencil" label={`${t('templates.edit')}: ${name}`} onClick={onEdit} />
    <IconBtn icon="trash-2" label={`${t('templates.remove')}: ${name}`} onClick={onRemove} />
  </span>
);

const FormDialog = ({ hand, form, onClose }: { hand: DraftHand; form: Form; onClose: () => void }) => {
  const [title, setTitle] = useState(form.title);
  const [unit, setUnit] = useState(form.unit ?? '');
  const [totalRow, setTotalRow] = useState(form.totalRow ?? false);
  const save = async (): Promise<void> => {
    const set = { title, unit: unit.trim() || null, totalRow };
    const answer = await hand.edit.run({ do: 'form-change', form: form.id, set });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      open
      title={t('templates.formEdit')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn kind="main" busy={hand.edit.busy} onClick={() => void save()}>
            {t('common.save')}
          </Btn>
        </>
      }
    >
      <div className="stack">
        <TextField label={t('templates.formTitle')} value={title} onText={setTitle} required />
        <TextField
          label={t('templates.formUnit')}
          hint={t('templates.formUnitHint')}
          value={unit}
          onText={setUnit}
        />
        <CheckField label={t('templates.formTotal')} checked={totalRow} onCheck={setTotalRow} />
      </div>
      <MeaningNote failure={hand.edit.failure} busy={false} onAnew={onClose} />
    </Dialog>
  );
};

const Rows = ({ form, run, open }: { form: Form; run: (edit: Edit) => void; open: (what: Open) => void }) => {
  if ('from' in form.rows)
    return <p className="pad sec">{t('templates.rowsFilled', { from: t(ROWS_FROM[form.rows.from]) })}</p>;
  const rows = fixedRows(form);
  return (
    <Table caption={t('templates.rows')} className="edge fold">
      <thead>
        <tr>
          <th scope="col">{t('templates.rowTitle')}</th>
          <th scope="col">{t('templates.rowUnit')}</th>
          <th scope="col">{t('templates.indicator')}</th>
          <th scope="col">{t('templates.formula')}</th>
          <th scope="col">{t('templates.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id}>
            <th scope="row">{row.title}</th>
            <td data-l={t('templates.rowUnit')}>{row.unit ?? form.unit ?? ''}</td>
            <td className="num" data-l={t('templates.indicator')}>
              {row.indicator ?? row.id}
            </td>
            <td data-l={t('templates.formula')}>
              {row.formula ? <code>{formulaText(form, row.formula)}</code> : t('templates.typed')}
            </td>
            <td>
              <Acts
                name={row.title}
                onUp={i > 0 ? () => run({ do: 'row-move', form: form.id, row: row.id, to: 'up' }) : undefined}
                onDown={
                  i < rows.length - 1
                    ? () => run({ do: 'row-move', form: form.id, row: row.id, to: 'down' })
                    : undefined
                }
                onEdit={() => open({ what: 'row', row })}
                onRemove={() => run({ do: 'row-remove', form: form.id, row: row.id })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

const Columns = ({
  form,
  run,
  open,
}: {
  form: Form;
  run: (edit: Edit) => void;
  open: (what: Open) => void;
}) => (
  <Table caption={t('templates.columns')} className="edge fold">
    <thead>
      <tr>
        <th scope="col">{t('templates.columnTitle')}</th>
        <th scope="col">{t('templates.columnNumber')}</th>
        <th scope="col">{t('templates.columnGroup')}</th>
        <th scope="col">{t('templates.kind')}</th>
        <th scope="col">{t('templates.formula')}</th>
        <th scope="col">{t('templates.actions')}</th>
      </tr>
    </thead>
    <tbody>
      {form.columns.map((column, i) => (
        <tr key={column.id}>
          <th scope="row">{column.title}</th>
          <td className="num" data-l={t('templates.columnNumber')}>
            {column.number ?? ''}
          </td>
          <td data-l={t('templates.columnGroup')}>{column.group ?? ''}</td>
          <td data-l={t('templates.kind')}>
            {t(KIND_OF_COLUMN[column.kind])}
            {column.stock && <span className="mut"> · {t('templates.stockShort')}</span>}
          </td>
          <td data-l={t('templates.formula')}>
            {column.formula ? <code>{formulaText(form, column.formula)}</code> : t('templates.typed')}
          </td>
          <td>
            <Acts
              name={column.title}
              onUp={
                i > 0
                  ? () => run({ do: 'column-move', form: form.id, column: column.id, to: 'up' })
                  : undefined
              }
              onDown={
                i < form.columns.length - 1
                  ? () => run({ do: 'column-move', form: form.id, column: column.id, to: 'down' })
                  : undefined
              }
              onEdit={() => open({ what: 'column', column })}
              onRemove={() => run({ do: 'column-remove', form: form.id, column: column.id })}
            />
          </td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Checks = ({
  form,
  run,
  open,
}: {
  form: Form;
  run: (edit: Edit) => void;
  open: (what: Open) => void;
}) =>
  form.checks.length === 0 ? (
    <p className="pad sec">{t('templates.checksNone')}</p>
  ) : (
    <ul className="tpl-checks">
      {form.checks.map((check) => {
        const said = checkWords(form, check);
        return (
          <li key={check.id}>
            <span>
              {said.charAt(0).toLocaleUpperCase('vi') + said.slice(1)}.{' '}
              <span className="sec s13">{t(SEVERITY[check.severity])}</span>
              {check.title && <span className="sec s13"> · {check.title}</span>}
            </span>
            <Acts
              name={said}
              onEdit={() => open({ what: 'check', check })}
              onRemove={() => run({ do: 'check-remove', form: form.id, check: check.id })}
            />
          </li>
        );
      })}
    </ul>
  );

/** One form of a part: its rows, its columns, and what its figures must satisfy. */
export const FormPanel = ({
  hand,
  outline,
  section,
  form,
}: {
  hand: DraftHand;
  outline: string;
  section: string;
  form: Form;
}) => {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const run = (edit: Edit): void => void hand.edit.run(edit);
  const show = (what: Open): void => {
    hand.edit.clear();
    setOpen(what);
  };
  const close = (): void => {
    hand.edit.clear();
    setOpen(undefined);
  };
  return (
    <Sheet
      title={form.title}
      note={form.unit}
      className="tpl-sheet"
      actions={
        <>
          <Btn small kind="quiet" icon="pencil" onClick={() => show({ what: 'form' })}>
            {t('templates.formEdit')}
          </Btn>
          <Btn
            small
            kind="quiet"
            icon="trash-2"
            onClick={() => run({ do: 'form-remove', outline, section, form: form.id })}
          >
            {t('templates.formRemove')}
          </Btn>
        </>
      }
    >
      <h3 className="sub">
        {t('templates.rows')}
        {!('from' in form.rows) && (
          <Btn small icon="plus" onClick={() => show({ what: 'row', row: undefined })}>
            {t('templates.rowAdd')}
          </Btn>
        )}
      </h3>
      <Rows form={form} run={run} open={show} />
      <h3 className="sub">
        {t('templates.columns')}
        <Btn small icon="plus" onClick={() => show({ what: 'column', column: undefined })}>
          {t('templates.columnAdd')}
        </Btn>
      </h3>
      <Columns form={form} run={run} open={show} />
      <h3 className="sub">
        {t('templates.checks')}
        <Btn small icon="plus" onClick={() => show({ what: 'check', check: undefined })}>
          {t('templates.checkAdd')}
        </Btn>
      </h3>
      <Checks form={form} run={run} open={show} />
      {open?.what === 'form' && <FormDialog hand={hand} form={form} onClose={close} />}
      {open?.what === 'row' && <RowDialog hand={hand} form={form} row={open.row} onClose={close} />}
      {open?.what === 'column' && (
        <ColumnDialog hand={hand} form={form} column={open.column} onClose={close} />
      )}
      {open?.what === 'check' && <CheckDialog hand={hand} form={form} check={open.check} onClose={close} />}
    </Sheet>
  );
};
