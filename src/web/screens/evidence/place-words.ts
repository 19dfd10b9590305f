import type { UnitSection } from '../../../core/template/outline.ts';

/** 's2.2/dossier/ho-tich' as people name it: the section unless one stands in it, and the row of its form. */
export const placeWords = (sections: readonly UnitSection[], place: string, within = false): string => {
  const [sectionId, formId, rowId, columnId] = place.split('/');
  const section = sections.find((s) => s.id === sectionId);
  const form = section?.forms.find((f) => f.id === formId);
  const row = form?.rows.find((r) => r.id === rowId);
  const column = form?.columns.find((c) => c.id === columnId);
  return [within ? '' : section?.title, form && row && `${form.title}: ${row.title}`, column?.title]
    .filter(Boolean)
    .join(', ');
};
