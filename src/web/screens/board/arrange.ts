import { withoutMarks } from '../../../core/kernel/search.ts';
import type { BoardRow } from '../../../core/report/answers.ts';
import { REPORT_STATES, type ReportState, type ReportVerb } from '../../../core/report/states.ts';
import { compareText } from '../../texts/format.ts';

/** What the board shows of its rows: pure, so that 3,321 rows are filtered by the same code that is tested. */
export const SORTS = ['urgent', 'name', 'due', 'state', 'filled'] as const;
export type Sort = (typeof SORTS)[number];
export type Group = 'all' | 'communes' | 'offices';
export type Tile = ReportState | 'overdue';

export type Filter = {
  readonly query: string;
  readonly tile: Tile | undefined;
  readonly group: Group;
  readonly mine: boolean;
  readonly risky: boolean;
  /** Has not confirmed having seen the request (A7). */
  readonly unseen: boolean;
  /** The body or area that the units stand under. */
  readonly under: string | undefined;
};

export const NO_FILTER: Filter = {
  query: '',
  tile: undefined,
  group: 'all',
  mine: false,
  risky: false,
  unseen: false,
  under: undefined,
};

/** Verbs that wait for this person; writing in somebody's draft does not. */
const MINE: readonly ReportVerb[] = ['sign', 'submit', 'begin-receiving', 'receive', 'return'];

export const waitsForMe = (row: BoardRow): boolean => row.may.some((verb) => MINE.includes(verb));

export const isOverdue = (row: BoardRow): boolean =>
  row.lateness.kind === 'overdue' || row.lateness.kind === 'resend-overdue';

export const isRisky = (row: BoardRow): boolean =>
  isOverdue(row) ||
  row.lateness.kind === 'at-risk' ||
  row.lateness.kind === 'late' ||
  row.forecast.length > 0;

/** Who sent has seen it, whether confirmed or not. */
export const isUnseen = (row: BoardRow): boolean =>
  row.acknowledgedAt === null && (row.state === 'not-opened' || row.state === 'drafting');

export const inGroup = (row: BoardRow, group: Group): boolean =>
  group === 'all' || (row.kind === 'commune') === (group === 'communes');

const inTile = (row: BoardRow, tile: Tile | undefined): boolean =>
  tile === undefined || (tile === 'overdue' ? isOverdue(row) : row.state === tile);

export const share = (row: BoardRow): number => (row.asked > 0 ? row.filled / row.asked : 0);

/** Trouble first, what only waits next, done last. */
const URGENCY: Readonly<Record<ReportState, number>> = {
  'not-opened': 1,
  returned: 2,
  drafting: 4,
  'awaiting-signature': 5,
  signed: 6,
  submitted: 8,
  received: 9,
};

const urgency = (row: BoardRow): number => {
  if (isOverdue(row)) return 0;
  if (row.state === 'drafting' && row.lateness.kind === 'at-risk') return 3;
  if (row.nearEmpty && row.state !== 'received') return 7;
  return URGENCY[row.state];
};

const dueIn = (row: BoardRow): number => {
  const { lateness } = row;
  switch (lateness.kind) {
    case 'overdue':
    case 'resend-overdue':
      return -lateness.by;
    case 'open':
    case 'at-risk':
      return lateness.left;
    // Sent: nothing is due any more.
    case 'late':
    case 'on-time':
      return Number.MAX_SAFE_INTEGER;
  }
};

const byName = (a: BoardRow, b: BoardRow): number => compareText(a.name, b.name);

const COMPARE: Readonly<Record<Sort, (a: BoardRow, b: BoardRow) => number>> = {
  urgent: (a, b) => urgency(a) - urgency(b) || dueIn(a) - dueIn(b) || share(a) - share(b) || byName(a, b),
  name: byName,
  due: (a, b) => dueIn(a) - dueIn(b) || byName(a, b),
  state: (a, b) => REPORT_STATES.indexOf(a.state) - REPORT_STATES.indexOf(b.state) || byName(a, b),
  filled: (a, b) => share(a) - share(b) || byName(a, b),
};

export const arrange = (rows: readonly BoardRow[], filter: Filter, sort: Sort): readonly BoardRow[] => {
  const query = withoutMarks(filter.query.trim());
  return rows
    .filter(
      (row) =>
        inTile(row, filter.tile) &&
        inGroup(row, filter.group) &&
        (!filter.mine || waitsForMe(row)) &&
        (!filter.risky || isRisky(row)) &&
        (!filter.unseen || isUnseen(row)) &&
        (filter.under === undefined || row.parent?.id === filter.under) &&
        (query === '' || withoutMarks(row.name).includes(query)),
    )
    .sort(COMPARE[sort]);
};
