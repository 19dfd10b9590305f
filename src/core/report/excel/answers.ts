import type { Gap } from '../gaps.ts';
import type { ComparedCell } from './compare.ts';

/** What a file would do to one report; nothing is stored. */
export type FormPreview = {
  readonly file: { readonly name: string; readonly hash: string };
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly cells: readonly (ComparedCell & {
    readonly formTitle: string;
    readonly rowTitle: string;
    readonly columnTitle: string;
  })[];
  /** Cells of the file that change nothing. */
  readonly same: number;
  /** What would still be missing or wrong: the same checks as in the editor, before and after. */
  readonly missing: { readonly before: GapCounts; readonly after: GapCounts };
  /** How the caller may take it: as the unit's own preparer, or for the unit as the receiving office. */
  readonly by: 'edit' | 'bring-in' | null;
};

export type GapCounts = Readonly<Record<Gap['severity'], number>>;

export type FormTaken = {
  readonly taken: number;
  /** Cells that somebody changed between the preview and now: not overwritten. */
  readonly conflicts: number;
};
