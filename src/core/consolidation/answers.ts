import type { Amount } from '../kernel/amount.ts';
import type { CampaignHead } from '../report/answers.ts';
import type { Cell } from '../template/cell.ts';
import type { Computed } from '../template/compute.ts';
import type { Column, Row } from '../template/template.ts';

export type TotalCell = {
  readonly row: string;
  readonly column: string;
  /** Sum of received communes by the indicator's own rule; ratios from summed parts. */
  readonly commune: Cell | Computed;
  readonly agency: Cell | Computed | null;
  /** cấp huyện + cấp xã; absent for ratios and where nothing is there. */
  readonly total: Amount | null;
  /** The lead's whole-area figure, reconciled and never added. */
  readonly area: Cell | Computed | null;
  readonly difference: Amount | null;
  /** Communes with a number, and those that state "không phát sinh". */
  readonly units: number;
  readonly nil: number;
};

export type TotalForm = {
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
  readonly sectionNumber: string;
  readonly sectionTitle: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly cells: readonly TotalCell[];
};

export type TotalsAnswer = {
  readonly campaign: CampaignHead;
  readonly now: number;
  readonly communes: { readonly obliged: number; readonly received: number };
  readonly departments: { readonly obliged: number; readonly received: number };
  /** Obliged units whose report is not in the totals, with the state it is in. */
  readonly missing: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly state: string;
  }[];
  readonly forms: readonly TotalForm[];
};

/** Who gave what to one total. */
export type ContributionAnswer = {
  readonly form: string;
  readonly row: string;
  readonly column: string;
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly kind: string;
    readonly state: string;
    /** In the total only when the report was received. */
    readonly counted: boolean;
    readonly scope: 'commune' | 'agency' | 'area';
    readonly cell: Cell | Computed;
    readonly note: string | null;
  }[];
};
