import { useState } from 'react';
import { formatAmount, parseAmount } from '../../../core/kernel/amount.ts';
import type { ColumnSet } from '../../../core/template/edit.ts';
import { formulaText } from '../../../core/template/ruleSource.ts';
import type { Column, Form } from '../../../core/template/template.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { CheckField, Field, SelectField, TextField } from '../../kit/Field.tsx';
import { t } from '../../texts/text.ts';
import { KIND_OF_COLUMN } from './form-words.ts';
import { faultOf, MeaningNote } from './MeaningNote.tsx';
import type { DraftHand } from './useTemplateDraft.ts';

const amountOf = (text: string): string | null | undefined => (text.trim() === '' ? null : parseAmount(text));

/** One column of a form. */
export const ColumnDialog = ({
  hand,
  form,
  column,
  onClose,
}: {
  hand: DraftHand;
  form: Form;
  /** undefined: a new column. */
  column: Column | undefined;
  onClose: () => void;
}) => {
  const [title, setTitle] = useState(column?.title ?? '');
  const [number, setNumber] = useState(column?.number ?? '');
  const [group, setGroup] = useState(column?.group ?? '');
  const [kind, setKind] = useState<Column['kind']>(column?.kind ?? 'figure');
  const [choices, setChoices] = useState((column?.choices ?? []).join('\n'));
  const [indicator, setIndicator] = useState(column?.indicator ?? '');
  const [stock, setStock] = useState(column?.stock ?? false);
  const [optional, setOptional] = useState(column?.optional ?? false);
  const [wide, setWide] = useState(column?.wide ?? false);
  const [min, setMin] = useState(column?.min ? formatAmount(column.min) : '');
  const [max, setMax] = useState(column?.max ? formatAmount(column.max) : '');
  const [formula, setFormula] = useState(column?.formula ? formulaText(form, column.formula) : '');
  const [least, most] = [amountOf(min), amountOf(max)];
  const figure = kind === 'figure';
  const save = async (anew: boolean): Promise<void> => {
    if (least === undefined || most === undefined) return;
    const set: ColumnSet & { title: string; kind: Column['kind'] } = {
      title,
      kind,
      number: number.trim() || null,
      group: group.trim() || null,
      choices:
        kind === 'choice'
          ? choices
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean)
          : null,
      indicator: indicator.trim() || null,
      stock,
      optional,
      wide,
      min: figure ? least : null,
      max: figure ? most : null,
      formula: figure ? formula.trim() || null : null,
    };
    const answer = await hand.edit.run(
      column
        ? { do: 'column-change', form: form.id, column: column.id, set, anew }
        : { do: 'column-add', form: form.id, set: anew ? { ...set, indicator: null } : set },
    );
    if (answer.ok) onClose();
  };
  const wrong = (amount: string | null | undefined) =>
    amount === undefined ? t('templates.amountWrong') : undefined;
  return (
    <Dialog
      open
      wide
      title={t(column ? 'templates.columnEdit' : 'templates.columnAdd')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn kind="main" busy={hand.edit.busy} onClick={() => void save(false)}>
            {t('common.save')}
          </Btn>
        </>
      }
    >
      <div className="tpl-form">
        <div className="wide">
          <TextField label={t('templates.columnTitle')} value={title} onText={setTitle} required />
        </div>
        <TextField label={t('templates.columnNumber')} value={number} onText={setNumber} />
        <TextField
          label={t('templates.columnGroup')}
          hint={t('templates.columnGroupHint')}
          value={group}
          onText={setGroup}
        />
        <SelectField
          label={t('templates.kind')}
          value={kind}
          onText={(value) => setKind(value as Column['kind'])}
        >
          {(Object.keys(KIND_OF_COLUMN) as Column['kind'][]).map((key) => (
            <option key={key} value={key}>
              {t(KIND_OF_COLUMN[key])}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('templates.indicator')}
          hint={t('templates.indicatorHint')}
          value={indicator}
          onText={setIndicator}
        />
        {kind === 'choice' && (
          <div className="wide">
            <Field label={t('templates.choices')} hint={t('templates.choicesHint')}>
              {(control) => (
                <textarea
                  {...control}
                  className="inp"
                  rows={4}
                  value={choices}
                  onInput={(event) => setChoices(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
        )}
        {figure && (
          <>
            <TextField
              label={t('templates.least')}
              value={min}
              onText={setMin}
              error={wrong(least)}
              figures
            />
            <TextField label={t('templates.most')} value={max} onText={setMax} error={wrong(most)} figures />
            <div className="wide">
              <TextField
                label={t('templates.formula')}
                hint={t('templates.formulaHint')}
                error={faultOf(hand.edit.failure)}
                value={formula}
                onText={setFormula}
                spellCheck={false}
              />
            </div>
          </>
        )}
        <div className="wide checks">
          {figure && <CheckField label={t('templates.stock')} checked={stock} onCheck={setStock} />}
          <CheckField label={t('templates.columnOptional')} checked={optional} onCheck={setOptional} />
          <CheckField label={t('templates.columnWide')} checked={wide} onCheck={setWide} />
        </div>
      </div>
      <MeaningNote failure={hand.edit.failure} busy={hand.edit.busy} onAnew={() => void save(true)} />
    </Dialog>
  );
};
