import { useState } from 'react';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import type { Desk } from '../desk/desk.ts';
import { columnNumber, isPercentCell, valueText } from '../grid/cell-text.ts';

/** 'form/row/column': the address of a figure in the words. */
export const figureText = (desk: Desk, address: string): string | undefined => {
  const [formId = '', row = '', column = ''] = address.split('/');
  const form = desk.formOf(formId);
  if (!form?.rows.some((r) => r.id === row) || !form.columns.some((c) => c.id === column)) return undefined;
  return valueText(desk.valueIn(form, row, column), isPercentCell(form, row, column));
};

/** Picks a cell or a total of the section's forms for the words. */
export const InsertFigure = ({
  desk,
  section,
  onPick,
  onClose,
}: {
  desk: Desk;
  section: UnitSection;
  onPick: (cell: string, text: string) => void;
  onClose: () => void;
}) => {
  const forms = section.forms.filter((f) => f.columns.some((c) => c.kind === 'figure'));
  const [formId, setForm] = useState(forms[0]?.id ?? '');
  const form = forms.find((f) => f.id === formId) ?? forms[0];
  const columns = form?.columns.filter((c) => c.kind === 'figure') ?? [];
  const [rowId, setRow] = useState(form?.totalRow ? 'total' : (form?.rows[0]?.id ?? ''));
  const [columnId, setColumn] = useState(columns[0]?.id ?? '');
  if (!form) return null;
  const row = form.rows.some((r) => r.id === rowId) ? rowId : (form.rows[0]?.id ?? '');
  const column = columns.some((c) => c.id === columnId) ? columnId : (columns[0]?.id ?? '');
  const address = `${form.id}/${row}/${column}`;
  const text = figureText(desk, address) ?? '';
  return (
    <Dialog
      open
      title={t('editor.insertTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn
            kind="main"
            reason={text === '' ? t('editor.insertNothing') : undefined}
            onClick={() => onPick(address, text)}
          >
            {t('editor.insert')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <p className="sec s13">{t('editor.insertText')}</p>
      {forms.length > 1 && (
        <SelectField label={t('editor.insertForm')} value={form.id} onText={setForm}>
          {forms.map((f) => (
            <option key={f.id} value={f.id}>
              {f.title}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label={t('editor.insertRow')} value={row} onText={setRow}>
        {form.rows.map((r) => (
          <option key={r.id} value={r.id}>
            {r.title}
          </option>
        ))}
      </SelectField>
      {columns.length > 1 && (
        <SelectField label={t('editor.insertColumn')} value={column} onText={setColumn}>
          {columns.map((c) => (
            <option key={c.id} value={c.id}>
              {[columnNumber(c) && `(${columnNumber(c)})`, c.group, c.title].filter(Boolean).join(' ')}
            </option>
          ))}
        </SelectField>
      )}
      <p>
        {t('editor.insertValue')}: <b className="num">{text || t('editor.insertNothing')}</b>
      </p>
    </Dialog>
  );
};
