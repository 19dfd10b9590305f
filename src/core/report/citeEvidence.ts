import { type Decision, refuse } from '../kernel/decision.ts';
import type { UnitSection } from '../template/outline.ts';
import { guard } from './guard.ts';
import type { Report } from './states.ts';

/** Where a report rests on evidence: a part, a row of a form, a cell. */
export type EvidencePlace = {
  readonly section: string;
  readonly form?: string | undefined;
  readonly row?: string | undefined;
  readonly column?: string | undefined;
};

/** 's2.1', 's2.1/dossier/total', 's2.1/dossier/land/c3': ids never hold a stroke. */
export const placeText = ({ section, form, row, column }: EvidencePlace): string =>
  [section, form, row, column].filter((part) => part !== undefined).join('/');

/** Whether the report is open for writing and the place is one of its own; undefined when it may be cited there. */
export const placeRefused = (
  report: Report,
  sections: readonly UnitSection[],
  place: EvidencePlace,
  personId: string,
): Decision<never> | undefined => {
  const closed = guard(report, 'edit', personId);
  if (closed) return closed;
  const section = sections.find((s) => s.id === place.section);
  if (!section || section.applicability === 'not-applicable' || section.applicability === 'heading')
    return refuse('report.unknownSection', { section: place.section });
  if (place.form === undefined) return undefined;
  const form = section.forms.find((f) => f.id === place.form);
  const row = form?.rows.find((r) => r.id === place.row);
  const column = place.column === undefined || form?.columns.some((c) => c.id === place.column);
  return form && row && column ? undefined : refuse('report.unknownCell', { ...place });
};
