import { chanceOf } from './random.ts';

/** Every figure here is invented: "Số liệu minh họa". null is "không phát sinh". */
export type Amounts = Readonly<Record<string, number | null>>;
/** Columns 4, 5, 6, 8, 9, 10, 12, 13 of the dossier form; null is a row where nothing arose. */
export type DossierRow = readonly [number, number, number, number, number, number, number, number] | null;
export type Figures = {
  readonly dossiers: Readonly<Record<string, DossierRow>>;
  readonly amounts: Amounts;
};

export const DOSSIER_COLUMNS = ['4', '5', '6', '8', '9', '10', '12', '13'] as const;

/** How much work a commune has beside an average one. */
const SIZES: Readonly<Record<string, number>> = {
  'tt-dong-dang': 2.4,
  'tt-cao-loc': 2.6,
  'xa-gia-cat': 1.3,
  'xa-tan-lien': 1.25,
  'xa-yen-trach': 1.15,
  'xa-thuy-hung': 1.05,
  'xa-xuat-le': 0.95,
  'xa-tan-thanh': 0.9,
  'xa-cao-lau': 0.85,
  'xa-thach-dan': 0.75,
  'xa-hoa-cu': 0.75,
  'xa-phu-xa': 0.7,
  'xa-loc-yen': 0.65,
  'xa-xuan-long': 0.65,
  'xa-binh-trung': 0.6,
  'xa-hai-yen': 0.6,
  'xa-thanh-loa': 0.5,
  'xa-cong-son': 0.4,
  'xa-mau-son': 0.3,
};

/** Field of dossiers: fewest and most in a quarter of an average commune, share sent online, carried over, left open. */
const FIELDS: readonly (readonly [
  id: string,
  few: number,
  many: number,
  online: readonly [number, number],
  carried: number,
  open: number,
])[] = [
  ['ho-tich', 80, 125, [0.3, 0.48], 3, 5],
  ['chung-thuc', 120, 210, [0.08, 0.2], 0, 0],
  ['nuoi-con-nuoi', 0, 0, [0, 0], 0, 0],
  ['dat-dai', 12, 26, [0.1, 0.25], 4, 6],
  ['bao-tro-xa-hoi', 14, 30, [0.2, 0.4], 3, 4],
  ['nguoi-co-cong', 0, 4, [0, 0.3], 0, 1],
  ['tin-nguong-ton-giao', 0, 1, [0, 0], 0, 0],
  ['thi-dua-khen-thuong', 0, 3, [0, 0.5], 0, 0],
  ['van-hoa-the-thao', 0, 1, [0, 0], 0, 0],
  ['nong-nghiep', 0, 5, [0, 0.3], 1, 1],
  ['khieu-nai-to-cao', 0, 1, [0, 0], 0, 1],
  ['khac', 2, 9, [0.1, 0.4], 0, 1],
];

/** One row that keeps every rule: what came in is what was settled and what is still open. */
const dossierRow = (key: string, size: number, field: (typeof FIELDS)[number]): DossierRow => {
  const [id, few, many, [least, most], carriedMost, openMost] = field;
  const chance = chanceOf(`${key}:${id}`);
  const received = Math.round(chance.whole(few, many) * size);
  const carried = chance.whole(0, carriedMost);
  const total = received + carried;
  if (total === 0) return null;
  const online = Math.round(received * chance.share(least, most));
  const open = Math.min(chance.whole(Math.min(1, openMost), openMost), total);
  const settled = total - open;
  const late = id === 'dat-dai' && chance.happens(0.4) ? Math.min(chance.whole(1, 2), settled) : 0;
  const early = Math.round((settled - late) * chance.share(0.5, 0.78));
  const openLate = id === 'dat-dai' && chance.happens(0.25) ? Math.min(1, open) : 0;
  return [online, received - online, carried, early, settled - late - early, late, open - openLate, openLate];
};

const sumOf = (rows: readonly DossierRow[], columns: readonly number[]): number =>
  rows.reduce((n, row) => n + columns.reduce((m, c) => m + (row?.[c] ?? 0), 0), 0);

export type DossierTotals = {
  readonly received: number;
  readonly online: number;
  readonly direct: number;
  readonly carried: number;
  readonly settled: number;
  readonly inTime: number;
  readonly late: number;
  readonly open: number;
  /** Not settled yet and past their day already. */
  readonly openLate: number;
};

export const totalsOf = (dossiers: Figures['dossiers']): DossierTotals => {
  const rows = Object.values(dossiers);
  return {
    received: sumOf(rows, [0, 1, 2]),
    online: sumOf(rows, [0]),
    direct: sumOf(rows, [1]),
    carried: sumOf(rows, [2]),
    settled: sumOf(rows, [3, 4, 5]),
    inTime: sumOf(rows, [3, 4]),
    late: sumOf(rows, [5]),
    open: sumOf(rows, [6, 7]),
    openLate: sumOf(rows, [7]),
  };
};

/** Indicators that rest on the dossiers, so that one report does not contradict itself. */
export const amountsOf = (key: string, dossiers: Figures['dossiers'], size: number): Amounts => {
  const chance = chanceOf(`${key}:amounts`);
  const totals = totalsOf(dossiers);
  const planned = chance.whole(24, 34);
  const done = chance.whole(6, 10);
  const lateTasks = chance.happens(0.3) ? 1 : 0;
  const overdueTasks = chance.happens(0.2) ? 1 : 0;
  const running = chance.whole(2, 5);
  const checked = chance.happens(0.5) ? 1 : null;
  const findings = checked === null ? null : chance.whole(1, 3);
  const reviewed = chance.whole(2, 5);
  const petitions = chance.happens(0.6) ? chance.whole(1, 3) : null;
  const staff = chance.whole(19, 23);
  const present = staff - chance.whole(0, 2);
  const officials = Math.min(present, chance.whole(9, 11));
  const capital = chance.whole(85, 340) * 10;
  const recommendations = chance.happens(0.4) ? chance.whole(1, 2) : null;
  const documents = Math.round(chance.whole(150, 330) * Math.max(0.7, size));
  const revenue = Math.round(chance.whole(420, 1100) * size);
  const targets = chance.whole(15, 18);
  return {
    'cchc-1-01': chance.whole(2, 6),
    'cchc-1-02': planned,
    'cchc-1-03': chance.whole(4, 9),
    'cchc-1-04': checked,
    'cchc-1-06': findings,
    'cchc-1-07': findings === null ? null : chance.whole(1, findings),
    'cchc-1-08': done + lateTasks + overdueTasks + running,
    'cchc-1-09': done,
    'cchc-1-10': lateTasks,
    'cchc-1-11': overdueTasks,
    'cchc-1-12': running,
    'cchc-1-13': chance.happens(0.6) ? chance.whole(6, 12) * 5 : null,
    'cchc-1-15': chance.happens(0.45) ? 1 : 0,
    'cchc-1-16': chance.whole(6, 22),
    'cchc-1-17': chance.happens(0.15) ? 1 : null,
    'cchc-2-02': chance.happens(0.25) ? 1 : null,
    'cchc-2-06': reviewed,
    'cchc-2-07': reviewed - (chance.happens(0.25) ? 1 : 0),
    'cchc-2-08': chance.happens(0.3) ? 1 : 0,
    // The catalogue of communal procedures is common to all communes.
    'cchc-3-p2': 128,
    'cchc-3-p4': 9,
    'cchc-3-p5': petitions,
    'cchc-3-p6': petitions,
    'cchc-3-p7': totals.late === 0 ? null : totals.late,
    'cchc-4-01': staff,
    'cchc-4-02': present,
    'cchc-4-03': officials,
    'cchc-4-04': officials - (chance.happens(0.3) ? 1 : 0),
    'cchc-4-05': chance.whole(2, 8),
    'cchc-4-06': null,
    'cchc-5-01': capital,
    'cchc-5-02': Math.round(capital * chance.share(0.05, 0.18)),
    'cchc-5-05': recommendations,
    'cchc-5-06': recommendations,
    'cchc-6-01': documents,
    'cchc-6-02': Math.round(documents * chance.share(0.92, 0.995)),
    'cchc-6-05': Math.round(totals.online * chance.share(0.25, 0.6)),
    'cchc-6-06': Math.round((totals.online + totals.direct) * chance.share(0.68, 0.94)),
    'cchc-6-07': chance.happens(0.5) ? chance.whole(2, 18) : null,
    'cchc-6-08': chance.whole(3, 7),
    'cchc-7-01': revenue,
    'cchc-7-02': Math.round(revenue * chance.share(0.12, 0.22)),
    'cchc-7-03': targets,
    'cchc-7-04': targets - chance.whole(4, 8),
  };
};

/** Bảo Lâm and Xuân Long are told in the pages of the design and stay as told there. */
const TOLD: Readonly<Record<string, Readonly<Record<string, DossierRow>>>> = {
  'xa-bao-lam': {
    // 118 came in, 112 + 5 are accounted for: the one mistake of the story that blocks sending.
    'ho-tich': [46, 71, 1, 84, 28, 0, 5, 0],
    'chung-thuc': [22, 164, 0, 120, 66, 0, 0, 0],
    'dat-dai': [3, 12, 4, 2, 9, 2, 5, 1],
    'bao-tro-xa-hoi': [8, 15, 2, 6, 14, 0, 5, 0],
    'nguoi-co-cong': null,
    'tin-nguong-ton-giao': null,
    'thi-dua-khen-thuong': null,
    'van-hoa-the-thao': null,
    'nong-nghiep': null,
    'khieu-nai-to-cao': null,
    khac: null,
  },
  'xa-xuan-long': { 'dat-dai': [2, 15, 3, 5, 9, 2, 4, 0] },
  // One late dossier that the first text did not mention.
  'xa-hong-phong': { 'dat-dai': [4, 15, 2, 9, 6, 1, 5, 0] },
  // Two that the text mentions and the form does not.
  'xa-xuat-le': { 'dat-dai': [3, 14, 3, 8, 7, 0, 5, 0] },
  'xa-hai-yen': { 'dat-dai': [2, 9, 1, 4, 4, 1, 3, 0] },
};

export const communeFigures = (key: string): Figures => {
  const size = SIZES[key] ?? 1;
  const drawn = Object.fromEntries(FIELDS.map((field) => [field[0], dossierRow(key, size, field)]));
  const dossiers = { ...drawn, ...TOLD[key] };
  return { dossiers, amounts: amountsOf(key, dossiers, size) };
};
