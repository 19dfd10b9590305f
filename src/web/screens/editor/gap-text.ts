import { type Gap, keyOfGap } from '../../../core/report/gaps.ts';
import { fullNumber } from '../../../core/template/outlineOrder.ts';
import { t } from '../../texts/text.ts';
import { contradictionLine } from './contradiction-text.ts';
import type { Desk } from './desk/desk.ts';
import { columnName } from './grid/cell-text.ts';
import { findingText } from './grid/finding-text.ts';
import { shapeFor, typedPlace } from './grid/shape.ts';

/** One line of "Còn thiếu gì": where in bold, then what. */
export const gapLine = (desk: Desk, gap: Gap): { where: string; what: string } => {
  const { sections } = desk.report.get();
  const section = sections.find((s) => s.id === gap.sectionId);
  const number = section ? fullNumber(sections, section) : '';
  const form = section?.forms.find((f) => f.id === gap.formId);
  const where = `${number} ${section?.title ?? ''}`;
  if (gap.contradiction) return { where, what: contradictionLine(gap.contradiction) };
  if (gap.code === 'gap.copied')
    return { where, what: t('editor.copiedLine', { percent: gap.percent ?? 0 }) };
  if (gap.code === 'gap.evidence') return { where, what: t('editor.gapEvidence') };
  if (!form || !gap.rowId) return { where, what: t('editor.gapWords') };
  const row = form.rows.find((r) => r.id === gap.rowId)?.title ?? '';
  if (gap.code === 'gap.cells')
    return { where: `${number} ${row}`, what: t('editor.gapCells', { n: gap.count ?? 1 }) };
  if (!gap.finding) return { where: `${number} ${row}`, what: '' };
  const { head } = findingText(form, gap.finding, (r, c) => desk.valueIn(form, r, c));
  // The head of a contradiction names its row already.
  if (head.startsWith(row))
    return { where: `${number} ${row}`, what: head.slice(row.length).trim().replace(/\.$/, '') };
  const column = form.columns.find((c) => c.id === gap.columnId);
  const bare = head.replace(/\.$/, '');
  return {
    where: `${number} ${row}`,
    what: bare || columnName(column),
  };
};

const samePlace = (a: Gap, b: Gap): boolean =>
  a.sectionId === b.sectionId && a.formId === b.formId && a.rowId === b.rowId;

/**
 * The gap as it is now: the list is up to a quarter of a second behind the keys, and the cell it names may be filled
 * already. What is gone altogether gives way to the first that is left.
 */
const asItIs = (desk: Desk, gap: Gap): Gap => {
  desk.check();
  const now = desk.gaps.get();
  return (
    now.find((g) => samePlace(g, gap) && g.code === gap.code && keyOfGap(g) === keyOfGap(gap)) ??
    now.find((g) => samePlace(g, gap) && !g.overridden) ??
    now.find((g) => !g.overridden) ??
    gap
  );
};

/** The place to put the cursor in for a gap. */
export const placeOfGap = (desk: Desk, listed: Gap) => {
  const gap = asItIs(desk, listed);
  // A contradiction is mended in the words; its row says it too.
  const form = gap.formId && !gap.contradiction ? desk.formOf(gap.formId) : undefined;
  if (!form || !gap.rowId) return { section: gap.sectionId };
  const place = typedPlace(shapeFor(form), gap.rowId, gap.columnId ?? '');
  return { section: gap.sectionId, form: form.id, row: place.row, column: place.column };
};
