import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Fact } from '../kernel/fact.ts';

/** Results of a year that was scored elsewhere are taken by the decision that published them. */
export const importPublished = (
  what: {
    readonly authorityUnitId: string;
    readonly year: number;
    readonly document: string;
    readonly marks: readonly { readonly unitId: string }[];
    readonly totals: readonly { readonly unitId: string }[];
  },
  units: ReadonlySet<string>,
  thisYear: number,
): Decision<Fact> => {
  if (what.marks.length + what.totals.length === 0) return refuse('published.nothing');
  // I9: never this year's forecast.
  if (what.year >= thisYear) return refuse('published.notPast', { year: what.year });
  if ([...what.marks, ...what.totals].some((m) => !units.has(m.unitId))) return refuse('published.unitGone');
  return accept({
    type: 'remediation.resultsImported',
    chain: `remediation:${what.authorityUnitId}`,
    unitId: what.authorityUnitId,
    data: { year: what.year, document: what.document, marks: what.marks.length, totals: what.totals.length },
  });
};
