import type { UnitKind } from '../directory/unit.ts';
import type { Cell } from '../template/cell.ts';
import { rowsOfCheck, ruleOfCheck } from '../template/check.ts';
import type { UnitSection } from '../template/outline.ts';
import { type Around, placesOfRule } from '../template/rule.ts';
import type { FigurePlace } from '../template/sources.ts';

/** What the units of a kind report together at a place of this report, once all of them have sent. */
export type UnitsFigure = FigurePlace & { readonly of: UnitKind; readonly cell: Cell };

/** The places that rules of this report compare with other units. */
export const comparedWithUnits = (
  sections: readonly UnitSection[],
): readonly (FigurePlace & { readonly of: UnitKind })[] =>
  sections
    .flatMap((s) => s.forms)
    .flatMap((form) =>
      form.checks.flatMap((check) => {
        // Sums of cells, the commonest rules by far, look at nothing else.
        const rule = 'rule' in check ? ruleOfCheck(form, check) : undefined;
        if (!rule || 'fault' in rule) return [];
        const places = placesOfRule(rule).flatMap((p) => (p.kind === 'units' ? [p] : []));
        return places.flatMap(({ of, ref }) =>
          (ref.row === '*' ? rowsOfCheck(form, check) : [ref.row]).map((row) => ({
            of,
            form: form.id,
            row,
            column: ref.column,
          })),
        );
      }),
    );

const keyOf = (of: string, { form, row, column }: FigurePlace): string =>
  [of, form, row, column].join('\u0000');

export const readUnits = (figures: readonly UnitsFigure[] | undefined): Omit<Around, 'previous'> => {
  if (!figures || figures.length === 0) return {};
  const cells = new Map(figures.map((f) => [keyOf(f.of, f), f.cell]));
  return { units: (of, form, row, column) => cells.get(keyOf(of, { form, row, column })) };
};
