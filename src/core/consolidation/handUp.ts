import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { chainOfCampaign, type Fact } from '../kernel/fact.ts';
import type { RichBlock, RichDoc } from '../kernel/richText.ts';
import { withoutMarks } from '../kernel/search.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import { isComputed } from '../template/compute.ts';
import type { UnitSection } from '../template/outline.ts';
import type { TotalCell } from './answers.ts';
import { withoutFigures } from './figures.ts';
import type { FrozenContent } from './frozen.ts';
import { measureOf } from './measure.ts';

export type HandedUp = {
  readonly cells: readonly {
    readonly form: string;
    readonly row: string;
    readonly column: string;
    readonly cell: Cell;
  }[];
  readonly words: readonly { readonly section: string; readonly doc: RichDoc }[];
};

const asCell = (value: Cell | Computed | null): Cell | undefined => {
  if (value?.kind === 'amount') return { kind: 'amount', amount: value.amount };
  return value?.kind === 'nil' || value?.kind === 'not-applicable' ? { kind: value.kind } : undefined;
};

/** What the authority says of a measure: cấp huyện + cấp xã; where nothing is added, the communes'; else the lead's. */
const saidOf = (cell: TotalCell): Cell | undefined => {
  const agency = cell.agency !== null && cell.agency.kind !== 'empty';
  if (agency && cell.total !== null) return { kind: 'amount', amount: cell.total };
  return asCell(cell.commune) ?? asCell(cell.agency) ?? asCell(cell.area);
};

const figuresOf = (frozen: FrozenContent): ReadonlyMap<string, Cell> => {
  const said = new Map<string, Cell>();
  for (const form of frozen.forms)
    for (const cell of form.cells) {
      const row = form.rows.find((r) => r.id === cell.row);
      const column = form.columns.find((c) => c.id === cell.column);
      const measure = row && column && measureOf(row, column);
      const value = saidOf(cell);
      if (measure && value && !said.has(measure)) said.set(measure, value);
    }
  return said;
};

const placeOf = (
  frozen: FrozenContent,
  section: UnitSection,
): FrozenContent['sections'][number] | undefined => {
  const written = frozen.sections.filter((s) => s.pieces.some((p) => p.kind === 'words'));
  return (
    written.find((s) => s.id === section.id && withoutMarks(s.title) === withoutMarks(section.title)) ??
    (section.area === undefined ? undefined : written.find((s) => s.area === section.area)) ??
    written.find((s) => withoutMarks(s.title) === withoutMarks(section.title))
  );
};

/**
 * The frozen version as the authority's own report to the level above (G7): figures by what they measure, words by
 * the field or heading of the outline that is asked there. What has no place stays blank and is named as missing.
 */
export const handedUpContent = (frozen: FrozenContent, sections: readonly UnitSection[]): HandedUp => {
  const figures = figuresOf(frozen);
  const cells = sections.flatMap((s) =>
    s.forms.flatMap((form) =>
      form.rows.flatMap((row) =>
        form.columns.flatMap((column) => {
          if (column.kind !== 'figure' || isComputed(form, row.id, column.id)) return [];
          const measure = measureOf(row, column);
          const cell = measure === undefined ? undefined : figures.get(measure);
          return cell ? [{ form: form.id, row: row.id, column: column.id, cell }] : [];
        }),
      ),
    ),
  );
  const words = sections.flatMap((s) => {
    if (!s.words || s.applicability === 'not-applicable') return [];
    const blocks = (placeOf(frozen, s)?.pieces ?? []).flatMap((p): readonly RichBlock[] =>
      p.kind === 'words' ? withoutFigures(p.doc).content : [],
    );
    return blocks.length > 0 ? [{ section: s.id, doc: { type: 'doc' as const, content: blocks } }] : [];
  });
  return { cells, words };
};

/** Hands a frozen version up; the report above is then passed, signed and sent by its ordinary verbs. */
export const handUp = (
  campaignId: string,
  wanted: { readonly number: number; readonly upperCampaignId: string; readonly unitId: string },
  at: { readonly latest: number | null; readonly handed: boolean; readonly state: string | null },
): Decision<Fact> => {
  if (at.latest === null) return refuse('consolidation.notFrozen');
  if (wanted.number !== at.latest) return refuse('consolidation.notLatest', { number: at.latest });
  if (at.state === null) return refuse('consolidation.notObligedAbove');
  if (at.handed) return refuse('consolidation.alreadyHandedUp');
  return accept({
    type: 'consolidation.handedUp',
    chain: chainOfCampaign(campaignId),
    campaignId,
    data: { ...wanted },
  });
};
