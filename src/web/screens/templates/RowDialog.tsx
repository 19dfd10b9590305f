import { useState } from 'react';
import { formatAmount, parseAmount } from '../../../core/kernel/amount.ts';
import type { IndicatorsAnswer } from '../../../core/template/answers.ts';
import type { RowSet } from '../../../core/template/edit.ts';
import { formulaText } from '../../../core/template/ruleSource.ts';
import type { Aggregation, Form, Row } from '../../../core/template/template.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../../kit/Field.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';
import { faultOf, MeaningNote } from './MeaningNote.tsx';
import type { DraftHand } from './useTemplateDraft.ts';

const AGGREGATIONS = {
  none: 'templates.aggregationNone',
  sum: 'templates.aggregationSum',
  'ratio-of-sums': 'templates.aggregationRatio',
  latest: 'templates.aggregationLatest',
  max: 'templates.aggregationMax',
  'count-of-ones': 'templates.aggregationOnes',
  list: 'templates.aggregationList',
} as const satisfies Record<Aggregation, PlainKey>;

/** One row of a form: an indicator that was published, or a new one. */
export const RowDialog = ({
  hand,
  form,
  row,
  onClose,
}: {
  hand: DraftHand;
  form: Form;
  /** undefined: a new row. */
  row: Row | undefined;
  onClose: () => void;
}) => {
  const known = useResource<IndicatorsAnswer>('/api/template-indicators');
  const [title, setTitle] = useState(row?.title ?? '');
  const [unit, setUnit] = useState(row?.unit ?? '');
  const [indicator, setIndicator] = useState(row?.indicator ?? '');
  const [aggregation, setAggregation] = useState<Aggregation>(row?.aggregation ?? 'none');
  const [stock, setStock] = useState(row?.stock ?? false);
  const [estimate, setEstimate] = useState(row?.estimate ?? false);
  const [max, setMax] = useState(row?.max ? formatAmount(row.max) : '');
  const [formula, setFormula] = useState(row?.formula ? formulaText(form, row.formula) : '');
  const amount = max.trim() === '' ? null : parseAmount(max);
  const choose = (code: string): void => {
    const found = known.data?.indicators.find((i) => i.indicator === code);
    setIndicator(code);
    if (!found) return;
    setTitle(found.title);
    setUnit(found.unit);
    setStock(found.stock);
  };
  const save = async (anew: boolean): Promise<void> => {
    if (amount === undefined) return;
    const set: RowSet & { title: string } = {
      title,
      unit: unit.trim() || null,
      indicator: indicator.trim() || null,
      aggregation: aggregation === 'none' && !row?.aggregation ? null : aggregation,
      stock,
      estimate,
      max: amount,
      formula: formula.trim() || null,
    };
    const answer = await hand.edit.run(
      row
        ? { do: 'row-change', form: form.id, row: row.id, set, anew }
        : {
            do: 'row-add',
            form: form.id,
            set: anew ? { ...set, indicator: null } : set,
          },
    );
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t(row ? 'templates.rowEdit' : 'templates.rowAdd')}
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
        {!row && (
          <div className="wide">
            <SelectField label={t('templates.indicatorChoose')} value={indicator} onText={choose}>
              <option value="">{t('templates.indicatorOwn')}</option>
              {known.data?.indicators
                .filter((i) => i.type === 'figure' || i.type === 'ratio')
                .map((i) => (
                  <option key={i.indicator} value={i.indicator ?? ''}>
                    {i.indicator}: {i.title} {i.unit && `(${i.unit})`}
                  </option>
                ))}
            </SelectField>
          </div>
        )}
        <div className="wide">
          <TextField label={t('templates.rowTitle')} value={title} onText={setTitle} required />
        </div>
        <TextField label={t('templates.rowUnit')} value={unit} onText={setUnit} />
        <TextField
          label={t('templates.indicator')}
          hint={t('templates.indicatorHint')}
          value={indicator}
          onText={setIndicator}
        />
        <SelectField
          label={t('templates.aggregation')}
          value={aggregation}
          onText={(value) => setAggregation(value as Aggregation)}
        >
          {(Object.keys(AGGREGATIONS) as Aggregation[]).map((key) => (
            <option key={key} value={key}>
              {t(AGGREGATIONS[key])}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('templates.most')}
          value={max}
          onText={setMax}
          error={amount === undefined ? t('templates.amountWrong') : undefined}
          figures
        />
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
        <div className="wide checks">
          <CheckField label={t('templates.stock')} checked={stock} onCheck={setStock} />
          <CheckField label={t('templates.estimate')} checked={estimate} onCheck={setEstimate} />
        </div>
      </div>
      <MeaningNote failure={hand.edit.failure} busy={hand.edit.busy} onAnew={() => void save(true)} />
    </Dialog>
  );
};
