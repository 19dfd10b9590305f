import type { PinPlace } from '../../../core/report/pin.ts';
import { bareNumber } from '../../../core/template/columnNumber.ts';
import type { UnitForm, UnitSection } from '../../../core/template/outline.ts';
import type { Column, Ref } from '../../../core/template/template.ts';
import { t } from '../../texts/text.ts';

/** Cut between words: half a figure would be another figure. */
const shortened = (quote: string): string =>
  quote.length > 60 ? `${quote.slice(0, 60).replace(/\s+\S*$/, '')}…` : quote;

/** Parts are numbered I–VII with 1, 2 … inside: 'II.2', for a department 'A.II.2'. */
export const sectionNumber = (sections: readonly UnitSection[], id: string): string => {
  const section = sections.find((s) => s.id === id);
  if (!section) return '';
  const above = section.parentId === null ? '' : sectionNumber(sections, section.parentId);
  return above ? `${above}.${section.number}` : section.number;
};

export const sectionName = (sections: readonly UnitSection[], id: string): string => {
  const section = sections.find((s) => s.id === id);
  return section ? `${sectionNumber(sections, id)}. ${section.title}` : id;
};

export const formOf = (sections: readonly UnitSection[], id: string): UnitForm | undefined =>
  sections.flatMap((s) => s.forms).find((f) => f.id === id);

export const columnName = (column: Column): string =>
  column.number ? t('review.column', { n: bareNumber(column.number), title: column.title }) : column.title;

const rowName = (form: UnitForm, id: string): string => form.rows.find((r) => r.id === id)?.title ?? id;

/** A form with one column of figures is told by its row alone. */
const manyFigures = (form: UnitForm): boolean => form.columns.filter((c) => c.kind === 'figure').length > 1;

export const cellName = (form: UnitForm, rowId: string, columnId: string): string => {
  const column = form.columns.find((c) => c.id === columnId);
  const row = rowName(form, rowId);
  if (!column || (column.kind === 'figure' && !manyFigures(form))) return row;
  return t('review.cellOf', { row, column: columnName(column) });
};

export const placeName = (sections: readonly UnitSection[], place: PinPlace): string => {
  switch (place.kind) {
    case 'cell': {
      const form = formOf(sections, place.form);
      return form
        ? t('review.placeCell', { form: form.title, cell: cellName(form, place.row, place.column) })
        : place.form;
    }
    case 'words':
      return t('review.placeWords', {
        section: sectionNumber(sections, place.section),
        quote: shortened(place.quote),
      });
    case 'section':
      return t('review.placeSection', { section: sectionName(sections, place.section) });
  }
};

/** 'cột 7 cộng cột 11', or the rows' names where the form has one column. */
export const refNames = (form: UnitForm, refs: readonly Ref[], rowId: string): string =>
  refs
    .map((ref) => {
      const column = form.columns.find((c) => c.id === ref.column);
      const here = ref.row === '*' || ref.row === rowId;
      if (here && manyFigures(form) && column)
        return column.number ? t('review.columnNumber', { n: bareNumber(column.number) }) : column.title;
      return cellName(form, ref.row === '*' ? rowId : ref.row, ref.column);
    })
    .join(t('review.plus'));
