import { type Amount, compare, subtract } from '../kernel/amount.ts';
import { addCells, isComputed, type Values, valueAt } from './compute.ts';
import type { UnitForm } from './outline.ts';
import type { Check, Ref, Severity } from './template.ts';

/** A rule that does not hold, with the numbers that say by how much. */
export type Finding = {
  readonly key: string;
  readonly severity: Severity;
  readonly formId: string;
  readonly rowId: string;
  readonly columns: readonly string[];
  readonly code: 'check.unequal' | 'check.over' | 'check.under' | 'check.unreadable' | 'check.range';
  readonly left?: Amount;
  readonly right?: Amount;
  readonly difference?: Amount;
  readonly typed?: string;
  readonly leftRefs?: readonly Ref[];
  readonly rightRefs?: readonly Ref[];
};

const holds = (op: Check['op'], left: Amount, right: Amount): boolean => {
  const order = compare(left, right);
  return op === '=' ? order === 0 : op === '<=' ? order <= 0 : order >= 0;
};

const side = (form: UnitForm, values: Values, refs: readonly Ref[], rowId: string): Amount | undefined => {
  const total = addCells(
    refs.map((ref) => valueAt(form, values, ref.row === '*' ? rowId : ref.row, ref.column)),
  );
  // A rule speaks only when all its cells are there: blanks are gaps, not contradictions.
  return total.kind === 'amount' ? total.amount : total.kind === 'nil' ? '0' : undefined;
};

const rowsOfCheck = (form: UnitForm, check: Check): readonly string[] => {
  const each = [...check.left, ...check.right].some((ref) => ref.row === '*');
  if (!each) return [check.left[0]?.row ?? ''];
  return check.rows ?? form.rows.filter((r) => r.id !== 'total').map((r) => r.id);
};

const CODE = { '=': 'check.unequal', '<=': 'check.over', '>=': 'check.under' } as const;

/** Every rule of the form that does not hold, and every typed cell that is no number or out of range. */
export const findingsOf = (form: UnitForm, values: Values): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const check of form.checks)
    for (const rowId of rowsOfCheck(form, check)) {
      const left = side(form, values, check.left, rowId);
      const right = side(form, values, check.right, rowId);
      if (left === undefined || right === undefined || holds(check.op, left, right)) continue;
      findings.push({
        key: `${form.id}:${check.id}:${rowId}`,
        severity: check.severity,
        formId: form.id,
        rowId,
        columns: [...check.left, ...check.right]
          .filter((r) => r.row === '*' || r.row === rowId)
          .map((r) => r.column),
        code: CODE[check.op],
        left,
        right,
        difference: subtract(left, right),
        leftRefs: check.left,
        rightRefs: check.right,
      });
    }
  for (const row of form.rows)
    for (const column of form.columns) {
      if (column.kind !== 'figure' || isComputed(form, row.id, column.id)) continue;
      const cell = values(row.id, column.id);
      const at = { formId: form.id, rowId: row.id, columns: [column.id], severity: 'must' as const };
      const key = `${form.id}:cell:${row.id}:${column.id}`;
      if (cell.kind === 'unparsed')
        findings.push({ ...at, key, code: 'check.unreadable', typed: cell.typed });
      else if (cell.kind === 'amount') {
        const max = row.max ?? column.max;
        const min = column.min;
        if (
          (max !== undefined && compare(cell.amount, max) > 0) ||
          (min !== undefined && compare(cell.amount, min) < 0)
        )
          findings.push({ ...at, key, code: 'check.range', left: cell.amount, right: max ?? min });
      }
    }
  return findings;
};
