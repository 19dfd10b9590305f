import { ruleOfCheck } from '../../../core/template/check.ts';
import { bareNumber } from '../../../core/template/columnNumber.ts';
import type { UnitForm } from '../../../core/template/outline.ts';
import type { Check, Column, Form, Ref, Row, Severity } from '../../../core/template/template.ts';
import { faultText, ruleWords } from '../../rule-words.ts';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';

export const KIND_OF_COLUMN: Readonly<Record<Column['kind'], PlainKey>> = {
  figure: 'templates.kindFigure',
  text: 'templates.kindText',
  choice: 'templates.kindChoice',
  given: 'templates.kindGiven',
};

export const SEVERITY: Readonly<Record<Severity, PlainKey>> = {
  must: 'templates.severityMust',
  reason: 'templates.severityReason',
  look: 'templates.severityLook',
};

export const ROWS_FROM = {
  fixed: 'templates.rowsFixed',
  tasks: 'templates.rowsTasks',
  'low-marks': 'templates.rowsLowMarks',
  'led-criteria': 'templates.rowsLedCriteria',
} as const satisfies Readonly<Record<string, PlainKey>>;

export const fixedRows = (form: Form | UnitForm): readonly Row[] => ('from' in form.rows ? [] : form.rows);

const columnWords = (column: Column | undefined): string =>
  column?.number ? t('templates.column', { n: bareNumber(column.number) }) : `“${column?.title ?? ''}”`;

/** A place as one says it: 'cột 7', or the row's name in a form of one figure a row. */
export const placeWords =
  (form: Form) =>
  (ref: Ref): string => {
    const column = form.columns.find((c) => c.id === ref.column);
    if (ref.row === '*') return columnWords(column);
    const row =
      ref.row === 'total' ? 'Tổng cộng' : (fixedRows(form).find((r) => r.id === ref.row)?.title ?? ref.row);
    const figures = form.columns.filter((c) => c.kind === 'figure').length;
    return figures === 1 && column?.kind === 'figure'
      ? `“${row}”`
      : t('templates.cellOf', { column: columnWords(column), row });
  };

/** A check in words, or why it cannot be read. */
export const checkWords = (form: Form, check: Check): string => {
  const rule = ruleOfCheck(form, check);
  return 'fault' in rule ? faultText(rule.fault) : ruleWords(rule, placeWords(form));
};
